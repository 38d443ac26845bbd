import { CODE_LISTS } from '../../../src/standard/generated/code-lists.ts';
import { type Attack, atLeast, exactly, firstNoise, headline } from '../attack.ts';
import type { Cell } from '../country/cells.ts';
import type { PublicService } from '../country/serve-country.ts';
import { drawPublished } from './drawn-cells.ts';
import {
  type AnsweredRow,
  type Asked,
  addressOf,
  askedWords,
  fixedPart,
  rowOf,
  rowsOf,
} from './words-of-cells.ts';

/** A board of one authority: two names of one set of people. */
const POWYS = { board: 'W11000024', authority: 'W06000023' };
const WALES = 'W92000004';

export const attack: Attack = {
  id: 'A2',
  title: 'The same people by another route',
  tried:
    'A set of people that has two names must not have two numbers. Powys is asked as a board and as an authority, within lists and within groups; Wales by its code and as what is meant when no area is named; cells as one row of a whole table instead of alone; and a group with one member as that member.',
  noise: firstNoise,
  async run({ country, service }) {
    const isSmall = country.plan.size === 'small';
    const cells = await country.published().cells();
    const inPowys = cells.filter(
      ({ place }) => place.area === POWYS.authority || place.area.endsWith(POWYS.board),
    );
    const inWales = cells.filter(({ place }) => place.area === `nation:${WALES}`);
    const count = isSmall ? 10 : 120;
    const compared = [
      ...(await compareAll(service, drawPublished(inPowys, count, 21), powysRoutes)),
      ...(await compareAll(service, drawPublished(inWales, count, 22), nationRoutes)),
      ...(await compareAll(service, drawPublished(cells, count, 23), tableRoutes)),
    ];
    return [
      atLeast('pairs of routes compared', compared.length, isSmall ? 60 : 800),
      headline(
        exactly(
          'routes with another number than the cell in the archive',
          compared.filter((same) => !same).length,
          0,
        ),
      ),
      headline(
        exactly(
          'groups of one member that the archive holds under a name of their own',
          groupsOfOne(cells),
          0,
        ),
      ),
    ];
  },
};

type Routes = (cell: Cell) => readonly Asked[];

async function compareAll(
  service: PublicService,
  cells: readonly Cell[],
  routesOf: Routes,
): Promise<boolean[]> {
  const same: boolean[] = [];
  for (const cell of cells) {
    for (const route of routesOf(cell)) {
      const rows = await rowsOf(service, addressOf(cell.place.table, route));
      same.push(rows !== undefined && rowIn(rows, cell)?.value === cell.value);
    }
  }
  return same;
}

/** The row of the cell, whichever of its names the row bears. */
function rowIn(rows: readonly AnsweredRow[], cell: Cell): AnsweredRow | undefined {
  const isPowys = (code: unknown) => code === POWYS.board || code === POWYS.authority;
  const renamed = rows.map((row) => (isPowys(row.area_code) ? { ...row, area_code: undefined } : row));
  const named = renamed.filter((row) => row.area_code === undefined);
  return rowOf(named.length > 0 ? named : renamed, cell);
}

function otherFilters(cell: Cell): Asked {
  const words = askedWords(cell).filter(({ name }) => name !== 'area_code');
  return [
    ...fixedPart(cell),
    ['period', cell.place.period],
    ...words.map(({ name, token }): [string, string] => [name, token]),
  ];
}

const powysRoutes: Routes = (cell) => {
  const others = otherFilters(cell);
  const isOfBoards = cell.place.area.startsWith('health_board:') || !hasAuthorities(cell);
  const asBoard: Asked[] = [
    [...others, ['area_code', POWYS.board]],
    [...others, ['by', 'area_code.health_board']],
    [...others, ['area_code', `${POWYS.board},W11000029`]],
  ];
  if (isOfBoards) return asBoard;
  return [
    ...asBoard,
    [...others, ['area_code', POWYS.authority]],
    [...others, ['area_code', `${POWYS.board},${POWYS.authority}`]],
  ];
};

/** Two tables know nothing smaller than a board. */
function hasAuthorities({ place }: Cell): boolean {
  return place.table !== 'equity' && place.table !== 'workforce';
}

const nationRoutes: Routes = (cell) => {
  const others = otherFilters(cell);
  return [others, [...others, ['area_code', WALES]], [...others, ['by', 'area_code.nation']]];
};

const tableRoutes: Routes = (cell) => {
  const words = askedWords(cell).filter(({ name }) => name !== 'area_code');
  const area: Asked = [['area_code', cell.place.area]];
  const start: Asked = [...fixedPart(cell), ['period', cell.place.period], ...area];
  const by = words.map(({ name, level }) => `${name}.${level}`).join(',');
  return by === '' ? [start] : [[...start, ['by', by]]];
};

/** Cells named by a group whose only member has the same people. */
function groupsOfOne(cells: readonly Cell[]): number {
  const alone = new Set(
    Object.values(CODE_LISTS).flatMap((list) =>
      list.codes
        .filter((code) => list.codes.filter(({ parent }) => parent === code.code).length === 1)
        .map((code) => `${code.level}:${code.code}`),
    ),
  );
  return cells.filter(({ place }) =>
    [place.area, ...Object.values(place.dimensions)].some((token) => alone.has(token)),
  ).length;
}
