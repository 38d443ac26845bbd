import { TABLE_NAMES, type TableName } from '../standard/generated/tables.ts';
import type { ReturnHeader, Rows, RowsByTable } from '../standard/row.ts';
import type { AcceptedTable } from '../store/accepted-tables.ts';
import type { TableOutcome } from '../store/stored-values.ts';
import { rowsThatCount } from './rows-that-count.ts';
import { tableDigest } from './table-digest.ts';

/** A table of a return as it would be kept. */
export interface PreparedTable {
  readonly table: TableName;
  readonly rows: Rows;
  readonly table_digest: string;
}

/** What taking it in would do, and whose rows would then stand. */
export interface PlannedTable extends PreparedTable {
  readonly outcome: TableOutcome;
  readonly rows_submission_id: string;
  /** Whose rows stood before; null where none did. */
  readonly replaced_submission_id: string | null;
}

/** The tables of a return, in schema order, with their digests. */
export function prepareTables(header: ReturnHeader, tables: RowsByTable): PreparedTable[] {
  return TABLE_NAMES.flatMap((table) => {
    const sent = tables[table];
    if (sent === undefined) return [];
    const rows = rowsThatCount(table, sent);
    return [{ table, rows, table_digest: tableDigest(header.submitter, header.period, table, rows) }];
  });
}

/** Compares prepared tables with those that stand. An unchanged table keeps the rows that are stored already. */
export function planTables(
  prepared: readonly PreparedTable[],
  standing: readonly AcceptedTable[],
  submission_id: string,
): PlannedTable[] {
  return prepared.map((table) => {
    const before = standing.find((each) => each.table === table.table);
    if (!before) {
      return {
        ...table,
        outcome: 'created',
        rows_submission_id: submission_id,
        replaced_submission_id: null,
      };
    }
    const replaced_submission_id = before.submission_id;
    if (before.table_digest === table.table_digest) {
      return {
        ...table,
        outcome: 'unchanged',
        rows_submission_id: before.submission_id,
        replaced_submission_id,
      };
    }
    return { ...table, outcome: 'revised', rows_submission_id: submission_id, replaced_submission_id };
  });
}
