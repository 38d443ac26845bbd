import { TABLES } from '../../../src/standard/generated/tables.ts';
import type { Link, Target } from './estimate-counts.ts';
import type { LeafCube } from './leaf-cube.ts';

/** Nearly none: the two sums are the same people, but least squares wants every error above nought. */
export const NEARLY_EQUAL = 0.25;

/**
 * What the standard says of the same people in two tables: the sums of one cube that must equal sums of another,
 * below the level of the nation, whose total may hold boards that send one table only.
 */
export function linkTotals(targets: readonly Target[]): Link[] {
  return targets.flatMap(({ cube }, left) =>
    TABLES[cube.request.table].same_people_as.flatMap((same) => {
      const right = targets.findIndex(
        (other) =>
          other.cube.request.table === same.table &&
          other.cube.request.period === cube.request.period &&
          Object.entries({ ...cube.request.selectors, ...same.selectors }).every(
            ([name, code]) => (other.cube.request.selectors[name] ?? code) === code,
          ),
      );
      if (right === -1) return [];
      const names = cube.dimensions
        .map(({ name }) => name)
        .filter((name) => name === 'area_code' || same.keeps.includes(name));
      const there = (targets[right] as Target).cube;
      const pairs = pairsOf(cube, there, names, same.rename);
      return pairs.map(([ofLeft, ofRight]) => ({
        left: { target: left, leaves: ofLeft },
        right: { target: right, leaves: ofRight },
        variance: NEARLY_EQUAL,
      }));
    }),
  );
}

/** Leaves of both cubes that hold the same categories of the named dimensions. */
export function pairsOf(
  left: LeafCube,
  right: LeafCube,
  names: readonly string[],
  renamed: Readonly<Record<string, string>>,
): [readonly number[], readonly number[]][] {
  const levels = names.map((name) => {
    const own = left.dimensions.find((dimension) => dimension.name === name);
    const other = right.dimensions.find((dimension) => dimension.name === (renamed[name] ?? name));
    // The finest level of this cube, which the other may go below.
    const level = [...(own?.at.keys() ?? [])].findLast((each) => other?.at.has(each));
    return { name, level };
  });
  if (levels.some(({ level }) => level === undefined)) return [];
  const group = (cube: LeafCube, nameIn: (name: string) => string) => {
    const columns = levels.map(({ name, level }) => {
      const position = cube.dimensions.findIndex((dimension) => dimension.name === nameIn(name));
      return { position, tokens: cube.dimensions[position]?.at.get(level as string) as readonly string[] };
    });
    const groups = new Map<string, number[]>();
    cube.leaves.forEach((leaf, index) => {
      const key = columns.map(({ position, tokens }) => tokens[leaf[position] as number]).join(';');
      const found = groups.get(key);
      if (found) found.push(index);
      else groups.set(key, [index]);
    });
    return groups;
  };
  const there = group(right, (name) => renamed[name] ?? name);
  return [...group(left, (name) => name)].flatMap(([key, leaves]) => {
    const same = there.get(key);
    return same ? [[leaves, same] as [readonly number[], readonly number[]]] : [];
  });
}
