import { randomFrom } from '../../support/draw-wales.ts';
import { type Attack, atLeast, atMost, everyNoise, headline, reported, unprotected } from '../attack.ts';
import type { Cell } from '../country/cells.ts';
import { likeliest, poissonChances } from '../methods/bayes.ts';
import { authorityCubes } from '../methods/choose-cubes.ts';
import { likeliestCounts } from '../methods/likeliest-counts.ts';
import { shownOf } from '../methods/one-way-guess.ts';
import { SUPPRESSION_ALONE } from '../methods/publication-rule.ts';
import { walkCounts } from '../methods/walk-counts.ts';
import { gainOf, type Hits, scoreHits } from '../scoring/score-hits.ts';
import { suppressionAlone } from '../scoring/suppression-alone.ts';
import { trueCounts } from '../scoring/true-counts.ts';

/** The attacker is told which cells hold 1 to 7 people, and so is the guess that he must do better than. */
const SMALL = { least: 1, most: 7 };

/** The likeliest of 1 to 7 where so many are guessed. */
function bestGuess(mean: number): number {
  const chances = poissonChances(Math.max(mean, 0.01), SMALL.most);
  return SMALL.least + likeliest(chances.slice(SMALL.least));
}

export const attack: Attack = {
  id: 'A26',
  title: 'The likeliest whole numbers, with the exact chances of the noise',
  tried:
    'For the tables of single authorities an integer programme finds the whole-numbered leaves that are likeliest of all, given every published value with its exact chances under noise, floor, threshold and rounding, and every hidden one with the chances that it is hidden. From there a walk over whole numbers stays in each state as long as its chances are, and each cell is named by its own likeliest count; attack and one-way guess are both told which cells hold 1 to 7 people. Least squares (A4) knows the spread of the noise alone, and no whole numbers. The question is that of A4, so the gate is too: hidden cells of 1 to 7 people named exactly, above the one-way margins.',
  noise: everyNoise,
  async run({ country }) {
    const isWhole = country.plan.size === 'whole';
    const period = '2025-26';
    const truth = await trueCounts(country, { period });
    const areas = isWhole ? 6 : 4;
    const random = randomFrom(26);
    const pools = new Map<string, Hits>();
    const assault = async (name: string, cells: readonly Cell[], isAlone: boolean) => {
      const shown = shownOf(cells);
      for (const { cube, rule } of authorityCubes(period).slice(0, 2 * areas)) {
        const known = { cube, shown, rule: isAlone ? SUPPRESSION_ALONE : rule };
        const { leaves, guessed, likeliest: together } = await likeliestCounts(cube, shown, known.rule);
        const walked = walkCounts(known, leaves, { random, rounds: isWhole ? 1500 : 500, among: SMALL });
        const score = (pool: string, estimated: Float64Array) =>
          scoreHits(
            pools,
            { targets: [{ cube, rule }], estimates: [{ guessed: guessed.map(bestGuess), estimated }], truth },
            () => pool,
          );
        score(
          `${name}, together`,
          together.map((count) => Math.max(count, SMALL.least)),
        );
        score(name, walked);
      }
    };
    for (const seed of country.plan.noiseSeeds) {
      await assault('ours', await country.published(seed).cells({ period }), false);
    }
    await assault('alone', await suppressionAlone(country, { period }), true);
    const [ours, alone] = ['ours', 'alone'].map((name) => pools.get(name)) as [Hits, Hits];
    return [
      atLeast('hidden cells of 1 to 7 people', ours.targets, isWhole ? 1000 : 200),
      headline(atMost('exact hits above those of the margins', gainOf(ours), 0.1)),
      headline(
        atMost(
          'the same from the leaves that are likeliest together',
          gainOf(pools.get('ours, together') as Hits),
          0.1,
        ),
      ),
      reported('share named exactly', ours.attacked / ours.targets),
      // The margins are told as much as the attack is, so that even without protection little is left to gain.
      unprotected(atLeast('the same attack under suppression alone', gainOf(alone), 0.05)),
    ];
  },
};
