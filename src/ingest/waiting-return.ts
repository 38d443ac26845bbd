import type { Finding } from '../standard/finding.ts';
import { TABLE_NAMES, type TableName } from '../standard/generated/tables.ts';
import { copyTextOut } from '../store/copy-rows.ts';
import { ownerName } from '../store/holder.ts';
import type { StoredSubmission, SubmittedTable } from '../store/submissions-repository.ts';
import type { Transaction } from '../store/transaction.ts';
import type { DecidableReturn, ReturnValidation } from '../validation/held-return.ts';
import { tablesBeside } from '../validation/rules-beside.ts';
import { readTotals } from './check/read-earlier-totals.ts';
import { waits } from './life-state.ts';

/**
 * A return that waits to be verified, as it is decided on once more: the tables that still wait, and of what was found in
 * it when it came, what concerns these. Its rows have not changed since, so they are not validated again; they are read
 * only where a rule compares them with what stands by now.
 */
export async function waitingReturn(
  { db, client }: Transaction,
  validation: ReturnValidation,
  submission: StoredSubmission,
): Promise<DecidableReturn> {
  const { id, header, report } = submission;
  const own = waitingTables(submission);
  const tables = own.map(({ table }) => table);
  return {
    header,
    report: { ...report, findings: findingsThatWait(submission, report.findings) },
    tables,
    totals: await readTotals(
      db,
      tables.map((table) => ({ table, standing_submission_id: id })),
    ),
    digestTables: async (names) => names.map((name) => digestedOf(own, name)),
    async checkBeside(standing) {
      const needed = tablesBeside(
        tables,
        standing.map(({ table }) => table),
      );
      if (needed.size === 0 || header === null) return [];
      return validation.compareStored({
        header,
        // Room of its own: what its organisation has sent just now may wait for this to end.
        owner: `waited, of ${ownerName(submission)}`,
        own: own.map(({ table, rows }) => ({ table, rows, read: () => copyTextOut(client, id, table) })),
        standing,
      });
    },
  };
}

/** The tables of a submission that wait, in schema order. */
export function waitingTables({ tables }: Pick<StoredSubmission, 'tables'>): SubmittedTable[] {
  const waiting = tables.filter(waits);
  return TABLE_NAMES.flatMap((name) => waiting.filter(({ table }) => table === name));
}

/** Of what was found in a submission, what does not concern a table alone that was taken back or overtaken. */
export function findingsThatWait(
  submission: Pick<StoredSubmission, 'tables'>,
  findings: readonly Finding[],
): readonly Finding[] {
  const gone = submission.tables.filter((table) => !waits(table)).map(({ table }) => `/tables/${table}`);
  const isOf = (path: string) => (table: string) => path === table || path.startsWith(`${table}/`);
  return findings.filter(({ path }) => !gone.some(isOf(path)));
}

function digestedOf(own: readonly SubmittedTable[], name: TableName) {
  const found = own.find(({ table }) => table === name);
  if (found === undefined) throw new Error(`${name} does not wait`);
  return { table: name, rows: found.rows, table_digest: found.table_digest };
}
