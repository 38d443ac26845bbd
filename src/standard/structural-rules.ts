import type { RuleText } from './rules/rule.ts';
import { CELL_RULES } from './structural-rules/cell-rules.ts';
import { CODE_RULES } from './structural-rules/code-rules.ts';
import { FILE_RULES } from './structural-rules/file-rules.ts';
import { HEADER_RULES } from './structural-rules/header-rules.ts';
import { NDJSON_RULES } from './structural-rules/ndjson-rules.ts';
import { NUMBER_RULES } from './structural-rules/number-rules.ts';
import type { StructuralText } from './structural-rules/structural-rule.ts';
import { TABLE_RULES } from './structural-rules/table-rules.ts';
import { VERSION_RULES } from './structural-rules/version-rules.ts';
import { WORKBOOK_RULES } from './structural-rules/workbook-rules.ts';
import { ZIP_RULES } from './structural-rules/zip-rules.ts';

const TEXTS = [
  ...FILE_RULES,
  ...NDJSON_RULES,
  ...ZIP_RULES,
  ...WORKBOOK_RULES,
  ...HEADER_RULES,
  ...TABLE_RULES,
  ...CELL_RULES,
  ...CODE_RULES,
  ...NUMBER_RULES,
  ...VERSION_RULES,
] as const;

export type StructuralRuleId = (typeof TEXTS)[number]['id'];

/** Every fault of form the validator can find, in the order it looks: file, header, tables, cells. */
export const STRUCTURAL_RULES: readonly RuleText[] = TEXTS.map((text: StructuralText) => ({
  ...text,
  tier: text.tier ?? 'error',
  since: text.since ?? '1.0',
}));

const RULES_BY_ID = new Map(STRUCTURAL_RULES.map((rule) => [rule.id, rule]));

export function structuralRule(id: StructuralRuleId): RuleText {
  const rule = RULES_BY_ID.get(id);
  if (!rule) throw new Error(`There is no structural rule ${id}`);
  return rule;
}
