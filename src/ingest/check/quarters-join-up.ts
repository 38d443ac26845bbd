import type { FindingCollector } from '../../standard/collect-findings.ts';
import type { ReturnForm } from '../../standard/locate-row.ts';
import type { ReturnHeader } from '../../standard/row.ts';
import { isNamedNotCollected } from '../../standard/rules/reading/coverage.ts';
import type { RuleText } from '../../standard/rules/rule.ts';
import {
  COHORT_IS_REFERRALS_OF_QUARTER_BEFORE,
  OPEN_AT_START_IS_OPEN_AT_END_BEFORE,
} from '../../standard/service-rules.ts';
import { type Total, type Totals, totalKey } from '../../validation/total-counts.ts';
import type { EarlierTotals } from './read-earlier-totals.ts';
import { reportTotal } from './report-total.ts';

/** A count of pathway that the quarter before has already counted under another name. */
interface Join {
  readonly rule: RuleText;
  readonly now: readonly [basis: string, stage: string];
  readonly before: readonly [basis: string, stage: string];
}

const STOCK: Join = {
  rule: OPEN_AT_START_IS_OPEN_AT_END_BEFORE,
  now: ['event', 'open_at_start'],
  before: ['event', 'open_at_end'],
};

const COHORT: Join = {
  rule: COHORT_IS_REFERRALS_OF_QUARTER_BEFORE,
  now: ['cohort', 'referral_received'],
  before: ['event', 'referral_received'],
};

/** A return's totals beside those of the quarter before. */
export interface QuarterBesideTheOneBefore {
  readonly form: ReturnForm;
  readonly header: ReturnHeader;
  readonly totals: Totals;
  readonly before: EarlierTotals;
}

/**
 * Reports where pathway does not go on from the quarter before: what is open at the start, and the referrals of
 * the cohort. Only whole returns are compared: a person may move house between two quarters.
 *
 * A return without a cohort has none to compare, and a stage named as not collected is left alone.
 */
export function checkQuartersJoinUp(joined: QuarterBesideTheOneBefore, findings: FindingCollector): void {
  const { totals, before, form, header } = joined;
  const headerBefore = before.headers.get('pathway');
  if (headerBefore === undefined) return;
  const hasCohort = [...totals.values()].some(({ codes: [basis] }) => basis === 'cohort');
  for (const { rule, now, before: then } of hasCohort ? [STOCK, COHORT] : [STOCK]) {
    if (isNamedNotCollected(header, 'pathway', now[1])) continue;
    if (isNamedNotCollected(headerBefore, 'pathway', then[1])) continue;
    const total = totals.get(totalKey('pathway', ...now)) ?? nothingOf(now);
    const count = before.totals.get(totalKey('pathway', ...then))?.count ?? 0;
    if (total.count === count) continue;
    reportTotal(findings, rule, form, { now: total, before: count, suggestion: String(count) });
  }
}

function nothingOf(codes: readonly string[]): Total {
  return { table: 'pathway', row: null, field: 'episodes', codes, count: 0 };
}
