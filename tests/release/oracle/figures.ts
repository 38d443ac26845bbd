import { cellDigest } from '../../../src/disclosure/keys.ts';
import { noiseOf } from '../../../src/disclosure/noise.ts';
import { publishCount } from '../../../src/disclosure/publish.ts';
import { MEASURES, type MeasureId } from '../../../src/standard/generated/measures.ts';
import type { TableName } from '../../../src/standard/generated/tables.ts';
import { TEST_KEYS } from '../../support/test-keys.ts';
import type { KeyedRow } from './keyed-rows.ts';
import { addressOf, type FigureAt, isYear, type Place, placesOf } from './places.ts';
import { PARTS, WORDS } from './table-words.ts';

/** A figure as it may be shown, and what only the oracle knows of it. */
export interface OracleCell extends FigureAt {
  /** The true number of people, before anything was done to it; of those described, for a mean. */
  readonly n: number;
  /** Null is a figure of things that some row does not hold. */
  readonly value: number | null;
}

export const MAGNITUDES = [
  'mean_baseline',
  'mean_follow_up',
  'mean_change',
  'sd_baseline',
  'sd_follow_up',
  'sd_change',
];

const sumOf = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
const keySum = (rows: readonly KeyedRow[], count: string) =>
  sumOf(rows.map(({ keys }) => keys[count] as number)) % 2 ** 32;

/** Every cell of a table and period that may be shown as far as it alone is concerned. */
export function cellsOf(table: TableName, period: string, rows: readonly KeyedRow[]): OracleCell[] {
  const { isOfThings, quarter, year } = WORDS[table];
  const figures = isYear(period) ? year : quarter;
  return [...placesOf(table, period, rows).values()].flatMap(([place, held]) => {
    const counts = figures
      .filter((figure) => isFigureOf(place, figure))
      .map((figure) => (isOfThings ? thingsCell : countCell)(place, figure, held));
    const magnitudes =
      table === 'outcomes' ? MAGNITUDES.map((figure) => magnitudeCell(place, figure, held)) : [];
    return [...counts, ...magnitudes].filter((cell) => cell !== undefined);
  });
}

export function isFigureOf({ table, dimensions }: Place, figure: string): boolean {
  // A person may have several needs of one group, so people are told by code alone.
  if (table === 'needs' && figure === 'people') return !dimensions.need?.startsWith('group:');
  // All paired people are counted in outcome_coverage.
  if (table === 'outcomes' && figure === 'n_paired') {
    return 'interval' in dimensions || 'completion_mode' in dimensions;
  }
  return true;
}

/** Things are published as they are, but for the figures of fewer than five people. */
function thingsCell(place: Place, figure: string, rows: readonly KeyedRow[]): OracleCell | undefined {
  const total = (name: string) => sumOf(rows.map(({ row }) => Number(row[name])));
  if (place.table === 'workforce' && total('headcount') < 5) return undefined;
  const isHeld = rows.every(({ row }) => row[figure] !== null);
  const n = total(figure);
  return { ...place, figure, n, value: isHeld ? Number(n.toFixed(2)) : null };
}

function countCell(place: Place, figure: string, rows: readonly KeyedRow[]): OracleCell | undefined {
  if (rows.some(({ row }) => row[figure] === null)) return undefined;
  if (PARTS.includes(figure)) {
    const agreed = MEASURES[place.selectors.measure as MeasureId].reporting_threshold?.value ?? null;
    if (rows.some(({ row }) => row.improvement_threshold !== agreed)) return undefined;
  }
  const n = sumOf(rows.map(({ row }) => Number(row[figure] ?? 0)));
  const digest = cellDigest(
    TEST_KEYS.cellKey,
    `count:${figure}`,
    addressOf(place, true),
    keySum(rows, figure),
  );
  const value = publishCount(n, digest.readUInt32BE(0), capOf(place));
  return value === null ? undefined : { ...place, figure, n, value };
}

/** How often one person may count in a cell. */
export function capOf({ table, period }: Place): number {
  return WORDS[table].cap?.[isYear(period) ? 'year' : 'quarter'] ?? 1;
}

function magnitudeCell(place: Place, figure: string, rows: readonly KeyedRow[]): OracleCell | undefined {
  const measure = MEASURES[place.selectors.measure as MeasureId];
  const moment = figure.replace(/^(mean|sd)_/, '');
  const span = measure.score_maximum - measure.score_minimum;
  const [lower, range] = moment === 'change' ? [-span, 2 * span] : [measure.score_minimum, span];
  const paired = rows.map(({ row }) => row).filter((row) => row.change_method === 'paired');
  const isMean = figure.startsWith('mean_');
  const used = paired.filter((row) => {
    const hasDeviation = row[figure] !== null || row.n_paired === 1;
    return row[`mean_${moment}`] !== null && (isMean || hasDeviation);
  });
  const n = sumOf(used.map((row) => Number(row.n_paired)));
  if (n < 30) return undefined;
  if (figure === 'mean_change' && paired.some((row) => row.mean_baseline !== null)) return undefined;
  const label = `${isMean ? 'mean' : 'sd'}:${measure.id}:${moment}`;
  const digest = cellDigest(TEST_KEYS.cellKey, label, addressOf(place, false), keySum(rows, 'n_paired'));
  const noise = noiseOf(digest.readUInt32BE(0)) + digest.readUInt32BE(4) / 2 ** 32 - 0.5;
  const weighed = used.map((row) => ({
    n: Number(row.n_paired),
    m: Number(row[`mean_${moment}`]) - lower,
    s: Number(isMean ? 0 : (row[figure] ?? 0)),
  }));
  const sum = sumOf(weighed.map(({ n: people, m }) => people * m));
  if (isMean) {
    const noisy = Math.min(Math.max(sum + 0.35 * range * noise, 0), n * range);
    return { ...place, figure, n, value: inTenths(lower + noisy / n) };
  }
  const squares = sumOf(weighed.map(({ n: people, m, s }) => (people - 1) * s * s + people * m * m));
  const noisy = Math.max(0, squares - (sum * sum) / n + 0.35 * (range / 2) ** 2 * noise);
  return { ...place, figure, n, value: inTenths(Math.sqrt(noisy / (n - 1))) };
}

function inTenths(value: number): number {
  return Math.floor(value * 10 + 0.5) / 10;
}
