import type { Code } from './code-list.ts';
import { isValidThroughout } from './code-list.ts';
import type { Facts, FindingCollector } from './collect-findings.ts';
import { diagnoseCell } from './diagnose-cell.ts';
import { distinctKeys } from './distinct-keys.ts';
import { type Location, MAXIMUM_LOCATIONS } from './finding.ts';
import type { TableName } from './generated/tables.ts';
import type { Dates } from './period.ts';
import { type FieldPlan, TABLE_PLANS, type TablePlan } from './plan-rows.ts';
import { pathTemplate, pointerTo } from './pointer.ts';
import type { Cell } from './read/cell.ts';
import type { RowValues } from './row.ts';
import { safeValue, WITHHELD } from './safe-value.ts';
import { type StructuralRuleId, structuralRule } from './structural-rules.ts';
import { suggest } from './suggest.ts';

/** The form a return came in: places of a CSV are also given by record and column. */
export type ReturnForm = 'json' | 'csv';

/** Where one code that has dates was used; the period is known only once the header is. */
interface DatedUse {
  readonly plan: FieldPlan;
  readonly code: Code;
  count: number;
  readonly rows: number[];
}

/** The header of a CSV is record 1. */
const RECORD_OF_FIRST_ROW = 2;

/** Checks the rows of one table one by one, as they are read, and keeps those that are well formed. */
export class TableIntake {
  readonly plan: TablePlan;
  readonly rows: RowValues[] = [];
  /** Rows met so far, well formed or not. */
  count = 0;
  /** False once anything was wrong with the form of the table, so that its sums cannot be trusted. */
  isReliable = true;
  /** Fields that the reader has already reported missing for the whole table. */
  absent: ReadonlySet<number> = new Set();

  readonly #form: ReturnForm;
  readonly #findings: FindingCollector;
  readonly #numberKeys = distinctKeys<number>();
  readonly #textKeys = distinctKeys<string>();
  readonly #dated = new Map<string, DatedUse>();

  constructor(table: TableName, form: ReturnForm, findings: FindingCollector) {
    this.plan = TABLE_PLANS[table];
    this.#form = form;
    this.#findings = findings;
  }

  /**
   * Takes one row: its cells in schema order. Keeps the row if nothing is wrong with it.
   *
   * @param cells - Read, not kept: the reader may use the same array again.
   */
  take(cells: readonly Cell[]): void {
    const { fields, keySpace } = this.plan;
    const values: (string | number | null)[] = [];
    let isKnown = true;
    let isGood = true;
    let key = 0;
    for (const plan of fields) {
      const cell = cells[plan.index];
      if (plan.isCode) {
        const dictionary =
          plan.chooser < 0 ? plan.dictionary : (plan.chosen.get(cells[plan.chooser]) ?? plan.dictionary);
        const accepted = dictionary?.codes.get(cell);
        if (accepted !== undefined) {
          if (accepted.dated !== null) this.#noteDated(plan, accepted.dated);
          if (plan.isKey) key = key * (plan.dictionary?.codes.size ?? 1) + accepted.digit;
          // The dictionary's own text: the reader's may hold on to a whole chunk of the file.
          values.push(accepted.code);
          continue;
        }
        if (plan.isKey) isKnown = false;
      } else if (typeof cell === 'number') {
        if (
          (plan.field.kind === 'number' || Number.isInteger(cell)) &&
          (plan.field.minimum === null || cell >= plan.field.minimum) &&
          (plan.field.maximum === null || cell <= plan.field.maximum)
        ) {
          // Adding 0 turns −0 into 0.
          values.push(cell + 0);
          continue;
        }
      } else if (cell === null && plan.field.nullable) {
        values.push(null);
        continue;
      }
      isGood = false;
      this.#refuse(plan, cells);
    }
    if (isKnown && !this.#isNew(key, keySpace, cells)) {
      isGood = false;
      this.#report('row-unique', null, null);
    }
    if (isGood) this.rows.push(values);
    else this.isReliable = false;
    this.count += 1;
  }

  /** Counts a row that could not be read as one. */
  takeUnreadable(rule: StructuralRuleId): void {
    this.#report(rule, null, null);
    this.isReliable = false;
    this.count += 1;
  }

  /** Reports a field of the row being read that the table does not have. */
  unknownField(name: string): void {
    this.#report('field-known', name, safeValue(name), () => suggest(name, this.plan.names));
    this.isReliable = false;
  }

  /** Reports a field that the row being read gives twice. */
  repeatedField(name: string): void {
    this.#report('json-keys-unique', name, null);
    this.isReliable = false;
  }

  /** Reports the codes that were not in use throughout the period. */
  checkDates(period: Dates): void {
    const rule = structuralRule('code-valid-on-the-dates');
    const outside = [...this.#dated.values()].filter(
      (use) => !isValidThroughout(use.code, period.start, period.end),
    );
    for (const plan of this.plan.fields) {
      const uses = outside.filter((use) => use.plan === plan);
      if (uses.length === 0) continue;
      const places = uses.flatMap(({ code, rows }) => rows.map((row) => ({ code, row })));
      places.sort((left, right) => left.row - right.row);
      this.#findings.addMany(
        rule,
        pathTemplate(['tables', this.plan.table, 0, plan.field.name]),
        uses.reduce((total, use) => total + use.count, 0),
        places
          .slice(0, MAXIMUM_LOCATIONS)
          .map(({ code, row }) => this.#locate(row, plan.field.name, safeValue(code.code), code.replaced_by)),
      );
    }
  }

  #isNew(key: number, keySpace: number, cells: readonly Cell[]): boolean {
    if (keySpace <= Number.MAX_SAFE_INTEGER) return this.#numberKeys.isNew(key);
    return this.#textKeys.isNew(
      this.plan.fields
        .filter((plan) => plan.isKey)
        .map((plan) => String(cells[plan.index]))
        .join(' '),
    );
  }

  #noteDated(plan: FieldPlan, code: Code): void {
    const key = `${plan.index} ${code.code}`;
    let use = this.#dated.get(key);
    if (!use) {
      use = { plan, code, count: 0, rows: [] };
      this.#dated.set(key, use);
    }
    use.count += 1;
    if (use.rows.length < MAXIMUM_LOCATIONS) use.rows.push(this.count);
  }

  #refuse(plan: FieldPlan, cells: readonly Cell[]): void {
    const cell = cells[plan.index];
    if (cell === undefined && this.absent.has(plan.index)) return;
    const chosen = plan.chooser < 0 ? undefined : plan.chosen.get(cells[plan.chooser]);
    const diagnosis = diagnoseCell(this.plan.table, plan, chosen ?? plan.dictionary, cell);
    this.#report(diagnosis.rule, plan.field.name, quoted(plan, cell), diagnosis.suggestion, diagnosis.facts);
  }

  #report(
    rule: StructuralRuleId,
    field: string | null,
    value: string | null,
    suggestion?: () => string | null,
    facts?: Facts,
  ): void {
    const path = ['tables', this.plan.table, 0, ...(field === null ? [] : [field])];
    const row = this.count;
    this.#findings.add(
      structuralRule(rule),
      pathTemplate(path),
      () => this.#locate(row, field, value, suggestion?.() ?? null),
      facts,
    );
  }

  #locate(row: number, field: string | null, value: string | null, suggestion: string | null): Location {
    return locateInTable(this.#form, this.plan.table, row, field, value, suggestion);
  }
}

/** The place of a row, or of a field of it, in the form the return came in. */
export function locateInTable(
  form: ReturnForm,
  table: TableName,
  row: number,
  field: string | null,
  value: string | null,
  suggestion: string | null,
): Location {
  return {
    pointer: pointerTo(['tables', table, row, ...(field === null ? [] : [field])]),
    row: form === 'csv' ? row + RECORD_OF_FIRST_ROW : null,
    column: form === 'csv' && field !== null ? safeValue(field) : null,
    value,
    suggestion,
  };
}

/** What stood in a cell, as far as a report may repeat it: nothing of a column that is not coded. */
function quoted(plan: FieldPlan, cell: Cell): string | null {
  if (cell === undefined || cell === null || cell === '') return null;
  return plan.isCode && typeof cell !== 'symbol' ? safeValue(cell) : WITHHELD;
}
