import { RULES } from './rules/all-rules.ts';
import type { RuleText } from './rules/rule.ts';
import { SERVICE_RULES } from './service-rules.ts';
import { STRUCTURAL_RULES } from './structural-rules.ts';

/**
 * What a rule looks at. `form`: whether a return can be read. `content`: whether what it says can be so. Both are
 * looked at wherever a return is validated. `service`: what only the service knows, on submission and dry run.
 */
export const RULE_KINDS = ['form', 'content', 'service'] as const;
export type RuleKind = (typeof RULE_KINDS)[number];

export type CatalogueRule = RuleText & { readonly kind: RuleKind };

/** Every rule there is, in the order in which they are looked at: form, content, then what the service adds. */
export const RULE_CATALOGUE: readonly CatalogueRule[] = [
  ...STRUCTURAL_RULES.map((rule) => entryOf(rule, 'form')),
  ...RULES.map((rule) => entryOf(rule, 'content')),
  ...SERVICE_RULES.map((rule) => entryOf(rule, 'service')),
];

function entryOf(rule: RuleText, kind: RuleKind): CatalogueRule {
  const { id, tier, since, message, why, remedy, source } = rule;
  return { id, kind, tier, since, message, why, remedy, source };
}
