import { CODE_LISTS } from '../generated/code-lists.ts';
import { type Candidate, comparable, suggest } from '../suggest.ts';
import type { ExportField } from './export-field.ts';

/** Something a cell may stand for: a code of the field's list, or a blank. */
export interface PickListOptions {
  /** Local value to code, as the mapping gives it. */
  readonly values: Readonly<Record<string, string>>;
  /** Local words for nothing, of the whole system. */
  readonly blanks: Readonly<Record<string, string>>;
}

/** Words for yes and no, in both languages. */
const YES_NO: Readonly<Record<'yes' | 'no', readonly string[]>> = {
  yes: ['yes', 'y', 'true', '1', 'ie', 'ydw', 'ydy', 'do', 'oes', 'cynigiwyd'],
  no: ['no', 'n', 'false', '0', 'na', 'nac ydw', 'nac ydy', 'naddo', 'nac oes'],
};

/** A value as values are compared; a dash alone stays one, as it is not an empty cell. */
export function keyOfValue(text: string): string {
  return comparable(text) || text.trim();
}

/** Turns the values of one pick-list into codes: those of the mapping first, then codes and labels of the list. */
export class PickList {
  readonly #codes = new Map<string, string>();
  readonly #candidates: readonly Candidate[];
  readonly #empty: string | null;
  readonly #usual: ReadonlyMap<string, string>;

  constructor(field: ExportField, { values, blanks }: PickListOptions) {
    this.#candidates = candidatesOf(field);
    this.#usual = new Map(
      Object.entries(field.words ?? {}).flatMap(([code, words]) =>
        words.map((word) => [keyOfValue(word), code]),
      ),
    );
    const allowed = field.blanks ?? [];
    this.#empty = allowed[0] ?? null;
    for (const [word, blank] of Object.entries(blanks)) {
      this.#learn(word, allowed.includes(blank) ? blank : (this.#empty ?? ''));
    }
    for (const [word, code] of Object.entries(values)) this.#learn(word, code, true);
    for (const { code } of this.#candidates) this.#learn(code, code);
    for (const { code, title } of this.#candidates) {
      this.#learn(title.en, code);
      this.#learn(title.cy, code);
    }
    for (const { code, title } of CODE_LISTS.blank.codes.filter((blank) => allowed.includes(blank.code))) {
      for (const word of [code, title.en, title.cy]) this.#learn(word, code);
    }
    // Systems write a fifth as its number alone.
    if (field.list === 'deprivation_quintile') {
      for (const { code } of this.#candidates) this.#learn(code.slice(1), code);
    }
    if (field.kind === 'yes_no') {
      for (const [code, words] of Object.entries(YES_NO)) for (const word of words) this.#learn(word, code);
    }
  }

  #learn(word: string, code: string, isSaid = false): void {
    const key = keyOfValue(word);
    if (isSaid || !this.#codes.has(key)) this.#codes.set(key, code);
  }

  /** The code, null where the field holds nothing, undefined where the value is not known. */
  read(text: string): string | null | undefined {
    const found = this.#codes.get(keyOfValue(text));
    if (found !== undefined) return found === '' ? null : found;
    return text.trim() === '' ? this.#empty : undefined;
  }

  /** The code that a usual word of systems stands for. */
  usual(text: string): string | null {
    return this.#usual.get(keyOfValue(text)) ?? null;
  }

  /** What was probably meant. */
  suggest(text: string): string | null {
    return this.usual(text) ?? suggest(text, this.#candidates);
  }

  /** Whether a mapping may turn a value into this code. */
  accepts(code: string, field: ExportField): boolean {
    if (code === '' || (field.blanks ?? []).includes(code)) return true;
    if (field.kind === 'yes_no') return code === 'yes' || code === 'no';
    return this.#candidates.some((candidate) => candidate.code === code);
  }
}

/** The codes that a field of an export may hold; those that ended come last. */
export function candidatesOf({ list, codes }: ExportField): readonly Candidate[] {
  if (list === undefined) return [];
  return CODE_LISTS[list].codes
    .filter(({ code }) => codes === undefined || codes.includes(code))
    .toSorted((one, other) => Number(one.valid_to !== null) - Number(other.valid_to !== null));
}
