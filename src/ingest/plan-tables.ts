import type { TableName } from '../standard/generated/tables.ts';
import type { AcceptedTable } from '../store/accepted-tables.ts';
import type { TableOutcome } from '../store/stored-values.ts';
import type { DigestedTable } from '../validation/held-return.ts';

/** What taking a table in would do, and whose rows would then stand. */
export interface PlannedTable {
  readonly table: TableName;
  readonly outcome: TableOutcome;
  readonly rows_submission_id: string;
  /** Whose rows stood before; null where none did. */
  readonly replaced_submission_id: string | null;
  /** The return that stood before: the one that brought the rows, or a later one in which they came again. */
  readonly stood_submission_id: string | null;
}

const NOTHING_BEFORE = { replaced_submission_id: null, stood_submission_id: null } as const;

/**
 * Compares the tables of a return with those that stand. An unchanged table keeps the rows that are stored already.
 *
 * @param digested - Those of its tables for which one stands.
 */
export function planTables(
  tables: readonly TableName[],
  digested: readonly DigestedTable[],
  standing: readonly AcceptedTable[],
  submission_id: string,
): PlannedTable[] {
  return tables.map((table) => {
    const own = { table, rows_submission_id: submission_id };
    const before = standing.find((each) => each.table === table);
    if (before === undefined) return { ...own, outcome: 'created', ...NOTHING_BEFORE };
    const stood = {
      replaced_submission_id: before.submission_id,
      stood_submission_id: before.standing_submission_id,
    };
    const after = digested.find((each) => each.table === table);
    if (after === undefined) throw new Error(`${table} stands and was not digested`);
    if (after.table_digest !== before.table_digest) return { ...own, outcome: 'revised', ...stood };
    return { table, rows_submission_id: before.submission_id, outcome: 'unchanged', ...stood };
  });
}

/** The tables that a later return has brought already: of these, nothing is kept and nothing changes. */
export function withoutOvertaken(
  planned: readonly PlannedTable[],
  overtaken: (table: TableName) => boolean,
): PlannedTable[] {
  return planned.map((each) =>
    overtaken(each.table) ? { ...each, outcome: 'overtaken', ...NOTHING_BEFORE } : each,
  );
}

/** Those of the tables that are to stand. */
export function tablesToStand(planned: readonly PlannedTable[]): PlannedTable[] {
  return planned.filter(({ outcome }) => outcome !== 'overtaken');
}

/** The tables of a return that waits to be verified: kept whole, whatever stands. */
export function heldTables(tables: readonly TableName[], submission_id: string): PlannedTable[] {
  return tables.map((table) => ({
    table,
    outcome: 'held',
    rows_submission_id: submission_id,
    ...NOTHING_BEFORE,
  }));
}
