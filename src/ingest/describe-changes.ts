import type { TableName } from '../standard/generated/tables.ts';
import { compareRows, type RowComparison } from '../store/compare-rows.ts';
import type { Database } from '../store/database.ts';
import type { TableOutcome } from '../store/stored-values.ts';
import type { StoredSubmission } from '../store/submissions-repository.ts';

/** What a return changed in one table, against what stood before it. */
export type TableChange = {
  readonly table: TableName;
  readonly outcome: TableOutcome;
  /** The submission whose rows stood before; null where none did. */
  readonly compared_with: string | null;
} & RowComparison;

/**
 * What an accepted submission changed, table by table: rows and totals before and after, for its sender only.
 *
 * Empty for one that was rejected, or that waits to be verified: it has changed nothing; nor has a table that was overtaken.
 */
export async function describeChanges(
  db: Database,
  { id, state, tables }: StoredSubmission,
): Promise<TableChange[]> {
  if (state !== 'accepted') return [];
  const changes: TableChange[] = [];
  for (const { table, outcome, replaced_submission_id: before } of tables) {
    if (outcome === 'overtaken') continue;
    // Rows that came again are stored once: those of the return that brought them first.
    const after = outcome === 'unchanged' && before !== null ? before : id;
    changes.push({
      table,
      outcome,
      compared_with: before,
      ...(await compareRows(db, table, { before, after })),
    });
  }
  return changes;
}
