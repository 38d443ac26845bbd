import { randomFrom } from '../../support/draw-wales.ts';
import { type Attack, atMost, exactly, headline, ownNoise, reported, unprotected } from '../attack.ts';
import { drawKey, publishMade } from '../methods/made-cells.ts';
import { ourRule, type PublicationRule, SUPPRESSION_ALONE } from '../methods/publication-rule.ts';

/** Chances that a cell of 8, 9, … people is shown, as the scheme states them. */
const STATED: readonly (readonly [count: number, chance: number])[] = [
  [8, 0.191],
  [9, 0.386],
  [10, 0.614],
  [11, 0.809],
  [12, 0.927],
  [13, 0.98],
  [14, 0.996],
  [15, 1],
];

const DRAWS = 20_000;

/** The share of cells of a size that are shown, over as many cells. */
function shareShown(random: () => number, count: number, draws: number): number {
  const shown = Array.from({ length: draws }, (_, made) =>
    publishMade({ address: `made=${made};count=${count}`, count, keySum: drawKey(random) }),
  ).filter((value) => value !== null);
  return shown.length / draws;
}

/** How much better than by a coin someone tells `count` from one more person by whether the cell is shown. */
function advantage(rule: PublicationRule, count: number): number {
  return Math.abs(rule.chance(null, count) - rule.chance(null, count + 1)) / 2;
}

export const attack: Attack = {
  id: 'A10',
  title: 'Probing the threshold with one person more or less',
  tried:
    'A cell is watched while one person is added or taken away: whether it is shown says on which side of a threshold it stands. Under suppression alone it says so for certain between 7 and 8. The chance of being shown is measured at each size through the functions that publish, and must be what the scheme states; a cell of 7 or fewer is never shown.',
  noise: ownNoise,
  async run() {
    const random = randomFrom(10);
    const off = STATED.map(([count, chance]) => Math.abs(shareShown(random, count, DRAWS) - chance));
    const belowFloor = Array.from({ length: 8 }, (_, count) => shareShown(random, count, 5000));
    const ours = ourRule();
    const counts = Array.from({ length: 20 }, (_, count) => count);
    return [
      atMost(
        'largest difference from the stated chances of being shown, 8 to 15 people',
        Math.max(...off),
        0.02,
      ),
      headline(exactly('cells of 7 or fewer shown', Math.max(...belowFloor), 0)),
      headline(
        atMost(
          'largest advantage in telling n from n + 1 by whether the cell is shown',
          Math.max(...counts.map((count) => advantage(ours, count))),
          // Half of the chance of the likeliest noise: a single threshold can tell no more.
          0.12,
        ),
      ),
      unprotected(
        reported(
          'the same under suppression alone, where 0.5 is certainty',
          Math.max(...counts.map((count) => advantage(SUPPRESSION_ALONE, count))),
        ),
      ),
    ];
  },
};
