import { type Place, placeId } from '../../../src/disclosure/addresses.ts';
import { homeOf } from '../../../src/disclosure/home.ts';
import { isCell } from '../../../src/disclosure/implied-cells.ts';
import { systemOf } from '../../../src/disclosure/lattice.ts';
import { CODE_LISTS } from '../../../src/standard/generated/code-lists.ts';
import { TABLES, type TableName } from '../../../src/standard/generated/tables.ts';
import { dimensionsOf, INDEX_SELECTOR } from '../../../src/standard/table-description.ts';
import type { Cell } from '../country/cells.ts';
import type { Published } from '../country/published.ts';

/** Areas of one level, each with the token of the area that it lies in. */
type Areas = readonly { readonly token: string; readonly parent: string }[];

/** Of a level above the finest, tokens begin with its name. */
function areasOf(level: string, prefix: string, parentPrefix: string): Areas {
  const ofLevel = CODE_LISTS.areas.codes.filter((each) => each.level === level && each.code.startsWith('W'));
  return ofLevel.map(({ code, parent }) => ({ token: prefix + code, parent: parentPrefix + parent }));
}

const AUTHORITIES = areasOf('local_authority', '', 'health_board:');
const BOARDS = areasOf('health_board', 'health_board:', 'nation:');

/** Two dimensions of a table, split in which cells of areas are looked at. */
interface Split {
  readonly areas: Areas;
  readonly table: TableName;
  readonly selectors: Readonly<Record<string, string>>;
  readonly dimensions: readonly [name: string, level: string][];
  readonly figure: string;
}

export const SPLITS: readonly Split[] = [
  {
    areas: AUTHORITIES,
    table: 'profiles',
    selectors: { population: 'supported' },
    dimensions: [
      ['age_band', 'band'],
      ['sex', 'code'],
    ],
    figure: 'people',
  },
  {
    areas: AUTHORITIES,
    table: 'profiles',
    selectors: { population: 'supported', [INDEX_SELECTOR]: 'wimd_2019' },
    dimensions: [
      ['age_band', 'band'],
      ['deprivation_quintile', 'code'],
    ],
    figure: 'people',
  },
  {
    areas: AUTHORITIES,
    table: 'characteristics',
    selectors: { population: 'supported', characteristic: 'ethnic_group' },
    dimensions: [
      ['sex', 'code'],
      ['category', 'group'],
    ],
    figure: 'people',
  },
  {
    areas: AUTHORITIES,
    table: 'closures',
    selectors: {},
    dimensions: [
      ['closure_reason', 'code'],
      ['duration_band', 'code'],
    ],
    figure: 'episodes',
  },
];

/** Cells of boards of the kind of which least squares (A4) learns most. */
export const BOARD_SPLITS: readonly Split[] = ['referred', 'connected'].map((population) => ({
  areas: BOARDS,
  table: 'profiles',
  selectors: { population, [INDEX_SELECTOR]: 'wimd_2019' },
  dimensions: [
    ['age_band', 'band'],
    ['deprivation_quintile', 'code'],
  ],
  figure: 'people',
}));

export interface Guess {
  readonly cell: Cell;
  /** How many people the published margins lead to expect. */
  readonly margins: number;
  /** The same with all else that is published. */
  readonly everything: number;
}

/** Of a published count: noise and rounding. */
const VARIANCE = 3 + 25 / 12;

/** What an attacker makes of the hidden cells of a split. */
export async function guessesOf(published: Published, split: Split): Promise<Guess[]> {
  const quarters = (await published.manifest()).tables[split.table]?.quarters ?? [];
  const guesses: Guess[] = [];
  for (const period of quarters.slice(-2)) {
    const known = new Map((await published.cells({ period })).map(({ id, value }) => [id, value as number]));
    guesses.push(...guessPeriod(split, period, known));
  }
  return guesses;
}

function guessPeriod(
  { areas, table, selectors, dimensions, figure }: Split,
  period: string,
  known: ReadonlyMap<string, number>,
): Guess[] {
  const [[rowName, rowLevel], [columnName, columnLevel]] = dimensions as [[string, string], [string, string]];
  const tokens = (name: string, level: string) => tokensOf(table, selectors, name, level);
  const rows = tokens(rowName, rowLevel);
  const columns = tokens(columnName, columnLevel);
  const placeAt = (area: string, fixed: Record<string, string>): Place => ({
    table,
    selectors,
    period,
    area,
    dimensions: fixed,
  });
  const shownAt = (place: Place): number | undefined => {
    const home = homeOf({ place: withoutIdleIndex(place), figure });
    return known.get(placeId(home.place, home.figure));
  };
  const expectedAt = (area: string, row: string, column: string): number => {
    const [one, other, all] = [{ [rowName]: row }, { [columnName]: column }, {}].map((fixed) =>
      shownAt(placeAt(area, fixed)),
    );
    return one === undefined || other === undefined || all === undefined ? Number.NaN : (one * other) / all;
  };
  const guesses: Guess[] = [];
  for (const { token: area, parent } of areas) {
    const neighbours = areas.filter((other) => other.parent === parent).map(({ token }) => token);
    for (const row of rows) {
      for (const column of columns) {
        const place = placeAt(area, { [rowName]: row, [columnName]: column });
        const margins = expectedAt(area, row, column);
        if (!isCell(place) || shownAt(place) !== undefined || !(margins >= 1)) continue;
        const at = (where: string, one: string, other: string) => ({
          shown: shownAt(placeAt(where, { [rowName]: one, [columnName]: other })),
          expected: expectedAt(where, one, other),
        });
        const remainders = [
          remainder(
            shownAt(placeAt(area, { [rowName]: row })),
            columns.map((other) => at(area, row, other)),
            margins,
          ),
          remainder(
            shownAt(placeAt(area, { [columnName]: column })),
            rows.map((other) => at(area, other, column)),
            margins,
          ),
          remainder(
            shownAt(placeAt(parent, { [rowName]: row, [columnName]: column })),
            neighbours.map((other) => at(other, row, column)),
            margins,
          ),
        ];
        const cell: Cell = { id: placeId(place, figure), place, figure, value: null };
        guesses.push({ cell, margins, everything: combined(margins, remainders) });
      }
    }
  }
  return guesses;
}

/** What is left of a total for one hidden cell, and how sure that is; undefined where the total is hidden too. */
function remainder(
  total: number | undefined,
  parts: readonly { readonly shown: number | undefined; readonly expected: number }[],
  expected: number,
): { readonly mean: number; readonly variance: number } | undefined {
  if (total === undefined) return undefined;
  const shown = parts.filter((part) => part.shown !== undefined);
  const hidden = parts.filter((part) => part.shown === undefined);
  const left = total - shown.reduce((sum, part) => sum + (part.shown as number), 0);
  const share = expected / hidden.reduce((sum, part) => sum + (part.expected > 0 ? part.expected : 0.1), 0);
  const others = Math.max(left, 1) * share * (1 - share);
  return {
    mean: Math.min(Math.max(left * share, 0), 14),
    variance: VARIANCE * (shown.length + 1) * share ** 2 + others + 0.1,
  };
}

function combined(margins: number, remainders: readonly ReturnType<typeof remainder>[]): number {
  const all = [{ mean: margins, variance: margins }, ...remainders.filter((each) => each !== undefined)];
  const weight = all.reduce((sum, { variance }) => sum + 1 / variance, 0);
  return all.reduce((sum, { mean, variance }) => sum + mean / variance, 0) / weight;
}

function tokensOf(table: TableName, selectors: Split['selectors'], name: string, level: string): string[] {
  const field = dimensionsOf(TABLES[table]).find((each) => each.name === name);
  if (!field) throw new Error(`${table} has no dimension ${name}`);
  const system = systemOf(field, selectors);
  const found = system.level(level);
  if (!found) throw new Error(`${name} has no level ${level}`);
  return system.categoriesAt(found, null).map(({ token }) => token);
}

/** Without a dimension by fifths, an index is no part of a place. */
function withoutIdleIndex(place: Place): Place {
  if ('deprivation_quintile' in place.dimensions) return place;
  const { [INDEX_SELECTOR]: _, ...selectors } = place.selectors;
  return { ...place, selectors };
}
