import { placeId } from '../../../src/disclosure/addresses.ts';
import { parentsOf } from '../../../src/disclosure/parents.ts';
import { type Attack, atLeast, atMost, everyNoise, headline, reported, unprotected } from '../attack.ts';
import { allCubes, cubesOf, fewCubes } from '../methods/choose-cubes.ts';
import type { Target } from '../methods/estimate-counts.ts';
import type { LeafCube } from '../methods/leaf-cube.ts';
import { oneWayGuess, type Shown, shownOf } from '../methods/one-way-guess.ts';
import { rowSums } from '../methods/sparse-rows.ts';
import { suppressionAlone } from '../scoring/suppression-alone.ts';
import { trueCounts } from '../scoring/true-counts.ts';

/** What taking the shown categories from their parent says of the one that is hidden. */
interface Difference {
  readonly id: string;
  readonly estimated: number;
  readonly guessed: number;
}

/** Every hidden cell that is alone of its kind under a shown parent, with the parent less its shown siblings. */
function differences({ cube }: Target, shown: Shown): Difference[] {
  const guessed = rowSums(cube.rows, oneWayGuess(cube, shown));
  const families = new Map<string, { parent: number; cells: number[] }>();
  cube.cells.forEach((cell, index) => {
    for (const parent of parentsOf(cell.at.place, cell.at.figure)) {
      const id = placeId(parent.place, parent.figure);
      const value = shown.get(id);
      if (value === undefined) continue;
      const key = `${id}|${cell.shape}`;
      const family = families.get(key) ?? { parent: value, cells: [] };
      family.cells.push(index);
      families.set(key, family);
    }
  });
  return [...families.values()].flatMap(({ parent, cells }) => {
    const hidden = cells.filter((index) => !shown.has(idOf(cube, index)));
    if (hidden.length !== 1 || cells.length < 2) return [];
    const siblings = cells.reduce((sum, index) => sum + (shown.get(idOf(cube, index)) ?? 0), 0);
    const alone = hidden[0] as number;
    return [{ id: idOf(cube, alone), estimated: parent - siblings, guessed: guessed[alone] as number }];
  });
}

function idOf(cube: LeafCube, index: number): string {
  return (cube.cells[index] as LeafCube['cells'][number]).id;
}

/** Counts of 1 to 7 people, and how many of them lie within half a person of an estimate. */
function score(found: readonly Difference[], truth: ReadonlyMap<string, number>) {
  const small = found.filter(({ id }) => {
    const count = truth.get(id) ?? 0;
    return count >= 1 && count <= 7;
  });
  const near = (of: (each: Difference) => number) =>
    small.filter((each) => Math.abs(of(each) - (truth.get(each.id) as number)) < 0.5).length / small.length;
  return {
    targets: small.length,
    attacked: near(({ estimated }) => estimated),
    guessed: near(({ guessed }) => guessed),
  };
}

export const attack: Attack = {
  id: 'A6',
  title: 'A parent less its shown children',
  tried:
    'Where all categories of a shown cell are shown but one, the hidden one is taken to be the parent less the others. Scored are hidden cells of 1 to 7 people: how many lie within half a person of that, above those that the one-way margins name.',
  noise: everyNoise,
  async run({ country }) {
    const isWhole = country.plan.size === 'whole';
    const periods = isWhole ? ['2026-Q1', '2025-26'] : ['2025-26'];
    const found: Difference[] = [];
    const alone: Difference[] = [];
    const truth = new Map<string, number>();
    for (const period of periods) {
      for (const [id, count] of await trueCounts(country, { period })) truth.set(id, count);
      const wanted = isWhole ? allCubes(period) : fewCubes(period);
      for (const noiseSeed of country.plan.noiseSeeds.slice(0, isWhole ? 5 : 1)) {
        const cells = await country.published(noiseSeed).cells({ period });
        const shown = shownOf(cells);
        found.push(...cubesOf(cells, wanted, period).flatMap((target) => differences(target, shown)));
      }
      const cells = await suppressionAlone(country, { period });
      const shown = shownOf(cells);
      alone.push(...cubesOf(cells, wanted, period).flatMap((target) => differences(target, shown)));
    }
    const ours = score(found, truth);
    const open = score(alone, truth);
    return [
      atLeast('hidden cells of 1 to 7 people that are alone', ours.targets, isWhole ? 500 : 30),
      headline(
        atMost('share within half a person, above that of the margins', ours.attacked - ours.guessed, 0.1),
      ),
      reported('share within half a person', ours.attacked),
      unprotected(atLeast('the same under suppression alone', open.attacked - open.guessed, 0.3)),
    ];
  },
};
