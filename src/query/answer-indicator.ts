import { periodLevelOf } from '../disclosure/lattice.ts';
import {
  computeIndicator,
  INDICATOR_REASONS,
  type IndicatorValue,
  type PublishedCell,
} from '../standard/indicators/compute-indicator.ts';
import type { Indicator } from '../standard/indicators/indicator.ts';
import type { Answer, AnswerCell, AnswerFigure, AnswerRow, CoverageGap, Warning } from './answer.ts';
import { type AnswerAddress, columnsOf, describeAnswer, figureOf, incompleteWarning } from './answer-meta.ts';
import { breakNotes } from './break-notes.ts';
import { broaderShowingMore } from './broader-question.ts';
import type { CellSource } from './cell-source.ts';
import { countNotes } from './count-notes.ts';
import { collectionNotes } from './coverage-notes.ts';
import { INDICATOR_ATTRIBUTES, INTERVAL_WORDS, indicatorNotes } from './indicator-words.ts';
import { layCells } from './lay-cells.ts';
import { type GridPlace, gridOf } from './lay-on-grid.ts';
import { type IndicatorValuesQuestion, inWordsOfIndicator, parseIndicatorValues } from './parse-indicator.ts';
import { varianceOfCount } from './published-count.ts';
import { qualityNotes } from './quality-notes.ts';
import type { Parameters, Question } from './question.ts';
import { type Interval, intervalOfCount, intervalOfShare, type NoisyCount } from './share-interval.ts';
import { shareShown } from './share-shown.ts';
import { isSparse, suppressedWarning } from './sparse-warning.ts';

/** Both parts in one place, as published. */
interface Pair {
  readonly place: GridPlace;
  readonly numerator: AnswerCell;
  readonly denominator: AnswerCell | null;
}

/** Works out the values of an indicator from the published cells of its two questions, and from nothing else. */
export async function answerIndicator(
  source: CellSource,
  asked: IndicatorValuesQuestion,
  address: AnswerAddress,
): Promise<Answer> {
  const { indicator, numerator, denominator, parameters } = asked;
  const rows = await rowsOf(source, asked);
  const kept = keptLabels(numerator);
  const columns = columnsOf(numerator);
  const meta = describeAnswer(numerator, rows, { ...address, parameters });
  const others =
    denominator === null ? [] : describeAnswer(denominator, [], { ...address, parameters }).coverage;
  const coverage = eachOnce([...meta.coverage, ...others]);
  return {
    meta: { ...meta, coverage },
    columns: kept.flatMap((index) => columns[index] ?? []),
    figures: figuresOf(asked),
    attributes: INDICATOR_ATTRIBUTES,
    rows,
    notes: [
      ...collectionNotes(numerator),
      ...indicatorNotes(indicator),
      ...countNotes(numerator),
      ...breakNotes(meta.breaks),
      ...qualityNotes(numerator),
      ...(denominator === null || denominator.table === numerator.table ? [] : qualityNotes(denominator)),
    ],
    warnings: [
      ...incompleteWarning(rows, coverage),
      ...(await sparseValues(source, asked, rows, `${address.publicUrl}${address.path}`)),
    ],
  };
}

async function rowsOf(source: CellSource, asked: IndicatorValuesQuestion): Promise<AnswerRow[]> {
  const kept = keptLabels(asked.numerator);
  return (await readPairs(source, asked)).map((pair) => {
    const value = computeIndicator(asked.indicator, pair.numerator, pair.denominator as PublishedCell | null);
    return {
      labels: kept.flatMap((index) => pair.place.labels[index] ?? []),
      cells: cellsOf(asked, pair, value),
      attributes: [
        value.reason === null ? null : { code: value.reason, title: INDICATOR_REASONS[value.reason] },
      ],
    };
  });
}

/** Which of the labels of a place an answer shows: period, area, and what it is grouped by. */
function keptLabels({ dimensions }: Question): number[] {
  return [0, 1, ...dimensions.flatMap(({ grouped }, index) => (grouped ? index + 2 : []))];
}

/** After the value and the ends of its interval. */
const FIRST_COUNT = 3;

/** Warns where most of the counts behind the values are hidden, with a broader question that shows more of them. */
async function sparseValues(
  source: CellSource,
  { indicator, numerator }: IndicatorValuesQuestion,
  rows: readonly AnswerRow[],
  address: string,
): Promise<Warning[]> {
  const countsOf = (of: readonly AnswerRow[]) =>
    of.map((row) => ({ ...row, cells: row.cells.slice(FIRST_COUNT) }));
  if (!isSparse(countsOf(rows))) return [];
  const nearest = await broaderShowingMore(numerator, shareShown(countsOf(rows)), {
    address,
    read: (given: Parameters) => parseIndicatorValues(numerator.release, indicator, given),
    questionOf: (other) => other.numerator,
    shareOf: async (other) => shareShown(countsOf(await rowsOf(source, other))),
    inWordsOf: (parameters) => inWordsOfIndicator(indicator, parameters),
  });
  return [suppressedWarning(nearest, address)];
}

async function readPairs(
  source: CellSource,
  { numerator, denominator }: IndicatorValuesQuestion,
): Promise<Pair[]> {
  const [part, whole] = await Promise.all([
    readCells(source, numerator),
    denominator === null ? null : readCells(source, denominator),
  ]);
  const names = denominator === null ? [] : joinedBy(denominator);
  const wholes = new Map(whole?.map(({ place, cell }) => [keyOf(place, names), cell]));
  return part.map(({ place, cell }) => {
    const denominatorCell = whole === null ? null : wholes.get(keyOf(place, names));
    if (denominatorCell === undefined)
      throw new Error('Both parts of an indicator are asked of the same places');
    return { place, numerator: cell, denominator: denominatorCell };
  });
}

async function readCells(source: CellSource, question: Question) {
  const cells = await layCells(source, question);
  const each = question.figures.length;
  return gridOf(question).map((place, index) => ({ place, cell: cells[index * each] as AnswerCell }));
}

/** The dimensions by which the whole is told, so that each part finds its own. */
function joinedBy({ dimensions }: Question): string[] {
  return dimensions.filter(({ grouped }) => grouped).map(({ field }) => field.name);
}

function keyOf({ place }: GridPlace, names: readonly string[]): string {
  return JSON.stringify([place.period, place.area, ...names.map((name) => place.dimensions[name])]);
}

function cellsOf(
  { indicator, numerator, denominator }: IndicatorValuesQuestion,
  pair: Pair,
  value: IndicatorValue,
): AnswerCell[] {
  const part = noisy(numerator, pair.place, pair.numerator);
  const whole = denominator && pair.denominator ? noisy(denominator, pair.place, pair.denominator) : null;
  const interval = value.value === null || part === null ? null : intervalOf(indicator, part, whole);
  const derived = (figure: number | undefined): AnswerCell =>
    figure === undefined ? { value: null, status: 'not_available' } : { value: figure, status: value.status };
  return [
    { value: value.value, status: value.status },
    derived(interval?.lower),
    derived(interval?.upper),
    pair.numerator,
    ...(pair.denominator === null ? [] : [pair.denominator]),
  ];
}

function intervalOf({ kind }: Indicator, part: NoisyCount, whole: NoisyCount | null): Interval | null {
  if (kind === 'count') return intervalOfCount(part);
  return whole === null ? null : intervalOfShare(part, whole);
}

function noisy(
  { release, table, figures }: Question,
  { place }: GridPlace,
  { value }: AnswerCell,
): NoisyCount | null {
  if (value === null) return null;
  const level = periodLevelOf(place.period);
  return {
    count: value,
    variance: varianceOfCount(release.disclosure, table, figures[0]?.name as string, level),
  };
}

function figuresOf({ indicator, numerator, denominator }: IndicatorValuesQuestion): AnswerFigure[] {
  const { title, reading, unit } = indicator;
  const measured = unit === 'per_cent' ? 'percent' : unit;
  const partOf = (name: string, question: Question, words: AnswerFigure['description']): AnswerFigure[] =>
    question.figures.slice(0, 1).map((field) => ({ ...figureOf(field), name, description: words }));
  return [
    { name: 'value', title, description: reading, unit: measured },
    {
      name: 'lower_95',
      title: { en: 'Lower end of 95% interval', cy: 'Pen isaf y cyfwng 95%' },
      description: INTERVAL_WORDS[indicator.kind],
      unit: measured,
    },
    {
      name: 'upper_95',
      title: { en: 'Upper end of 95% interval', cy: 'Pen uchaf y cyfwng 95%' },
      description: INTERVAL_WORDS[indicator.kind],
      unit: measured,
    },
    ...partOf('numerator', numerator, indicator.numerator.words),
    ...(denominator && indicator.denominator
      ? partOf('denominator', denominator, indicator.denominator.words)
      : []),
  ];
}

function eachOnce(gaps: readonly CoverageGap[]): CoverageGap[] {
  return [...new Map(gaps.map((gap) => [`${gap.period} ${gap.organisation}`, gap])).values()];
}
