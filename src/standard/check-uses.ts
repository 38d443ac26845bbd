import { type Code, isValidThroughout } from './code-list.ts';
import { codesBeside, codesInsteadOf } from './codes-instead-of.ts';
import type { FindingCollector } from './collect-findings.ts';
import { rememberUses, type UseInRows } from './conditional-uses.ts';
import type { SchemaVersion } from './generated/versions.ts';
import { locateRow, type ReturnForm, type RowNumbers } from './locate-row.ts';
import type { Dates } from './period.ts';
import type { FieldPlan, TablePlan } from './plan-rows.ts';
import { safeValue, WITHHELD } from './safe-value.ts';
import { type StructuralRuleId, structuralRule } from './structural-rules.ts';
import { isLater } from './versions/every-version.ts';

/** Where a table uses what not every period or version has; checked once the header says which they are. */
export interface ConditionalUses {
  noteCode(plan: FieldPlan, code: Code, row: number): void;
  noteField(plan: FieldPlan, row: number): void;
  /** Reports the codes that were not in use throughout the period. */
  checkDates(period: Dates): void;
  /**
   * Reports the fields and codes that the version does not have, and as advice the codes it deprecates.
   *
   * @returns Whether the version has everything that was used.
   */
  checkVersion(version: SchemaVersion): boolean;
}

export function collectUses(
  { table }: TablePlan,
  form: ReturnForm,
  findings: FindingCollector,
  numberOf: RowNumbers,
): ConditionalUses {
  const codes = rememberUses<Code>();
  const fields = rememberUses<null>();

  const report = <Used>(
    rule: StructuralRuleId,
    uses: readonly UseInRows<Used>[],
    say: (used: Used) => { readonly value: string; readonly suggestion: string | null },
  ) => {
    for (const { plan, count, places } of uses) {
      const field = plan.field.name;
      const locations = places.map(({ used, row }) =>
        locateRow(form, { table, row, field, ...say(used) }, numberOf),
      );
      findings.addMany(structuralRule(rule), plan.path, count, locations);
    }
  };
  const nameCode = (code: Code) => ({ value: safeValue(code.code), suggestion: null });

  return {
    noteCode: codes.note,
    noteField: (plan, row) => fields.note(plan, null, row),
    checkDates(period) {
      const outside = codes.usesOf((code) => !isValidThroughout(code, period.start, period.end));
      report('code-valid-on-the-dates', outside, (code) => ({
        value: safeValue(code.code),
        suggestion: codesInsteadOf(code, codesBeside(code), period),
      }));
    },
    checkVersion(version) {
      const laterFields = fields.usesOf((_, plan) => isLater(plan.since, version));
      const laterCodes = codes.usesOf((code) => isLater(code.since, version));
      report('field-of-this-version', laterFields, () => ({ value: WITHHELD, suggestion: null }));
      report('code-of-this-version', laterCodes, nameCode);
      const deprecated = codes.usesOf(
        ({ deprecated_in }) => deprecated_in !== undefined && !isLater(deprecated_in, version),
      );
      report('code-not-deprecated', deprecated, (code) => ({
        value: safeValue(code.code),
        suggestion: code.replaced_by.join(', ') || null,
      }));
      return laterFields.length === 0 && laterCodes.length === 0;
    },
  };
}
