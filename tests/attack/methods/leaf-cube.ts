import { type Place, placeId } from '../../../src/disclosure/addresses.ts';
import type { Level } from '../../../src/disclosure/categories.ts';
import { type FigureAt, homeOf, withSelectors } from '../../../src/disclosure/home.ts';
import { isCell } from '../../../src/disclosure/implied-cells.ts';
import {
  AREA,
  type Cuboid,
  carriedBy,
  chosenListOf,
  cuboidsOf,
  isFigureOf,
  isOverlapping,
  MAXIMUM_PERSON_DIMENSIONS,
  personDimensionsOf,
  type Selectors,
  systemOf,
} from '../../../src/disclosure/lattice.ts';
import type { TableName } from '../../../src/standard/generated/tables.ts';
import { TABLES } from '../../../src/standard/generated/tables.ts';
import { dimensionsOf, type FieldDescription } from '../../../src/standard/table-description.ts';
import { type SparseRows, sparseRows } from './sparse-rows.ts';

/** Codes that stand outside every area of a nation but count in the nation of who returned them. */
const OUTSIDE_AREA = 'outside_area';

/** Which counts an attacker sets out to learn: one figure of one table in one period, by some dimensions. */
export interface CubeRequest {
  readonly table: TableName;
  /** With the index of deprivation, if a dimension is by its fifths. */
  readonly selectors: Selectors;
  readonly figure: string;
  readonly period: string;
  /** The person dimensions, each with the level to go down to; null for its finest. */
  readonly dimensions: readonly {
    readonly name: string;
    readonly level: string | null;
    /** Which of its finest categories stand in the cube: all of them unless given. */
    readonly tokens?: (token: string) => boolean;
  }[];
  /** The nation or board within which the leaves lie, and which of its areas stand in the cube: all unless given. */
  readonly within: string;
  readonly areas?: (token: string) => boolean;
  /** At which levels areas are asked: all unless given. Wider areas than the leaves make up must be left out. */
  readonly areaLevels?: readonly string[];
}

/** One dimension of a cube: its finest categories, and the token of each at every level. */
export interface CubeDimension {
  readonly name: string;
  readonly tokens: readonly string[];
  readonly at: ReadonlyMap<string, readonly string[]>;
}

/** A question of the lattice: where its answer is published, and which leaves it adds up. */
export interface CubeCell {
  /** `placeId` of where the figure is published, which may be in another table. */
  readonly id: string;
  readonly at: FigureAt;
  /** Its dimensions and their levels. */
  readonly shape: string;
  /** The same with the category of each, area first. */
  readonly tokens: readonly { readonly name: string; readonly level: string; readonly token: string }[];
  readonly leaves: readonly number[];
}

/**
 * Everything that may be asked of a cube, as sums of its leaves: the combinations of its finest categories.
 *
 * Made from the published lattice and code lists alone.
 */
export interface LeafCube {
  readonly request: CubeRequest;
  /** Area first, then the person dimensions in schema order. */
  readonly dimensions: readonly CubeDimension[];
  /** For each leaf, which category of each dimension it holds. */
  readonly leaves: readonly (readonly number[])[];
  readonly cells: readonly CubeCell[];
  readonly rows: SparseRows;
}

/** Lays out a cube: all its leaves that can occur, and all cells of the lattice that are sums of them. */
export function leafCube(request: CubeRequest): LeafCube {
  const dimensions = [areaDimension(request), ...personDimensions(request)];
  const leaves = combinations(dimensions.map(({ tokens }) => tokens.length)).filter((leaf) =>
    canOccur(request, dimensions, leaf),
  );
  const cells = new Map<string, CubeCell>();
  const lattice = new Set(cuboidsOf(request.table, request.selectors).map(nameOf));
  for (const shape of shapesOf(request, dimensions)) {
    for (const cell of cellsOf(request, dimensions, leaves, shape)) {
      // A total may stand in another table, or under another split of this one; that of a nation may there hold
      // boards that do not send this one.
      const isAnswered = isAtHome(cell, request) ? lattice.has(nameOf(shape)) : shape.area !== 'nation';
      if (isAnswered && !cells.has(cell.id)) cells.set(cell.id, cell);
    }
  }
  const found = [...cells.values()];
  const rows = sparseRows(
    leaves.length,
    found.map((cell) => cell.leaves),
  );
  return { request, dimensions, leaves, cells: found, rows };
}

function isAtHome({ at }: CubeCell, { table, selectors }: CubeRequest): boolean {
  return (
    at.place.table === table &&
    Object.entries(at.place.selectors).every(([name, code]) => selectors[name] === code)
  );
}

function fieldOf(table: TableName, name: string): FieldDescription {
  return dimensionsOf(TABLES[table]).find((field) => field.name === name) as FieldDescription;
}

function areaDimension({ table, selectors, within, areas }: CubeRequest): CubeDimension {
  const system = systemOf(fieldOf(table, AREA), selectors);
  const codes = system
    .sentCodes()
    .filter((code) => system.blanks.includes(code) || system.withAncestors(code).includes(within));
  const finest = system.levels.at(-1) as Level;
  const tokens = new Map(codes.map((code) => [system.tokenAt(code, finest), code]));
  const chosen = [...tokens].filter(([token]) => areas?.(token) ?? true);
  const at = system.levels.map((level): [string, string[]] => [
    level.id,
    chosen.map(([, code]) =>
      system.tokenAt(code === OUTSIDE_AREA && level.rank === 0 ? within : code, level),
    ),
  ]);
  return { name: AREA, tokens: chosen.map(([token]) => token), at: new Map(at) };
}

function personDimensions({ table, selectors, dimensions }: CubeRequest): CubeDimension[] {
  const chosen = personDimensionsOf(table).flatMap((field) => {
    const asked = dimensions.find(({ name }) => name === field.name);
    return asked ? [{ field, asked }] : [];
  });
  return chosen.map(({ field, asked }) => {
    const system = systemOf(field, selectors);
    const finest = asked.level === null ? system.levels.at(-1) : system.level(asked.level);
    if (!finest) throw new RangeError(`${asked.name} has no level ${asked.level}`);
    const tokens = new Map(
      system
        .sentCodes()
        .map((code) => [system.tokenAt(code, finest), code] as const)
        .filter(([token]) => asked.tokens?.(token) ?? true),
    );
    const levels = system.levels.filter(({ rank }) => rank <= finest.rank);
    const at = levels.map((level): [string, string[]] => [
      level.id,
      [...tokens.values()].map((code) => system.tokenAt(code, level)),
    ]);
    return { name: field.name, tokens: [...tokens.keys()], at: new Map(at) };
  });
}

function combinations(sizes: readonly number[]): number[][] {
  return sizes.reduce<number[][]>(
    (before, size) => before.flatMap((leaf) => Array.from({ length: size }, (_, index) => [...leaf, index])),
    [[]],
  );
}

/** People under 16 have no characteristic that is asked from 16; others are never outside its ages. */
function canOccur(
  { table, selectors }: CubeRequest,
  dimensions: readonly CubeDimension[],
  leaf: readonly number[],
): boolean {
  const tokenOf = (name: string) => {
    const position = dimensions.findIndex((dimension) => dimension.name === name);
    return dimensions[position]?.tokens[leaf[position] as number];
  };
  const age = tokenOf('age_group');
  return personDimensionsOf(table).every((field) => {
    const token = tokenOf(field.name);
    const from = token === undefined ? undefined : chosenListOf(field, selectors)?.ages_from;
    if (!from || from < 16 || age === undefined) return true;
    return (age === 'under_16') === (token === 'not_applicable');
  });
}

/** Every set of at most two person dimensions, each at a level, at each level of area; overlapping ones stay. */
function shapesOf(
  { table, figure, areaLevels }: CubeRequest,
  dimensions: readonly CubeDimension[],
): Cuboid[] {
  const [area, ...others] = dimensions as [CubeDimension, ...CubeDimension[]];
  let sets: Cuboid['dimensions'][] = [[]];
  for (const { name, at } of others) {
    const added = [...at.keys()].flatMap((level) => sets.map((set) => [...set, { name, level }]));
    sets = isOverlapping(fieldOf(table, name), figure) ? added : sets.concat(added);
  }
  const allowed = sets.filter((set) => set.length <= MAXIMUM_PERSON_DIMENSIONS);
  const levels = [...area.at.keys()].filter((level) => areaLevels?.includes(level) ?? true);
  return levels.flatMap((level) => allowed.map((set) => ({ area: level, dimensions: set })));
}

function nameOf(shape: Cuboid): string {
  return [{ name: AREA, level: shape.area }, ...shape.dimensions]
    .map(({ name, level }) => `${name}.${level}`)
    .join(' ');
}

function cellsOf(
  request: CubeRequest,
  dimensions: readonly CubeDimension[],
  leaves: readonly (readonly number[])[],
  shape: Cuboid,
): CubeCell[] {
  const { table, selectors, figure, period } = request;
  if (!isFigureOf(figure, shape, { table, selectors })) return [];
  const levels = [{ name: AREA, level: shape.area }, ...shape.dimensions];
  const columns = levels.map(({ name, level }) => {
    const position = dimensions.findIndex((dimension) => dimension.name === name);
    return { name, position, tokens: dimensions[position]?.at.get(level) as readonly string[] };
  });
  const groups = new Map<string, number[]>();
  leaves.forEach((leaf, index) => {
    const key = columns.map(({ position, tokens }) => tokens[leaf[position] as number]).join(';');
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  return [...groups].flatMap(([key, members]) => {
    const tokens = key.split(';');
    const fixed = levels.map((level, index) => ({ ...level, token: tokens[index] as string }));
    const { [AREA]: area, ...chosen } = Object.fromEntries(fixed.map((each) => [each.name, each.token]));
    const dimensions = carriedBy(table, chosen);
    const place: Place = withSelectors(
      { table, selectors, period, area: area as string, dimensions },
      selectors,
    );
    if (!isCell(place)) return [];
    const at = homeOf({ place, figure });
    return [{ id: placeId(at.place, at.figure), at, shape: nameOf(shape), tokens: fixed, leaves: members }];
  });
}
