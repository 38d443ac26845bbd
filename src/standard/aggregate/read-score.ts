import { type InstrumentId, MEASURE_IDS, MEASURES, type MeasureId } from '../generated/measures.ts';
import type { Measure } from '../measure.ts';
import { type Scored, scoreRawTotal, scoreResponse } from '../measures/score-response.ts';
import { scaleOf } from '../measures/score-scale.ts';
import type { Unscored } from '../measures/unscored.ts';
import { comparable, suggestName } from '../suggest.ts';
import type { Text } from '../text.ts';
import type { ScoreRecord } from './case-records.ts';
import type { Unusable } from './read-case.ts';
import type { ColumnReader } from './read-columns.ts';
import type { Owner } from './read-connection.ts';
import type { ScoreField } from './record-fields.ts';

/** Ids of the registry by what people call them. An abbreviation that several measures share names none. */
const MEASURES_BY_NAME: ReadonlyMap<string, MeasureId> = namesOfMeasures();

function namesOfMeasures(): Map<string, MeasureId> {
  const names = new Map<string, MeasureId | null>();
  const learn = (name: string, id: MeasureId) => {
    const key = comparable(name);
    names.set(key, names.has(key) && names.get(key) !== id ? null : id);
  };
  for (const id of MEASURE_IDS) {
    const { title, abbreviation } = MEASURES[id];
    for (const name of new Set([id, title.en, title.cy, abbreviation].map(comparable))) learn(name, id);
  }
  return new Map([...names].filter((entry): entry is [string, MeasureId] => entry[1] !== null));
}

/** What a score's row may turn out to be besides a score. */
export type ScoreFault =
  | { readonly fault: Unusable | 'score-complete' }
  | { readonly fault: 'score-possible'; readonly detail: Text | null }
  | { readonly fault: 'value-mapped'; readonly measure: string };

/**
 * Reads one score, from the score itself, a raw total, or the answers to the items; whichever is mapped, in that
 * order.
 *
 * @param values - Local names of measures, as the mapping gives them.
 * @returns The score, what is wrong, or null where there is none.
 */
export function readScore(
  cells: readonly string[],
  row: number,
  columns: ColumnReader<ScoreField>,
  owner: Owner,
  values: Readonly<Record<string, string>>,
): ScoreRecord | ScoreFault | null {
  if (isEmpty(cells, columns)) return null;
  if (owner.person === '') return { fault: 'person-known' };
  const name = columns.text('measure', cells);
  const id = measureNamed(name, values);
  if (id === undefined) return { fault: 'value-mapped', measure: name };
  const taken = columns.date('score_date', cells, row);
  if (taken === null) return { fault: 'event-dated' };
  const measure = MEASURES[id];
  const value_set = columns.code('value_set', cells, row) ?? valueSetOf(measure);
  if (value_set === null) return { fault: 'score-possible', detail: VALUE_SET_NEEDED };
  const scored = scoreIn(measure, value_set, cells, row, columns);
  if (scored === null) return { fault: 'score-possible', detail: null };
  if (scored.score === null) {
    return scored.reason === 'too_many_missing'
      ? { fault: 'score-complete' }
      : { fault: 'score-possible', detail: scored.message };
  }
  const scoredAs = MEASURE_IDS.find((each) => each === scored.scoredAs);
  if (scoredAs === undefined) return { fault: 'score-possible', detail: null };
  return {
    person: owner.person,
    service: owner.service,
    taken,
    instrument: MEASURES[scoredAs].instrument as InstrumentId,
    measure: scoredAs,
    value_set,
    score: scored.score,
    completion_mode: columns.has('completion_mode')
      ? (columns.code('completion_mode', cells, row) ?? 'not_known')
      : 'not_collected',
  };
}

const VALUE_SET_NEEDED: Text = {
  en: 'The measure has several value sets: map value_set.',
  cy: 'Mae gan y mesur sawl set werthoedd: mapiwch value_set.',
};

function isEmpty(cells: readonly string[], columns: ColumnReader<ScoreField>): boolean {
  return (
    columns.text('score', cells) === '' &&
    columns.text('raw_total', cells) === '' &&
    columns.texts('items', cells).every((text) => text === '')
  );
}

/** The measure that a mapping, or the registry, calls by a name. */
export function measureNamed(name: string, values: Readonly<Record<string, string>>): MeasureId | undefined {
  const said = Object.entries(values).find(([word]) => comparable(word) === comparable(name))?.[1];
  return MEASURES_BY_NAME.get(comparable(said ?? name));
}

/** The measure that a name is near. */
export function suggestMeasure(name: string): MeasureId | null {
  const near = suggestName(name, [...MEASURES_BY_NAME.keys()]);
  return near === null ? null : (MEASURES_BY_NAME.get(near) ?? null);
}

/** A measure with no value set needs none; one with a single set has that. */
function valueSetOf({ value_sets }: Measure): string | null {
  return value_sets.length === 0
    ? 'not_applicable'
    : value_sets.length === 1
      ? (value_sets[0] ?? null)
      : null;
}

type Found = Pick<Scored, 'score' | 'scoredAs'> | Unscored;

/** The score that the row gives, by whatever of it is filled in; null where it can be nobody's. */
function scoreIn(
  measure: Measure,
  valueSet: string,
  cells: readonly string[],
  row: number,
  columns: ColumnReader<ScoreField>,
): Found | null {
  const given = columns.number('score', cells, row);
  if (given !== null) {
    return isPossible(measure, valueSet, given) ? { score: given, scoredAs: measure.id } : null;
  }
  const raw = columns.number('raw_total', cells, row);
  if (raw !== null) return scoreRawTotal(measure, raw);
  const answers = columns.numbers('items', cells, row);
  return answers.some((answer) => answer !== null) ? scoreResponse(measure, answers, { valueSet }) : null;
}

function isPossible(measure: Measure, valueSet: string, score: number): boolean {
  const { lowest, highest } = scaleOf(measure, valueSet);
  return score >= lowest && score <= highest && (!measure.is_integer || Number.isInteger(score));
}
