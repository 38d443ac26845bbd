import type { Tier } from '../finding.ts';
import type { TableName } from '../generated/tables.ts';
import type { Return } from '../generated/types.ts';
import type { ReturnHeader, RowValues } from '../row.ts';
import type { Text } from '../text.ts';

/** Where in the return a rule was broken. */
export interface Place {
  /** Absent for a place in the header. */
  readonly table?: TableName;
  /** Index of the row in its table, from 0. */
  readonly row?: number;
  /** Path below the row, or below the header: field names and indexes. */
  readonly path?: readonly (string | number)[];
  readonly value?: string | number | null;
  readonly suggestion?: string;
  /**
   * A code of the standard that the row is about, told in place of the value: the measure whose figures are missing
   * or few. For a field whose own value says nothing, or is a figure and is not repeated.
   */
  readonly about?: string;
}

export type ReportPlace = (place: Place) => void;

/** One pass over a return. Rows arrive table by table in schema order, then `end` is called once. */
export interface RulePass {
  /** The tables whose rows it looks at; all of them when absent. Rows of others are kept from it, to save time. */
  readonly reads?: readonly TableName[];
  row?(table: TableName, values: RowValues, index: number): void;
  end?(): void;
}

/**
 * One truth a return must keep that JSON Schema cannot say, with its own proof.
 *
 * `start` is called once the header is known and holds whatever the pass needs; it must use memory in the
 * size of the cells it compares, never of the rows. It never throws.
 */
export interface Rule {
  /** Kebab-case; the truth it defends. */
  readonly id: string;
  readonly tier: Tier;
  /** The version of the standard that brought it. */
  readonly since: string;
  /**
   * The tables it compares: it runs only on a return that carries them all. Empty for a rule of the header, or
   * one that looks at each table by itself; whatever this says, a pass is given the rows of every table.
   */
  readonly tables: readonly TableName[];
  /** What is wrong, in one sentence. */
  readonly message: Text;
  /** Why it matters. */
  readonly why: Text;
  /** How to mend it. */
  readonly remedy: Text;
  readonly source: string;
  readonly examples: { readonly passes: readonly RuleExample[]; readonly fails: readonly RuleExample[] };
  start(header: ReturnHeader, report: ReportPlace, present: ReadonlySet<TableName>): RulePass;
}

/** A small return: what differs from `tests/support`'s valid return. Tables given, if any, replace all of its tables. */
export interface RuleExample {
  readonly header?: Partial<ReturnHeader>;
  readonly tables: Partial<Return['tables']>;
}

/** What a rule says of itself, for catalogues and for the faults of form, which no pass looks for. */
export type RuleText = Pick<Rule, 'id' | 'tier' | 'since' | 'message' | 'why' | 'remedy' | 'source'>;
