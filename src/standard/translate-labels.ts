import type { Dictionary } from './dictionary.ts';
import { type Location, MAXIMUM_LOCATIONS } from './finding.ts';
import { dictionaryFor, type FieldPlan, type TablePlan } from './plan-rows.ts';
import { AMBIGUOUS_LABEL, type Cell } from './read/cell.ts';
import { comparable } from './suggest.ts';

/** Reads labels as codes, and remembers how many and where the first stood. */
export interface LabelTranslator {
  /**
   * The cells of a row with each label of its columns' lists, in either language, replaced by its code; a label
   * that several codes share becomes `AMBIGUOUS_LABEL`.
   *
   * @param locate - The place of a label that was read as a code.
   */
  translate(
    plan: TablePlan,
    cells: readonly Cell[],
    locate: (field: string, label: string, code: string) => Location,
  ): readonly Cell[];
  readonly count: number;
  readonly locations: readonly Location[];
}

const LONGEST_LABEL = 200;

export function createLabelTranslator(): LabelTranslator {
  const locations: Location[] = [];
  let count = 0;
  return {
    translate(plan, cells, locate) {
      const translated = [...cells];
      for (const field of inOrderOfChoice(plan)) {
        const cell = translated[field.index];
        const code = codeOf(dictionaryFor(field, translated), cell);
        if (code === undefined) continue;
        translated[field.index] = code;
        if (code === AMBIGUOUS_LABEL) continue;
        count += 1;
        if (locations.length < MAXIMUM_LOCATIONS)
          locations.push(locate(field.field.name, String(cell), code));
      }
      return translated;
    },
    get count() {
      return count;
    },
    locations,
  };
}

/** Coded fields, those that choose the list of another before the other. */
function inOrderOfChoice({ fields }: TablePlan): readonly FieldPlan[] {
  const coded = fields.filter((plan) => plan.isCode);
  return [...coded.filter((plan) => plan.chooser < 0), ...coded.filter((plan) => plan.chooser >= 0)];
}

/** The code that a label stands for; undefined where it is no label, or a code already. */
function codeOf(dictionary: Dictionary | null, cell: Cell): string | typeof AMBIGUOUS_LABEL | undefined {
  if (typeof cell !== 'string' || cell.length > LONGEST_LABEL || dictionary === null) return undefined;
  if (dictionary.codes.has(cell)) return undefined;
  const labels = labelsOf(dictionary);
  return labels.exact.get(comparable(cell)) ?? labels.folded.get(foldAccents(cell));
}

type Labels = ReadonlyMap<string, string | typeof AMBIGUOUS_LABEL>;

const remembered = new WeakMap<Dictionary, { readonly exact: Labels; readonly folded: Labels }>();

/** A label with its accents wins over one that is equal only without them. */
function labelsOf(dictionary: Dictionary) {
  const known = remembered.get(dictionary);
  if (known !== undefined) return known;
  const labels = { exact: collect(dictionary, comparable), folded: collect(dictionary, foldAccents) };
  remembered.set(dictionary, labels);
  return labels;
}

/** Where a code in use and ended ones share a label, it is taken for the one in use. */
function collect({ candidates, codes }: Dictionary, fold: (text: string) => string): Labels {
  const labels = new Map<string, string | typeof AMBIGUOUS_LABEL>();
  for (const hasEnded of [false, true]) {
    const ofThese = new Map<string, Set<string>>();
    for (const { code, title } of candidates) {
      if (((codes.get(code)?.conditional?.valid_to ?? null) !== null) !== hasEnded) continue;
      for (const label of [fold(title.en), fold(title.cy)]) {
        ofThese.set(label, (ofThese.get(label) ?? new Set()).add(code));
      }
    }
    for (const [label, shared] of ofThese) {
      const [only] = shared;
      if (!labels.has(label)) labels.set(label, shared.size === 1 ? (only as string) : AMBIGUOUS_LABEL);
    }
  }
  return labels;
}

/** Without accents and with one kind of apostrophe, besides what does not count anyway. */
function foldAccents(text: string): string {
  return comparable(
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .replace(/[\u2018\u2019\u02bc`\u00b4]/g, "'"),
  );
}
