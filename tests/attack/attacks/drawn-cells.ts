import { placeId } from '../../../src/disclosure/addresses.ts';
import { isCountedElsewhere } from '../../../src/disclosure/home.ts';
import { isCell } from '../../../src/disclosure/implied-cells.ts';
import { systemOf } from '../../../src/disclosure/lattice.ts';
import { TABLES } from '../../../src/standard/generated/tables.ts';
import { dimensionsOf } from '../../../src/standard/table-description.ts';
import { randomFrom } from '../../support/draw-wales.ts';
import type { Cell } from '../country/cells.ts';

/** Cells of tables of people that a question can ask one at a time. */
function isAskable({ place }: Cell): boolean {
  return place.table !== 'outcomes' && TABLES[place.table].disclosure === 'persons';
}

/** So many published cells, drawn by seed over all tables alike. */
export function drawPublished(cells: readonly Cell[], count: number, seed: number): Cell[] {
  const random = randomFrom(seed);
  const byTable = new Map<string, Cell[]>();
  for (const cell of cells.filter(isAskable)) {
    const some = byTable.get(cell.place.table);
    if (some) some.push(cell);
    else byTable.set(cell.place.table, [cell]);
  }
  const tables = [...byTable.values()];
  return Array.from({ length: count }, (_, index) => {
    const some = tables[index % tables.length] as Cell[];
    return some[Math.floor(random() * some.length)] as Cell;
  });
}

/** Cells of the lattice that are not published: each a published one with another category in one dimension. */
export function drawSuppressed(cells: readonly Cell[], count: number, seed: number): Cell[] {
  const random = randomFrom(seed);
  const published = new Set(cells.map(({ id }) => id));
  const drawn = new Map<string, Cell>();
  const from = cells.filter((cell) => isAskable(cell) && Object.keys(cell.place.dimensions).length > 0);
  for (let tries = 0; drawn.size < count && tries < count * 50; tries += 1) {
    const cell = from[Math.floor(random() * from.length)] as Cell;
    const moved = movedAside(cell, random);
    if (moved && !published.has(moved.id)) drawn.set(moved.id, moved);
  }
  return [...drawn.values()];
}

function movedAside({ place, figure }: Cell, random: () => number): Cell | undefined {
  const names = Object.keys(place.dimensions);
  const name = names[Math.floor(random() * names.length)] as string;
  const field = dimensionsOf(TABLES[place.table]).find((each) => each.name === name);
  if (!field || 'barrier' in place.dimensions) return undefined;
  const system = systemOf(field, place.selectors);
  const level = system.levels.find((each) =>
    system.categoriesAt(each, null).some(({ token }) => token === place.dimensions[name]),
  );
  if (!level) return undefined;
  const categories = system.categoriesAt(level, null);
  const { token } = categories[Math.floor(random() * categories.length)] as (typeof categories)[number];
  const moved = { ...place, dimensions: { ...place.dimensions, [name]: token } };
  if (!isCell(moved) || isCountedElsewhere({ place: moved, figure })) return undefined;
  return { id: placeId(moved, figure), place: moved, figure, value: null };
}
