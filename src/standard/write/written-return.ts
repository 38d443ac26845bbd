import type { TableName } from '../generated/tables.ts';

/** What can be written in the form of a return: one, or a template whose header is still to be filled in. */
export interface WrittenReturn {
  /** Which fields the tables have; those of the current version where it is not said. */
  readonly schema_version?: string;
  readonly tables: Readonly<Partial<Record<TableName, readonly object[] | undefined>>>;
}
