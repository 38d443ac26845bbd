import { randomFrom } from '../../support/draw-wales.ts';
import {
  type Attack,
  atLeast,
  atMost,
  everyNoise,
  headline,
  type Measurement,
  unprotected,
} from '../attack.ts';
import type { Cell } from '../country/cells.ts';
import type { Country } from '../country/open-country.ts';
import { chancesAfter, likeliest, poissonChances } from '../methods/bayes.ts';
import { cubesOf, pairCubes } from '../methods/choose-cubes.ts';
import type { Target } from '../methods/estimate-counts.ts';
import { leastSquares } from '../methods/least-squares.ts';
import { oneWayGuess, type Shown, shownOf } from '../methods/one-way-guess.ts';
import { SUPPRESSION_ALONE } from '../methods/publication-rule.ts';
import { rowSums } from '../methods/sparse-rows.ts';
import { suppressionAlone } from '../scoring/suppression-alone.ts';
import { trueCounts } from '../scoring/true-counts.ts';

/** The share of people whom the attacker knows, with everything about them. */
const KNOWN = 0.9;
/** More people than this beyond the known ones are not looked for in one cell. */
const MOST_UNKNOWN = 40;

/** What the attacker says of each cell, in the order of `cube.cells`. */
interface Named {
  /** Before reading what is published. */
  readonly before: readonly number[];
  /** After reading all of it. */
  readonly after: readonly number[];
}

/**
 * Names every cell's count by someone who knows nine people in ten of each leaf.
 *
 * What is left, a tenth, is guessed from the known and from the one-way margins, then fitted by least squares to all
 * published cells less the known people, and at last each cell's own value is weighed by Bayes' rule.
 *
 * @param known - The people known of each leaf.
 */
function nameCounts({ cube, rule }: Target, shown: Shown, known: Float64Array): Named {
  const margins = oneWayGuess(cube, shown);
  const left = known.map(
    (count, leaf) => ((1 - KNOWN) * (count + (margins[leaf] as number) / 2)) / (KNOWN + 0.5),
  );
  const knownIn = rowSums(cube.rows, known);
  const prior = rowSums(cube.rows, left);
  const seen = Float64Array.from(
    cube.cells,
    ({ id }, cell) => (shown.get(id) ?? 0) - (knownIn[cell] as number),
  );
  const precision = Float64Array.from(cube.cells, ({ id }) => (shown.has(id) ? 1 / rule.variance : 0));
  const fitted = leastSquares(
    { rows: cube.rows, seen, precision, prior: left, priorPrecision: left.map((mean) => 1 / (mean + 0.02)) },
    1e-4,
  );
  const fit = rowSums(cube.rows, fitted);
  const name = (cell: number, mean: number, published: number | null | undefined) => {
    const chances = poissonChances(Math.max(mean, 0.01), MOST_UNKNOWN);
    const surely = knownIn[cell] as number;
    if (published === undefined) return surely + likeliest(chances);
    return surely + likeliest(chancesAfter(chances, (more) => rule.chance(published, surely + more)));
  };
  return {
    before: cube.cells.map((_, cell) => name(cell, prior[cell] as number, undefined)),
    after: cube.cells.map(({ id }, cell) => {
      const value = shown.get(id);
      // The fit holds the cell's own value already; of a cell by itself the sharper of the two is taken.
      const byItself = name(cell, prior[cell] as number, value);
      return value === undefined ? name(cell, fit[cell] as number, undefined) : byItself;
    }),
  };
}

interface Score {
  cells: number;
  before: number;
  after: number;
}

interface Scores {
  readonly hidden: Score;
  readonly shown: Score;
}

function newScores(): Scores {
  return { hidden: { cells: 0, before: 0, after: 0 }, shown: { cells: 0, before: 0, after: 0 } };
}

function attackCells(
  cells: readonly Cell[],
  targets: readonly Target[],
  truth: ReadonlyMap<string, number>,
  scores: Scores,
): void {
  const random = randomFrom(27);
  const shown = shownOf(cells);
  for (const target of targets) {
    const { cube } = target;
    const finest = new Map(
      cube.cells.flatMap(({ id, leaves }) =>
        leaves.length === 1 ? [[leaves[0] as number, id] as const] : [],
      ),
    );
    // Prior knowledge, drawn by the scorer: of each leaf's people, nine in ten.
    const known = Float64Array.from(cube.leaves, (_, leaf) => {
      const count = truth.get(finest.get(leaf) ?? '') ?? 0;
      return Array.from({ length: count }, () => random()).filter((drawn) => drawn < KNOWN).length;
    });
    const { before, after } = nameCounts(target, shown, known);
    cube.cells.forEach(({ id }, cell) => {
      const count = truth.get(id) ?? 0;
      const score = shown.has(id) ? scores.shown : scores.hidden;
      if (shown.has(id) ? count > 30 : count < 1 || count > 7) return;
      score.cells += 1;
      if (before[cell] === count) score.before += 1;
      if (after[cell] === count) score.after += 1;
    });
  }
}

function gain({ cells, before, after }: Score): number {
  return (after - before) / cells;
}

async function attackCountry(country: Country): Promise<Measurement[]> {
  const isWhole = country.plan.size === 'whole';
  const ours = newScores();
  const alone = newScores();
  for (const period of isWhole ? ['2026-Q1', '2025-26'] : ['2025-26']) {
    const truth = await trueCounts(country, { period });
    for (const seed of country.plan.noiseSeeds.slice(0, isWhole ? 5 : 1)) {
      const cells = await country.published(seed).cells({ period });
      attackCells(cells, cubesOf(cells, pairCubes(period), period), truth, ours);
    }
    const cells = await suppressionAlone(country, { period });
    const targets = cubesOf(cells, pairCubes(period), period);
    attackCells(
      cells,
      targets.map(({ cube }) => ({ cube, rule: SUPPRESSION_ALONE })),
      truth,
      alone,
    );
  }
  return [
    atLeast('hidden cells of 1 to 7 people', ours.hidden.cells, 1000),
    headline(
      atMost(
        'hidden: share named exactly, above what nine in ten tell by themselves',
        gain(ours.hidden),
        0.1,
      ),
    ),
    atLeast('shown cells of up to 30 people', ours.shown.cells, 500),
    // The largest advantage that one look at our noise can give to someone who knows everyone else.
    headline(
      atMost('shown: share named exactly, above what nine in ten tell by themselves', gain(ours.shown), 0.23),
    ),
    unprotected(atLeast('shown: the same under suppression alone', gain(alone.shown), 0.3)),
  ];
}

export const attack: Attack = {
  id: 'A27',
  title: 'Someone who knows nine people in ten',
  tried:
    'An attacker knows nine people in ten of every finest cell, with everything that is counted of them, and looks for the tenth: the known people are taken from every published cell, what is left is solved for by least squares, and each published value is weighed by its exact chances. Scored is how often a count is named exactly, above what the known people tell by themselves: hidden cells by the gate of A4, shown ones by the limit that the scheme states for someone who knows everyone else (23%).',
  noise: everyNoise,
  run: ({ country }) => attackCountry(country),
};
