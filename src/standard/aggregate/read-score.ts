import { type InstrumentId, MEASURE_IDS, MEASURES, type MeasureId } from '../generated/measures.ts';
import type { Measure } from '../measure.ts';
import { scoreOfRaw, scoreResponse } from '../measures/score-response.ts';
import { comparable } from '../suggest.ts';
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
export type ScoreFault = Unusable | 'score-possible' | { readonly unknownMeasure: string };

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
  if (owner.person === '') return 'person-known';
  const name = columns.text('measure', cells);
  const id = measureNamed(name, values);
  if (id === undefined) return { unknownMeasure: name };
  const taken = columns.date('score_date', cells, row);
  if (taken === null) return 'event-dated';
  const measure = MEASURES[id];
  const score = scoreIn(measure, cells, row, columns);
  const value_set = columns.code('value_set', cells, row) ?? valueSetOf(measure);
  if (score === null || value_set === null) return 'score-possible';
  return {
    person: owner.person,
    service: owner.service,
    taken,
    instrument: measure.instrument as InstrumentId,
    measure: id,
    value_set,
    score,
    completion_mode: columns.has('completion_mode')
      ? (columns.code('completion_mode', cells, row) ?? 'not_known')
      : 'not_collected',
  };
}

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

/** A measure with no value set needs none; one with a single set has that. */
function valueSetOf({ value_sets }: Measure): string | null {
  return value_sets.length === 0
    ? 'not_applicable'
    : value_sets.length === 1
      ? (value_sets[0] ?? null)
      : null;
}

function scoreIn(
  measure: Measure,
  cells: readonly string[],
  row: number,
  columns: ColumnReader<ScoreField>,
): number | null {
  const given = columns.number('score', cells, row);
  if (given !== null) return isPossible(measure, given) ? given : null;
  try {
    const raw = columns.number('raw_total', cells, row);
    if (raw !== null) return scoreOfRaw(measure, raw);
    const answers = columns.numbers('items', cells, row);
    const complete = answers.filter((answer) => answer !== null);
    return answers.length > 0 && complete.length === answers.length ? scoreResponse(measure, complete) : null;
  } catch (error) {
    // The scorer says by a RangeError that nobody can have given these answers.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isPossible({ score_minimum, score_maximum, is_integer }: Measure, score: number): boolean {
  return score >= score_minimum && score <= score_maximum && (!is_integer || Number.isInteger(score));
}
