import type { CubeDimension, LeafCube } from './leaf-cube.ts';

/** Published values by cell id: all that an attacker has. */
export type Shown = ReadonlyMap<string, number>;

/** Published cells as a look-up; one without a value is not shown. */
export function shownOf(cells: readonly { readonly id: string; readonly value: number | null }[]): Shown {
  return new Map(cells.flatMap(({ id, value }) => (value === null ? [] : [[id, value] as const])));
}

/**
 * The count of each leaf as its one-way margins alone suggest: the people of its area, shared out by the published
 * share of each of its categories, as if the dimensions had nothing to do with each other.
 *
 * What anyone could write down from the plainest tables; an attack counts only as far as it does better.
 */
export function oneWayGuess(cube: LeafCube, shown: Shown): Float64Array {
  const [area, ...others] = cube.dimensions as [CubeDimension, ...CubeDimension[]];
  const margins = new Margins(cube, shown);
  const totals = shareOut(area, area.tokens, (level, token) => margins.value({ level, token }));
  const shares = others.map((dimension) =>
    area.tokens.map((_, place) => sharesWithin(dimension, area, place, margins, totals[place] as number)),
  );
  return Float64Array.from(cube.leaves, ([place, ...categories]) =>
    categories.reduce(
      (product, category, index) => product * (shares[index]?.[place as number]?.[category] as number),
      totals[place as number] as number,
    ),
  );
}

interface At {
  readonly level: string;
  readonly token: string;
}

/** The published values of areas, and of one category of one dimension within an area. */
class Margins {
  readonly #values = new Map<string, number>();

  constructor(cube: LeafCube, shown: Shown) {
    // A dimension of one category splits nothing.
    const split = cube.dimensions.slice(1).filter(({ tokens }) => tokens.length === 1);
    const single = new Set(split.map(({ name }) => name));
    for (const cell of cube.cells) {
      const value = shown.get(cell.id);
      if (value === undefined) continue;
      const [area, only, ...more] = cell.tokens.filter(({ name }) => !single.has(name));
      if (!area || more.length > 0) continue;
      this.#values.set(keyOf(area, only), value);
    }
  }

  value(area: At, category?: At & { readonly name: string }): number | undefined {
    return this.#values.get(keyOf(area, category));
  }
}

function keyOf(area: At, category?: At & { readonly name: string }): string {
  return [area.level, area.token, category?.name, category?.level, category?.token].join('|');
}

/** Shares of the categories of a dimension in one area, by its own figures or else those of wider areas. */
function sharesWithin(
  dimension: CubeDimension,
  area: CubeDimension,
  place: number,
  margins: Margins,
  total: number,
): number[] {
  let shares = dimension.tokens.map(() => 1 / dimension.tokens.length);
  for (const [level, tokens] of area.at) {
    const at = { level, token: tokens[place] as string };
    const found = dimension.tokens.map((token, index) => {
      for (const [depth, names] of [...dimension.at].reverse()) {
        // Only at its finest level is a published value that of the category itself.
        if (names[index] !== token) continue;
        const value = margins.value(at, { name: dimension.name, level: depth, token });
        if (value !== undefined) return value;
      }
      return undefined;
    });
    const people = margins.value(at) ?? (level === 'local_authority' ? total : 0);
    if (people > 0) shares = fillIn(found, shares, people);
  }
  return shares;
}

/** Known counts as they are; what is left of the total goes to the others by the shares of wider areas. */
function fillIn(found: readonly (number | undefined)[], wider: readonly number[], total: number): number[] {
  const known = found.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const hidden = found.reduce<number>(
    (sum, value, index) => (value === undefined ? sum + (wider[index] as number) : sum),
    0,
  );
  const left = Math.max(total - known, 0.002 * total, hidden * 0.1);
  const counts = found.map((value, index) =>
    value === undefined ? (hidden > 0 ? (left * (wider[index] as number)) / hidden : 0) : value,
  );
  const sum = counts.reduce((all, value) => all + value, 0);
  return counts.map((value) => value / sum);
}

/** The totals of the areas: their own, or an even part of what their wider area leaves. */
function shareOut(
  area: CubeDimension,
  tokens: readonly string[],
  value: (level: string, token: string) => number | undefined,
): number[] {
  const levels = [...area.at];
  const own = tokens.map((_, place) => {
    for (const [level, names] of [...levels].reverse()) {
      if (names[place] !== tokens[place]) continue;
      const found = value(level, names[place] as string);
      if (found !== undefined) return found;
    }
    return undefined;
  });
  return own.map((found, place) => {
    if (found !== undefined) return found;
    const hidden = own.filter((each) => each === undefined).length;
    const [level, names] = levels[0] as [string, readonly string[]];
    const known = own.reduce<number>((sum, each) => sum + (each ?? 0), 0);
    return Math.max((value(level, names[place] as string) ?? 0) - known, 1) / hidden;
  });
}
