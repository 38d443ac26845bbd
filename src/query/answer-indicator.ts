import { periodLevelOf } from '../disclosure/lattice.ts';
import {
  computeIndicator,
  INDICATOR_REASONS,
  type IndicatorValue,
  type PublishedCell,
} from '../standard/indicators/compute-indicator.ts';
import type { Indicator } from '../standard/indicators/indicator.ts';
import type {
  Answer,
  AnswerAttribute,
  AnswerCell,
  AnswerFigure,
  AnswerRow,
  CoverageGap,
  Note,
} from './answer.ts';
import { type AnswerAddress, columnsOf, describeAnswer, figureOf, incompleteWarning } from './answer-meta.ts';
import type { CellSource } from './cell-source.ts';
import { countNotes } from './count-notes.ts';
import { collectionNotes } from './coverage-notes.ts';
import { cellAt, coverageReader, type GridPlace, gridOf } from './lay-on-grid.ts';
import { lookUpCells } from './look-up-cells.ts';
import type { IndicatorValuesQuestion } from './parse-indicator.ts';
import { varianceOfCount } from './published-count.ts';
import { qualityNotes } from './quality-notes.ts';
import type { Question } from './question.ts';
import { type Interval, intervalOfCount, intervalOfShare, type NoisyCount } from './share-interval.ts';

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
  const pairs = await readPairs(source, asked);
  const kept = [0, 1, ...numerator.dimensions.flatMap(({ grouped }, index) => (grouped ? index + 2 : []))];
  const rows = pairs.map((pair): AnswerRow => {
    const value = computeIndicator(indicator, pair.numerator, pair.denominator as PublishedCell | null);
    return {
      labels: kept.flatMap((index) => pair.place.labels[index] ?? []),
      cells: cellsOf(asked, pair, value),
      attributes: [
        value.reason === null ? null : { code: value.reason, title: INDICATOR_REASONS[value.reason] },
      ],
    };
  });
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
      ...qualityNotes(numerator),
      ...(denominator === null || denominator.table === numerator.table ? [] : qualityNotes(denominator)),
    ],
    warnings: incompleteWarning(rows, coverage),
  };
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
  const cells = await lookUpCells(source, question);
  const coverage = coverageReader(question);
  const [figure] = question.figures;
  if (figure === undefined) throw new Error('A question has at least one figure');
  return gridOf(question).map((place) => ({ place, cell: cellAt(place, figure, cells, coverage) }));
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

/** What an interval allows for. */
const INTERVAL_WORDS: Readonly<Record<Indicator['kind'], Note['text']>> = {
  count: {
    en: 'From published figures; noise and rounding included. Everyone is counted, so there is no sampling error.',
    cy: 'O ffigurau cyhoeddedig; gan gynnwys sŵn a thalgrynnu. Cyfrifir pawb, felly nid oes gwall samplu.',
  },
  share: {
    en: 'From published figures; chance, noise and rounding included.',
    cy: 'O ffigurau cyhoeddedig; gan gynnwys hap, sŵn a thalgrynnu.',
  },
};

export const INDICATOR_ATTRIBUTES: readonly AnswerAttribute[] = [
  {
    name: 'reason',
    title: { en: 'Reason', cy: 'Rheswm' },
    description: {
      en: 'Why there is no value; empty where there is one.',
      cy: 'Pam nad oes gwerth; gwag lle mae un.',
    },
  },
];

function indicatorNotes({ reading, exclusions, note, numerator }: Indicator): Note[] {
  return [
    { id: 'indicator', text: reading },
    { id: 'indicator_exclusions', text: exclusions },
    ...(note === null ? [] : [{ id: 'indicator_note', text: note }]),
    ...(numerator.question.table === 'connections' ? [SEVERAL_CONNECTIONS_NOTE] : []),
  ];
}

const SEVERAL_CONNECTIONS_NOTE: Note = {
  id: 'several_connections',
  text: {
    en: 'One person may have several connections, which are often alike. The interval takes each by itself, so it is narrower than it should be.',
    cy: "Gall un unigolyn gael sawl cysylltiad, sy'n aml yn debyg i'w gilydd. Mae'r cyfwng yn cymryd pob un ar ei ben ei hun, felly mae'n gulach nag y dylai fod.",
  },
};

function eachOnce(gaps: readonly CoverageGap[]): CoverageGap[] {
  return [...new Map(gaps.map((gap) => [`${gap.period} ${gap.organisation}`, gap])).values()];
}
