import type { TableName } from '../../../src/standard/generated/tables.ts';
import { isOutcomeTable, type KeyedRow } from './keyed-rows.ts';
import {
  dimensionsOf,
  isAsked,
  isImplied,
  isOfBoardsOnly,
  isOfQuartersOnly,
  type Row,
  WORDS,
} from './table-words.ts';
import { type Dimension, tokenOf } from './tokens.ts';

/** Where a figure stands in the lattice. */
export interface Place {
  readonly table: TableName;
  readonly selectors: Readonly<Record<string, string>>;
  readonly period: string;
  readonly area: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

export interface FigureAt extends Place {
  readonly figure: string;
}

const AREAS: Dimension = {
  name: 'area_code',
  list: 'areas',
  levels: ['nation', 'health_board', 'local_authority'],
};
const BOARDS = ['nation', 'health_board'];
const AREAS_OF_BOARDS: Dimension = { ...AREAS, levels: BOARDS, finest: 'health_board' };

/** Two tables know nothing smaller than a health board. */
const areasOf = (table: TableName) => (table === 'equity' || table === 'workforce' ? AREAS_OF_BOARDS : AREAS);

export const isYear = (period: string) => !period.includes('Q');

/** People from outside count in the nation of who returned them. */
function areaTokenOf(areas: Dimension, code: string, level: string): string {
  return tokenOf(areas, code === 'outside_area' && level === 'nation' ? 'W92000004' : code, level);
}

/** How a table with smaller places than boards names a board. */
export function asBoardOfMany(area: string): string {
  return tokenOf(AREAS, area, 'health_board');
}

type Split = readonly { readonly dimension: Dimension; readonly level: string }[];

/** Every choice of none, one or two dimensions, each at one of its levels. */
function splitsOf(dimensions: readonly Dimension[]): Split[] {
  const single = dimensions.flatMap((dimension) => dimension.levels.map((level) => ({ dimension, level })));
  const pairs = single.flatMap((one) =>
    single
      .filter((other) => dimensions.indexOf(other.dimension) > dimensions.indexOf(one.dimension))
      .map((other) => [one, other]),
  );
  return [[], ...single.map((one) => [one]), ...pairs];
}

/** The rows of each place of a table's lattice. */
export function placesOf(
  table: TableName,
  period: string,
  rows: readonly KeyedRow[],
): Map<string, [Place, KeyedRow[]]> {
  const places = new Map<string, [Place, KeyedRow[]]>();
  const placesOfRow = latticeOf(table);
  for (const keyed of rows) {
    for (const place of placesOfRow(period, keyed)) {
      const { selectors, area, dimensions } = place;
      const id = [area, ...Object.entries(selectors), ...Object.entries(dimensions)].join();
      const [, held] = places.get(id) ?? [place, [] as KeyedRow[]];
      // Two levels may give one place; its rows are in it once.
      if (held.at(-1) !== keyed) held.push(keyed);
      places.set(id, [place, held]);
    }
  }
  return places;
}

/** Says of each row of a table in which places of the lattice it counts; one place may come twice. */
export function latticeOf(
  table: TableName,
): (period: string, keyed: Pick<KeyedRow, 'row' | 'index'>) => Place[] {
  const splits = new Map<string, readonly Split[]>();
  return (period, keyed) => {
    const { characteristic, breakdown } = keyed.row;
    const kind = `${characteristic} ${breakdown}`;
    const asked = splits.get(kind) ?? askedSplitsOf(table, keyed.row);
    splits.set(kind, asked);
    return asked.flatMap((split) => placesUnder(split, table, period, keyed));
  };
}

function askedSplitsOf(table: TableName, row: Row): readonly Split[] {
  const namesOf = (split: Split) => split.map(({ dimension }) => dimension.name);
  return splitsOf(dimensionsOf(table, row)).filter((split) => isAsked(table, row, namesOf(split)));
}

/** A row's places under one choice of dimensions: one for each different area it counts in. */
function placesUnder(
  split: Split,
  table: TableName,
  period: string,
  { row, index }: Pick<KeyedRow, 'row' | 'index'>,
): Place[] {
  const { selectors: names, isOfThings = false } = WORDS[table];
  const chosen = Object.fromEntries(names.map((name) => [name, String(row[name])]));
  const dimensions: Record<string, string> = {};
  for (const { dimension, level } of split) {
    dimensions[dimension.name] = tokenOf(dimension, String(row[dimension.name]), level);
  }
  if (isImplied(row, dimensions)) return [];
  if (isYear(period) && isOfQuartersOnly(chosen, dimensions)) return [];
  if ('barrier' in dimensions) dimensions.uptake = 'not_taken_up';
  const isByIndex = split.some(({ dimension }) => dimension.isByIndex);
  const selectors = isByIndex ? { ...chosen, deprivation_index: index } : chosen;
  const all = areasOf(table);
  const levels = isOfBoardsOnly(row, dimensions, isOfThings) ? BOARDS : all.levels;
  const areas = new Set(levels.map((level) => areaTokenOf(all, String(row.area_code), level)));
  return [...areas].map((area) => ({ table, selectors, period, area, dimensions }));
}

/** The text of a place that goes into its key. */
export function addressOf(place: Place, isCount: boolean): string {
  const { table, selectors, period, area, dimensions } = place;
  const { selectors: names, persons } = WORDS[table];
  const kept = names.filter((name) => !(isCount && isOutcomeTable(table) && name !== 'breakdown'));
  return [
    `table=${isOutcomeTable(table) ? 'outcomes' : table}`,
    ...kept.map((name) => `${name}=${selectors[name]}`),
    ...(selectors.deprivation_index ? [`deprivation_index=${selectors.deprivation_index}`] : []),
    `period=${period}`,
    `area_code=${area}`,
    ...persons.filter((name) => name in dimensions).map((name) => `${name}=${dimensions[name]}`),
  ].join(';');
}

/** A text that is the same for a cell however its parts are ordered, and for the row of a file that holds it. */
export function idOf({ table, figure, selectors, period, area, dimensions }: FigureAt): string {
  const parts = Object.entries({ ...selectors, ...dimensions }).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([table, figure, period, area, ...parts.map((part) => part.join('='))]);
}
