import type { FindingCollector } from '../../standard/collect-findings.ts';
import type { ReturnForm } from '../../standard/locate-row.ts';
import { COUNT_WITHIN_HALF_OF_THE_ONE_BEFORE } from '../../standard/service-rules.ts';
import type { Total, Totals } from '../../validation/total-counts.ts';
import { reportTotal } from './report-total.ts';

/** Counts of which both are smaller change by half too easily to be asked about. */
const ENOUGH = 20;

/** Of pathway, what the others are parts of; the parts go up and down more. */
const STAGES: readonly string[] = ['referral_received', 'open_at_end', 'closed'];

/** Reports each count that is more than half above or below the one accepted before. */
export function checkCountsWithinHalf(
  form: ReturnForm,
  totals: Totals,
  before: Totals,
  findings: FindingCollector,
): void {
  for (const key of new Set([...totals.keys(), ...before.keys()])) {
    const now = totals.get(key) ?? nothingOf(before.get(key));
    if (now.table === 'pathway' && !isMainStage(now)) continue;
    const then = before.get(key)?.count ?? null;
    const change = Math.abs(now.count - (then ?? 0));
    if (Math.max(now.count, then ?? 0) < ENOUGH || change * 2 <= (then ?? 0)) continue;
    // What was counted before is no better guess than what is counted now, so none is suggested.
    const total = { now, before: then, suggestion: null };
    reportTotal(findings, COUNT_WITHIN_HALF_OF_THE_ONE_BEFORE, form, total);
  }
}

function isMainStage({ codes: [basis, stage = ''] }: Total): boolean {
  return basis === 'event' && STAGES.includes(stage);
}

/** What was counted before, and no row counts now. */
function nothingOf(before: Total | undefined): Total {
  if (before === undefined) throw new Error('a total is counted now or was counted before');
  return { ...before, row: null, count: 0 };
}
