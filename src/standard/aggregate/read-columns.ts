import type { CodeListId } from '../generated/code-lists.ts';
import type { Dates } from '../period.ts';
import { safeValue } from '../safe-value.ts';
import { comparable } from '../suggest.ts';
import { CodesInUse, type Replacement } from './codes-in-use.ts';
import type { Day } from './day.ts';
import { isoOf } from './day.ts';
import type { ExportField } from './export-field.ts';
import type { ProblemLog } from './export-problems.ts';
import { type DateForm, parseDate } from './parse-date.ts';
import { type NumberForm, parseNumber } from './parse-number.ts';
import { keyOfValue, PickList } from './pick-list.ts';
import type { ProblemId } from './problem-kinds.ts';

/** How the mapping finds the cells of one field. */
export type ColumnSpec =
  | string
  | {
      readonly column?: string;
      readonly columns?: readonly string[];
      readonly constant?: string;
      readonly values?: Readonly<Record<string, string>>;
      readonly separator?: string;
      readonly dates?: readonly DateForm[];
    };

export type ColumnMap = Readonly<Record<string, ColumnSpec>>;

/** What every field of a file is read by. */
export interface ReadingContext {
  readonly system: string;
  readonly file: string;
  readonly dates: readonly DateForm[];
  readonly blanks: Readonly<Record<string, string>>;
  readonly numbers: NumberForm;
  /** The days of the return: codes of a pick-list must be in use throughout. */
  readonly period: Dates;
  readonly extracted: Day;
  readonly log: ProblemLog;
}

interface BoundField {
  readonly field: ExportField;
  readonly positions: readonly number[];
  readonly heading: string | undefined;
  readonly constant: string | null;
  readonly separator: string;
  readonly dates: readonly DateForm[];
  readonly picks: PickList | null;
  readonly known: Map<string, string | null>;
}

const DEFAULT_FORMS: readonly DateForm[] = ['YYYY-MM-DD', 'DD/MM/YYYY'];
const MAXIMUM_REMEMBERED = 10_000;

/**
 * Reads the cells of a file's rows by field. What cannot be read is a problem of the log and counts as nothing.
 */
export class ColumnReader<Field extends string> {
  readonly #context: ReadingContext;
  readonly #bound = new Map<Field, BoundField>();
  readonly #year: number;
  readonly #blanks: ReadonlySet<string>;
  readonly #inUse = new Map<CodeListId, CodesInUse>();

  constructor(
    fields: Readonly<Record<Field, ExportField>>,
    columns: ColumnMap,
    headings: readonly string[],
    context: ReadingContext,
  ) {
    this.#context = context;
    this.#blanks = new Set(Object.keys(context.blanks).map(keyOfValue));
    this.#year = Number(isoOf(context.extracted).slice(0, 4));
    const places = placesOf(headings);
    for (const [name, spec] of Object.entries(columns)) {
      const field = fields[name as Field];
      const bound = this.#bind(field, typeof spec === 'string' ? { column: spec } : spec, places);
      this.#bound.set(name as Field, bound);
    }
  }

  #bind(
    field: ExportField,
    spec: Exclude<ColumnSpec, string>,
    places: ReadonlyMap<string, number[]>,
  ): BoundField {
    const wanted = spec.columns ?? (spec.column === undefined ? [] : [spec.column]);
    const positions = wanted.map((heading) => this.#find(heading, places));
    const isList = field.kind === 'code' || field.kind === 'codes' || field.kind === 'yes_no';
    const values = spec.values ?? {};
    const picks =
      isList || field.kind === 'text' ? new PickList(field, { values, blanks: this.#context.blanks }) : null;
    for (const code of Object.values(values)) {
      if (isList && picks && !picks.accepts(code, field)) {
        const named = `"${safeValue(code)}"`;
        this.#problem('mapped-code-known', wanted[0], undefined, { detail: { en: named, cy: named } });
      }
    }
    return {
      field,
      positions,
      heading: wanted[0],
      constant: spec.constant ?? null,
      separator: spec.separator ?? ';',
      dates: spec.dates ?? (this.#context.dates.length > 0 ? this.#context.dates : DEFAULT_FORMS),
      picks,
      known: new Map(),
    };
  }

  #find(heading: string, places: ReadonlyMap<string, number[]>): number {
    const found = places.get(comparable(heading)) ?? [];
    if (found.length === 0) this.#problem('column-present', heading);
    if (found.length > 1) this.#problem('column-once', heading);
    return found[0] ?? -1;
  }

  #problem(
    id: ProblemId,
    column: string | undefined,
    row?: number,
    more: Parameters<ProblemLog['add']>[2] = {},
  ): void {
    const { system, file, log } = this.#context;
    log.add(id, { system, file, column, row }, more);
  }

  has(name: Field): boolean {
    return this.#bound.has(name);
  }

  /** The cell of a field without outer spaces, or its constant; empty where the field is not mapped. */
  text(name: Field, cells: readonly string[]): string {
    const bound = this.#bound.get(name);
    if (bound === undefined) return '';
    return bound.constant ?? (cells[bound.positions[0] ?? -1] ?? '').trim();
  }

  /** Every cell of a field that has several columns. */
  texts(name: Field, cells: readonly string[]): string[] {
    return (this.#bound.get(name)?.positions ?? []).map((position) => (cells[position] ?? '').trim());
  }

  /** Says something of the field in a row that does not keep it from being counted. */
  note(id: ProblemId, name: Field, row: number): void {
    this.#problem(id, this.heading(name), row);
  }

  heading(name: Field): string | undefined {
    return this.#bound.get(name)?.heading;
  }

  /** A readable date up to the day of the export: a later one has not happened, so it is noted and left out. */
  date(name: Field, cells: readonly string[], row: number): Day | null {
    const text = this.text(name, cells);
    const bound = this.#bound.get(name);
    if (text === '' || bound === undefined || this.#isBlank(text)) return null;
    const day = parseDate(text, bound.dates, this.#year);
    if (day === null) this.#problem('date-readable', bound.heading, row);
    if (day === null || day <= this.#context.extracted) return day;
    this.#problem('date-not-after-export', bound.heading, row);
    return null;
  }

  number(name: Field, cells: readonly string[], row: number): number | null {
    return this.#toNumber(this.text(name, cells), this.heading(name), row);
  }

  /** The numbers of a field with several columns; null for each that holds none. */
  numbers(name: Field, cells: readonly string[], row: number): (number | null)[] {
    return this.texts(name, cells).map((text) => this.#toNumber(text, this.heading(name), row));
  }

  #toNumber(text: string, heading: string | undefined, row: number): number | null {
    if (text === '' || this.#isBlank(text)) return null;
    const number = parseNumber(text, this.#context.numbers);
    if (number === null) this.#problem('number-readable', heading, row);
    return number;
  }

  /** The code of a cell: a blank where it holds nothing or is not known, null where the field takes no blank. */
  code(name: Field, cells: readonly string[], row: number): string | null {
    return this.#toCode(this.#bound.get(name), this.text(name, cells), row);
  }

  /** The codes of a cell that holds several. */
  codes(name: Field, cells: readonly string[], row: number): string[] {
    const bound = this.#bound.get(name);
    if (bound === undefined) return [];
    const texts = bound.positions.length > 1 ? this.texts(name, cells) : [this.text(name, cells)];
    const parts = texts.flatMap((text) => text.split(bound.separator)).filter((part) => part.trim() !== '');
    return parts.map((part) => this.#toCode(bound, part, row)).filter((code) => code !== null);
  }

  #toCode(bound: BoundField | undefined, text: string, row: number): string | null {
    if (bound?.picks == null) return null;
    const { picks, known, field, heading } = bound;
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const code = picks.read(text);
    if (code === undefined) {
      this.#problem('value-mapped', heading, row, { value: text, suggestion: () => picks.suggest(text) });
      return field.blanks?.[0] ?? null;
    }
    const replacement = code === null ? null : this.#replacementOf(field, code);
    if (replacement !== null) {
      const { id, successor, detail } = replacement;
      this.#problem(id, heading, row, { detail });
      return successor ?? field.blanks?.[0] ?? null;
    }
    if (known.size < MAXIMUM_REMEMBERED) known.set(text, code);
    return code;
  }

  #replacementOf({ list }: ExportField, code: string): Replacement | null {
    if (list === undefined) return null;
    const inUse = this.#inUse.get(list) ?? new CodesInUse(list, this.#context.period);
    this.#inUse.set(list, inUse);
    return inUse.replacementOf(code);
  }

  #isBlank(text: string): boolean {
    return this.#blanks.has(keyOfValue(text));
  }
}

function placesOf(headings: readonly string[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [index, heading] of headings.entries()) {
    const key = comparable(heading);
    const found = places.get(key);
    if (found) found.push(index);
    else places.set(key, [index]);
  }
  return places;
}
