import { dayInTheUk } from '../../standard/calendar.ts';
import type { FindingCollector } from '../../standard/collect-findings.ts';
import { pathTemplate, pointerTo } from '../../standard/pointer.ts';
import type { ReturnHeader } from '../../standard/row.ts';
import { safeValue } from '../../standard/safe-value.ts';
import { PERIOD_HAS_ENDED } from '../../standard/service-rules.ts';

/** Reports a return whose last day is today or later. */
export function checkPeriodHasEnded(header: ReturnHeader, now: Date, findings: FindingCollector): void {
  if (header.period_end < dayInTheUk(now)) return;
  findings.add(PERIOD_HAS_ENDED, pathTemplate(['period']), () => ({
    pointer: pointerTo(['period']),
    row: null,
    column: null,
    value: safeValue(header.period),
    suggestion: null,
  }));
}
