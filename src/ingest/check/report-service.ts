import type { FindingCollector } from '../../standard/collect-findings.ts';
import { pathTemplate, pointerTo } from '../../standard/pointer.ts';
import type { RuleText } from '../../standard/rules/rule.ts';
import { safeValue } from '../../standard/safe-value.ts';

/** Reports one service of `coverage.services_included`, by its position there. */
export function reportService(
  findings: FindingCollector,
  rule: RuleText,
  index: number,
  id: string,
  suggestion: () => string | null = () => null,
): void {
  const path = ['coverage', 'services_included', index];
  findings.add(rule, pathTemplate(path), () => ({
    pointer: pointerTo(path),
    row: null,
    column: null,
    value: safeValue(id),
    suggestion: suggestion(),
  }));
}
