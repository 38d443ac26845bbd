import type { FindingCollector } from '../../standard/collect-findings.ts';
import type { Location } from '../../standard/finding.ts';
import { locateRow, type ReturnForm } from '../../standard/locate-row.ts';
import { pathTemplate, pointerTo } from '../../standard/pointer.ts';
import type { RuleText } from '../../standard/rules/rule.ts';
import { WITHHELD } from '../../standard/safe-value.ts';
import type { Text } from '../../standard/text.ts';
import { type Total, titleOf } from '../../validation/total-counts.ts';

/** A total of a return, and what an earlier return had there. */
export interface TotalBesideEarlier {
  readonly now: Total;
  /** Null where no row of it counted any. */
  readonly before: number | null;
  /** What the total is meant to be; null where nobody can know. */
  readonly suggestion: string | null;
}

/** Reports a total at the first row that it was added from, or at its table, with both counts in words. */
export function reportTotal(
  findings: FindingCollector,
  rule: RuleText,
  form: ReturnForm,
  { now, before, suggestion }: TotalBesideEarlier,
): void {
  const { table, row, field, count } = now;
  const facts = {
    now: inDigits(count),
    before: before === null ? NONE_RETURNED : inDigits(before),
    figure: titleOf(now),
  };
  const path = ['tables', table, ...(row === null ? [] : [row, field])];
  const locate = (): Location =>
    row === null
      ? { pointer: pointerTo(path), row: null, column: null, value: null, suggestion }
      : locateRow(form, { table, row, field, value: WITHHELD, suggestion });
  findings.add(rule, pathTemplate(path), locate, facts);
}

const NONE_RETURNED: Text = { en: 'none returned', cy: 'dim a ddychwelwyd' };

/** The same digits in both languages. */
function inDigits(count: number): Text {
  return { en: String(count), cy: String(count) };
}
