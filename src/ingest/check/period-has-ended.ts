import type { FindingCollector } from '../../standard/collect-findings.ts';
import { pathTemplate, pointerTo } from '../../standard/pointer.ts';
import type { ReturnHeader } from '../../standard/row.ts';
import type { RuleText } from '../../standard/rules/rule.ts';
import { safeValue } from '../../standard/safe-value.ts';

export const PERIOD_HAS_ENDED: RuleText = {
  id: 'period-has-ended',
  tier: 'error',
  since: '1.0',
  message: {
    en: 'The period has not ended yet.',
    cy: "Nid yw'r cyfnod wedi dod i ben eto.",
  },
  why: {
    en: 'A return counts a whole quarter. Sent before its last day is over, it would leave people out.',
    cy: "Mae ffurflen yn cyfrif chwarter cyfan. O'i hanfon cyn i'w ddiwrnod olaf ddod i ben, byddai'n gadael pobl allan.",
  },
  remedy: {
    en: 'Check the period. If it is right, send the return after its last day.',
    cy: "Gwiriwch y cyfnod. Os yw'n gywir, anfonwch y ffurflen ar ôl ei ddiwrnod olaf.",
  },
  source: 'core dataset, the return: the period is open',
};

/** Days begin and end at midnight in the United Kingdom. */
const DAY_IN_THE_UK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** Reports a return whose last day is today or later. */
export function checkPeriodHasEnded(header: ReturnHeader, now: Date, findings: FindingCollector): void {
  if (header.period_end < DAY_IN_THE_UK.format(now)) return;
  findings.add(PERIOD_HAS_ENDED, pathTemplate(['period']), () => ({
    pointer: pointerTo(['period']),
    row: null,
    column: null,
    value: safeValue(header.period),
    suggestion: null,
  }));
}
