import type { FindingCollector } from '../../standard/collect-findings.ts';
import { collectionOf } from '../../standard/collection.ts';
import type { TableName } from '../../standard/generated/tables.ts';
import { quarterBefore } from '../../standard/period.ts';
import { isNamedNotCollected } from '../../standard/rules/reading/coverage.ts';
import { listAcceptedTables } from '../../store/accepted-tables.ts';
import type { Transaction } from '../../store/transaction.ts';
import { TOTALLED, type Total, type Totals } from '../../validation/total-counts.ts';
import { checkCountsWithinHalf } from './count-within-half.ts';
import { checkQuartersJoinUp } from './quarters-join-up.ts';
import { readEarlierTotals } from './read-earlier-totals.ts';
import type { ReturnBesideStanding } from './standing-tables-agree.ts';

/**
 * Compares the counts of a return with those that its organisation had accepted before: of the quarter before,
 * and, where a table is sent again, of the table it would replace.
 *
 * Published evaluations follow no quarters, and are left alone.
 */
export async function checkEarlierReturnsAgree(
  { db }: Pick<Transaction, 'db'>,
  { form, header, held, standing, collection }: ReturnBesideStanding,
  findings: FindingCollector,
): Promise<void> {
  const isSent = (table: TableName) => held.tables.includes(table);
  if (collectionOf(header.source_kind) === 'evidence' || !TOTALLED.some(isSent)) return;
  const { totals } = held;

  const quarter = await listAcceptedTables(db, {
    collection,
    organisation: header.submitter,
    period: quarterBefore(header.period),
  });
  const before = await readEarlierTotals(db, quarter, isSent);
  checkQuartersJoinUp({ form, header, totals, before }, findings);

  const replaced = await readEarlierTotals(db, standing, isSent);
  const headers = new Map([...before.headers, ...replaced.headers]);
  const isComparable = ({ table, codes: [, stage = ''] }: Total) => {
    const headerBefore = headers.get(table);
    const named = [header, headerBefore].some((each) => each && isNamedNotCollected(each, table, stage));
    return headerBefore !== undefined && !named;
  };
  const last = [...before.totals].filter(([, { table }]) => !replaced.headers.has(table));
  checkCountsWithinHalf(
    form,
    comparableOf(totals, isComparable),
    comparableOf([...last, ...replaced.totals], isComparable),
    findings,
  );
}

function comparableOf(
  totals: Iterable<readonly [string, Total]>,
  isComparable: (total: Total) => boolean,
): Totals {
  return new Map([...totals].filter(([, total]) => isComparable(total)));
}
