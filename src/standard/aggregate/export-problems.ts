import { safeValue, WITHHELD } from '../safe-value.ts';
import type { Text } from '../text.ts';
import { PROBLEM_KINDS, type ProblemId, type ProblemKind } from './problem-kinds.ts';

/** Where in the exports something is wrong: never what stood there about a person. */
export interface ProblemPlace {
  /** Name of the mapping. */
  readonly system: string;
  /** Which file or part: `mapping`, `cases`, `connections`, `scores`, `postcodes`. */
  readonly file: string;
  readonly column?: string | undefined;
  /** Number of the row, the headings being 1. */
  readonly row?: number | undefined;
}

/** One value of a pick-list that nothing was mapped to, and the code it is near. */
export interface ProblemValue {
  readonly value: string;
  readonly count: number;
  readonly suggestion: string | null;
}

/** Every place of one file and column where one kind of thing is wrong. */
export interface ExportProblem extends ProblemKind {
  readonly id: ProblemId;
  readonly system: string;
  readonly file: string;
  readonly column: string | null;
  readonly count: number;
  /** The first rows it was met in. */
  readonly rows: readonly number[];
  /** The values met that are near a code, most frequent first: any other may be about a person. */
  readonly values: readonly ProblemValue[];
  /** How many more different values there were than are listed. */
  readonly moreValues: number;
  /** What the words leave open, such as the part of a mapping that is wrong. */
  readonly detail: Text | null;
}

const MAXIMUM_ROWS = 5;
const MAXIMUM_VALUES = 40;
/** Different values of a column beyond which it is taken for free text, and none is repeated. */
const FREE_TEXT_VALUES = 25;
/** Different values up to which each is repeated, however rare. */
const FEW_VALUES = 5;
const MAXIMUM_COUNTED = 1_000;

interface Open {
  readonly id: ProblemId;
  readonly place: ProblemPlace;
  readonly detail: Text | null;
  count: number;
  readonly rows: number[];
  readonly values: Map<string, { count: number; suggestion: string | null }>;
  moreValues: number;
}

/** Collects what is wrong with exports and their mappings, in bounded memory. */
export class ProblemLog {
  readonly #open = new Map<string, Open>();

  add(
    id: ProblemId,
    place: ProblemPlace,
    more: { readonly value?: string; readonly suggestion?: () => string | null; readonly detail?: Text } = {},
  ): void {
    const key = JSON.stringify([id, place.system, place.file, place.column ?? null, more.detail?.en ?? null]);
    const open = this.#open.get(key) ?? this.#start(key, id, place, more.detail ?? null);
    open.count += 1;
    if (place.row !== undefined && open.rows.length < MAXIMUM_ROWS) open.rows.push(place.row);
    if (more.value === undefined) return;
    const known = open.values.get(more.value);
    if (known) known.count += 1;
    else if (open.values.size < MAXIMUM_COUNTED) {
      open.values.set(more.value, { count: 1, suggestion: more.suggestion?.() ?? null });
    } else open.moreValues += 1;
  }

  #start(key: string, id: ProblemId, place: ProblemPlace, detail: Text | null): Open {
    const open = { id, place, detail, count: 0, rows: [], values: new Map(), moreValues: 0 };
    this.#open.set(key, open);
    return open;
  }

  /** Errors first, then what is unmapped, then notes; within these in the order met. */
  problems(): ExportProblem[] {
    const order = ['error', 'unmapped', 'note'];
    return [...this.#open.values()]
      .map(close)
      .sort((one, other) => order.indexOf(one.tier) - order.indexOf(other.tier));
  }

  has(tier: ProblemKind['tier']): boolean {
    return [...this.#open.values()].some(({ id }) => PROBLEM_KINDS[id].tier === tier);
  }
}

function close({ id, place, detail, count, rows, values, moreValues }: Open): ExportProblem {
  const different = values.size + moreValues;
  const listed = looksLikeFreeText(values, different) ? [] : listValues(values);
  return {
    ...PROBLEM_KINDS[id],
    id,
    system: place.system,
    file: place.file,
    column: place.column === undefined ? null : safeValue(place.column),
    count,
    rows,
    values: listed,
    moreValues: different - listed.length,
    detail,
  };
}

/** A column of names or notes mapped by mistake: many different values, or several that hardly ever repeat. */
function looksLikeFreeText(values: Open['values'], different: number): boolean {
  const once = [...values.values()].filter(({ count }) => count === 1).length;
  return different > FREE_TEXT_VALUES || (different > FEW_VALUES && once * 2 > different);
}

function listValues(values: Open['values']): ProblemValue[] {
  return [...values]
    .map(([value, { count, suggestion }]) => ({ value: safeValue(value), count, suggestion }))
    .filter(({ value, suggestion }) => suggestion !== null && value !== WITHHELD)
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
    .slice(0, MAXIMUM_VALUES);
}
