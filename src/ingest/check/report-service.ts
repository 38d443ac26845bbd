import type { FindingCollector } from '../../standard/collect-findings.ts';
import { pathTemplate, pointerTo } from '../../standard/pointer.ts';
import { quoteValue } from '../../standard/quote-value.ts';
import type { RuleText } from '../../standard/rules/rule.ts';
import type { Candidate } from '../../standard/suggest.ts';

/**
 * Reports one service of `coverage.services_included`, by its position there.
 *
 * @param isRegistered - Whether the register knows it, so that its name is nobody's.
 * @param meant - What was probably meant; asked only for a place that the report lists.
 */
export function reportService(
  findings: FindingCollector,
  rule: RuleText,
  index: number,
  id: string,
  isRegistered: boolean,
  meant: () => Candidate | null = () => null,
): void {
  const path = ['coverage', 'services_included', index];
  findings.add(rule, pathTemplate(path), () => {
    const candidate = meant();
    return {
      pointer: pointerTo(path),
      row: null,
      column: null,
      value: isRegistered ? id : quoteValue(id, candidate),
      suggestion: candidate?.code ?? null,
    };
  });
}
