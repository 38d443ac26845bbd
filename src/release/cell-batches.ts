import type { EngineRoom } from '../archive/duckdb.ts';
import { AREA, type Cuboid, cuboidsOf, type Selectors, systemOf } from '../disclosure/lattice.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import {
  dimensionsOf,
  type FieldDescription,
  INDEX_SELECTOR,
  type PeriodLevel,
  selectorsOf,
} from '../standard/table-description.ts';
import { needsIndex, type ShapesOfChoice, summedFigures } from './cell-sql.ts';
import { choicesOf, codesOfSelector } from './token-table.ts';

/** What is to be added up. */
export interface AddedUp {
  readonly table: TableName;
  readonly level: PeriodLevel;
  readonly version: SchemaVersion;
  /** How many keyed rows each choice of lists has, by the code that chooses. */
  readonly rows: ReadonlyMap<string, number>;
}

/** Of the engine's memory, what the groups of one statement may take: two run at once, and both read and join besides. */
const SHARE_OF_STATEMENT = 0.3;

/** What a group takes for each figure and besides: more than all that were measured with DuckDB 1.5.5. */
const BYTES_OF_FIGURE = 40;
const BYTES_OF_GROUP = 60;

/** What a shape takes of each thread however few groups it has: the engine begins with whole blocks. */
const BYTES_OF_SHAPE = 3 * 2 ** 20;

/**
 * Shares out the cells of a table and period to statements that each fit into the engine's memory.
 *
 * Each choice of lists is added up for itself, as it allows shapes of its own, and those of one choice are parted so
 * that the groups of a statement fit, even if every group is there that could be. The engine keeps the groups of all shapes
 * of a statement at once, and cannot put them aside while they are many: one statement for a whole table needs memory
 * without bound. A shape that is too large even alone gets a statement of its own, whose groups can be put aside.
 *
 * @throws {Error} If rows are of a choice that the table does not know.
 */
export function cellBatches(of: AddedUp, room: EngineRoom): ShapesOfChoice[] {
  const choices = choicesOf(of.table);
  for (const chooser of of.rows.keys()) {
    if (!choices.some((choice) => choice.chooser === chooser))
      throw new Error(`Rows of ${of.table} are of an unknown choice ${chooser}`);
  }
  return choices.flatMap(({ selectors: chosen, chooser }) => {
    const rows = of.rows.get(chooser) ?? 0;
    if (rows === 0) return [];
    const sized = cuboidsOf(of.table, chosen, of.version).map((shape) => ({
      shape,
      bytes: mostBytes(shape, { ...of, chosen, rows, threads: room.threads }),
    }));
    return partsWithin(sized, SHARE_OF_STATEMENT * room.bytes).map((shapes) => ({ chosen, shapes }));
  });
}

interface SizedShape {
  readonly shape: Cuboid;
  readonly bytes: number;
}

/** Parts of what is given, in order, each within so many bytes or of one shape alone. */
function partsWithin(sized: readonly SizedShape[], most: number): Cuboid[][] {
  const parts: Cuboid[][] = [];
  let taken = Number.POSITIVE_INFINITY;
  for (const { shape, bytes } of sized) {
    if (taken + bytes > most) {
      parts.push([]);
      taken = 0;
    }
    parts.at(-1)?.push(shape);
    taken += bytes;
  }
  return parts;
}

interface ShapeOfRows extends Omit<AddedUp, 'rows'> {
  readonly chosen: Selectors;
  readonly rows: number;
  readonly threads: number;
}

/** What the groups of a shape take at most: as many as there are rows, or as each thread can find different ones. */
function mostBytes(shape: Cuboid, of: ShapeOfRows): number {
  const { table, level, version, chosen, rows, threads } = of;
  let groups = threads;
  for (const { name } of selectorsOf(TABLES[table])) {
    if (chosen[name] === undefined) groups *= codesOfSelector(table, name, version).length;
  }
  if (needsIndex(table, shape, chosen)) groups *= codesOfSelector(table, INDEX_SELECTOR, version).length;
  for (const dimension of [{ name: AREA, level: shape.area }, ...shape.dimensions]) {
    groups *= countTokens(of, dimension);
  }
  const figures = summedFigures(table, level, version).length;
  return BYTES_OF_SHAPE * threads + Math.min(rows, groups) * (BYTES_OF_GROUP + figures * BYTES_OF_FIGURE);
}

const tokenCounts = new Map<string, number>();

/** How many different tokens the codes of a dimension have at a level, worked out once. */
function countTokens(
  { table, version, chosen }: ShapeOfRows,
  dimension: { readonly name: string; readonly level: string },
): number {
  const key = JSON.stringify([table, version, chosen, dimension]);
  const known = tokenCounts.get(key);
  if (known !== undefined) return known;
  const field = dimensionsOf(TABLES[table]).find(({ name }) => name === dimension.name) as FieldDescription;
  const system = systemOf(field, chosen, version);
  const level = system.level(dimension.level);
  const tokens = new Set(level ? system.sentCodes().map((code) => system.tokenAt(code, level)) : []);
  tokenCounts.set(key, tokens.size);
  return tokens.size;
}
