import { type ConditionalUses, collectUses } from './check-uses.ts';
import type { Facts, FindingCollector } from './collect-findings.ts';
import { type DistinctKeys, distinctTexts } from './distinct-keys.ts';
import { distinctNumbers } from './distinct-numbers.ts';
import type { SchemaVersion } from './generated/versions.ts';
import { locateRow, type ReturnForm, type RowNumbers, type RowPlace } from './locate-row.ts';
import { PackedRows } from './pack-rows.ts';
import type { Dates } from './period.ts';
import { dictionaryFor, type FieldPlan, type TablePlan } from './plan-rows.ts';
import { pathTemplate } from './pointer.ts';
import { quoteName, quoteValue } from './quote-value.ts';
import type { Cell } from './read/cell.ts';
import { type DiagnoseCell, rememberDiagnoses } from './remember-diagnoses.ts';
import { listRowNumbers } from './row-number-list.ts';
import { safeValue, WITHHELD } from './safe-value.ts';
import { type StructuralRuleId, structuralRule } from './structural-rules.ts';
import { type Candidate, suggest } from './suggest.ts';
import type { LabelTranslator } from './translate-labels.ts';

/** Checks the rows of one table one by one, as they are read, and keeps those that are well formed. */
export class TableIntake {
  readonly plan: TablePlan;
  readonly rows: PackedRows;

  readonly #form: ReturnForm;
  readonly #findings: FindingCollector;
  readonly #numberKeys: DistinctKeys<number>;
  readonly #textKeys = distinctTexts();
  readonly #uses: ConditionalUses;
  readonly #diagnose: DiagnoseCell;
  readonly #numbers = listRowNumbers();
  readonly #numberOf: RowNumbers = (_, row) => this.#numbers.numberOf(row);
  /** The row being taken, as `PackedRows` keeps it. */
  readonly #values: Float64Array;
  #absent: ReadonlySet<number> = new Set();
  #count = 0;
  #isReliable = true;

  readonly #labels: LabelTranslator | null;

  /** @param labels - When given, labels are read as codes. */
  constructor(
    plan: TablePlan,
    form: ReturnForm,
    findings: FindingCollector,
    labels: LabelTranslator | null = null,
  ) {
    this.plan = plan;
    this.rows = new PackedRows(plan);
    this.#numberKeys = distinctNumbers(plan.keySpace);
    this.#values = new Float64Array(plan.fields.length);
    this.#labels = labels;
    this.#form = form;
    this.#findings = findings;
    this.#diagnose = rememberDiagnoses(plan.table);
    this.#uses = collectUses(plan, form, findings, this.#numberOf);
  }

  /** Rows met so far, well formed or not: also the index of the row that comes next. */
  get count(): number {
    return this.#count;
  }

  /** Whether nothing was wrong with the form of the table so far, so that its sums can be trusted. */
  get isReliable(): boolean {
    return this.#isReliable;
  }

  /** Says that something was wrong with the table which the reader has reported itself. */
  distrust(): void {
    this.#isReliable = false;
  }

  /** Says which number the row that comes next has in its file, where that does not follow from its index. */
  standsAt(number: number): void {
    this.#numbers.note(this.#count, number);
  }

  /** The number of a row in its file, if it was said. */
  numberOf(row: number): number | null {
    return this.#numbers.numberOf(row);
  }

  /** Names the fields that the reader has reported missing from every row. */
  expectWithout(fields: ReadonlySet<number>): void {
    this.#absent = fields;
  }

  /**
   * Takes one row: its cells in schema order. Keeps the row if nothing is wrong with it.
   *
   * @param given - Read, not kept: the reader may use the same array again.
   */
  take(given: readonly Cell[]): void {
    const cells = this.#labels === null ? given : this.#translate(this.#labels, given);
    const values = this.#values;
    let hasKey = true;
    let isGood = true;
    let key = 0;
    const { fields } = this.plan;
    for (let index = 0; index < fields.length; index += 1) {
      const plan = fields[index] as FieldPlan;
      const cell = cells[index];
      if (plan.isCode) {
        const dictionary = plan.chooser < 0 ? plan.dictionary : dictionaryFor(plan, cells);
        const accepted = dictionary?.codes.get(cell);
        if (accepted !== undefined) {
          if (accepted.conditional !== null) this.#uses.noteCode(plan, accepted.conditional, this.#count);
          if (plan.isKey) key = key * plan.codeCount + accepted.digit;
          values[index] = accepted.digit;
          continue;
        }
        if (plan.isKey) hasKey = false;
      } else if (
        typeof cell === 'number' ? isWithinLimits(plan, cell) : cell === null && plan.field.nullable
      ) {
        values[index] = typeof cell === 'number' ? cell : Number.NaN;
        continue;
      } else if (cell === undefined && plan.isOptional) {
        values[index] = Number.NaN;
        continue;
      }
      isGood = false;
      this.#refuse(plan, cells);
    }
    if (hasKey && !this.#isNew(key, cells)) {
      isGood = false;
      this.#reportRow('row-unique');
    }
    for (const plan of this.plan.later) {
      if (cells[plan.index] !== undefined) this.#uses.noteField(plan, this.#count);
    }
    if (isGood) this.rows.add(values);
    else this.#isReliable = false;
    this.#count += 1;
  }

  /** Counts a row that could not be read as one. */
  takeUnreadable(rule: StructuralRuleId): void {
    this.#reportRow(rule);
    this.#isReliable = false;
    this.#count += 1;
  }

  /** Reports a field of the row being read that the table does not have. */
  unknownField(name: string): void {
    this.#report('field-known', this.#pathOf(name), name, () => ({
      value: quoteName(name),
      suggestion: suggest(name, this.plan.names),
    }));
    this.#isReliable = false;
  }

  /** Reports a field that the row being read gives twice. */
  repeatedField(name: string): void {
    this.#report('json-keys-unique', this.#pathOf(name), name, () => NOTHING_TO_SAY);
    this.#isReliable = false;
  }

  /** Reports the codes that were not in use throughout the period. */
  checkDates(period: Dates): void {
    this.#uses.checkDates(period);
  }

  /** Reports what the version that the return follows does not have, or deprecates. */
  checkVersion(version: SchemaVersion): void {
    if (!this.#uses.checkVersion(version)) this.#isReliable = false;
  }

  #translate(labels: LabelTranslator, cells: readonly Cell[]): readonly Cell[] {
    const row = this.#count;
    return labels.translate(this.plan, cells, (field, label, code) =>
      locateRow(
        this.#form,
        { table: this.plan.table, row, field, value: safeValue(label), suggestion: code },
        this.#numberOf,
      ),
    );
  }

  #isNew(key: number, cells: readonly Cell[]): boolean {
    const { keySpace, fields } = this.plan;
    if (keySpace <= Number.MAX_SAFE_INTEGER) return this.#numberKeys.isNew(key);
    const codes = fields.filter((plan) => plan.isKey).map((plan) => String(cells[plan.index]));
    return this.#textKeys.isNew(codes.join(' '));
  }

  #pathOf(name: string): string {
    return pathTemplate(['tables', this.plan.table, 0, name]);
  }

  #refuse(plan: FieldPlan, cells: readonly Cell[]): void {
    const cell = cells[plan.index];
    if (cell === undefined && this.#absent.has(plan.index)) return;
    const dictionary = dictionaryFor(plan, cells);
    const { rule, suggestion, facts } = this.#diagnose(plan, dictionary, cell);
    this.#report(
      rule,
      plan.path,
      plan.field.name,
      () => {
        const meant = suggestion?.() ?? null;
        const candidate = dictionary?.candidates.find(({ code }) => code === meant) ?? null;
        return { value: quoted(plan, cell, candidate), suggestion: meant };
      },
      facts,
    );
  }

  #reportRow(rule: StructuralRuleId): void {
    this.#report(rule, this.plan.path, null, () => NOTHING_TO_SAY);
  }

  #report(
    rule: StructuralRuleId,
    path: string,
    field: string | null,
    say: () => Pick<RowPlace, 'value' | 'suggestion'>,
    facts?: Facts,
  ): void {
    const { table } = this.plan;
    const row = this.#count;
    this.#findings.add(
      structuralRule(rule),
      path,
      () => locateRow(this.#form, { table, row, field, ...say() }, this.#numberOf),
      facts,
    );
  }
}

const NOTHING_TO_SAY = { value: null, suggestion: null };

function isWithinLimits({ field, isWhole }: FieldPlan, value: number): boolean {
  return (
    (!isWhole || Number.isInteger(value)) &&
    (field.minimum === null || value >= field.minimum) &&
    (field.maximum === null || value <= field.maximum)
  );
}

/** What stood in a cell, as far as a report may repeat it: nothing of a column that is not coded. */
function quoted(plan: FieldPlan, cell: Cell, meant: Candidate | null): string | null {
  if (cell === undefined || cell === null || cell === '') return null;
  return plan.isCode && typeof cell !== 'symbol' ? quoteValue(cell, meant) : WITHHELD;
}
