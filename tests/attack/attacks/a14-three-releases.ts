import {
  type Attack,
  atLeast,
  atMost,
  headline,
  type Measurement,
  reported,
  unprotected,
} from '../attack.ts';
import type { Country } from '../country/open-country.ts';
import type { CountryPlan } from '../country/plan.ts';
import { allCubes, cubesOf, fewCubes } from '../methods/choose-cubes.ts';
import { type Estimates, estimateCounts, type Target } from '../methods/estimate-counts.ts';
import { linkTotals } from '../methods/link-totals.ts';
import { type Shown, shownOf } from '../methods/one-way-guess.ts';
import { gainOf, type Hits, scoreHits } from '../scoring/score-hits.ts';
import { trueCounts } from '../scoring/true-counts.ts';

/** Figures of a period change at most three times. */
const RELEASES = 3;

function asManyNoises({ noiseSeeds }: CountryPlan): readonly number[] {
  return noiseSeeds.slice(0, RELEASES);
}

/** What several releases of the same people show: the mean of each cell's values, and how many there are. */
function average(releases: readonly Shown[]): {
  readonly shown: Shown;
  readonly draws: ReadonlyMap<string, number>;
} {
  const draws = new Map<string, number>();
  const sums = new Map<string, number>();
  for (const release of releases) {
    for (const [id, value] of release) {
      draws.set(id, (draws.get(id) ?? 0) + 1);
      sums.set(id, (sums.get(id) ?? 0) + value);
    }
  }
  const shown = new Map([...sums].map(([id, sum]) => [id, sum / (draws.get(id) as number)]));
  return { shown, draws };
}

/** Share of the shown cells whose true count is named exactly. */
function shareNamed(
  targets: readonly Target[],
  estimates: readonly Estimates[],
  { shown, truth }: { readonly shown: Shown; readonly truth: ReadonlyMap<string, number> },
): number {
  let cells = 0;
  let named = 0;
  targets.forEach(({ cube, rule }, index) => {
    // Connections are drawn three and six times as wide: they would only make the share smaller.
    if (rule.parentMinimum > 30) return;
    cube.cells.forEach(({ id }, cell) => {
      if (!shown.has(id)) return;
      cells += 1;
      if (Math.round(estimates[index]?.estimated[cell] as number) === truth.get(id)) named += 1;
    });
  });
  return named / cells;
}

async function attackPeriod(country: Country, period: string): Promise<Measurement[]> {
  const isWhole = country.plan.size === 'whole';
  const seeds = asManyNoises(country.plan);
  const releases = await Promise.all(seeds.map((seed) => country.published(seed).cells({ period })));
  const wanted = isWhole ? allCubes(period) : fewCubes(period).filter(({ table }) => table === 'profiles');
  const targets = cubesOf(releases.flat(), wanted, period);
  const truth = await trueCounts(country, { period });
  const { shown, draws } = average(releases.map(shownOf));
  const links = linkTotals(targets);
  const estimates = estimateCounts(targets, shown, { links, draws });
  const one = shownOf(releases[0] ?? []);
  const fromOne = estimateCounts(targets, one, { links });
  const pools = new Map<string, Hits>();
  scoreHits(pools, { targets, estimates, truth }, () => 'all');
  const hits = pools.get('all') as Hits;
  return [
    atLeast(`${period}: shown cells`, shown.size, 1000),
    headline(
      atMost(
        `${period}: share of shown counts named exactly from ${seeds.length} releases`,
        shareNamed(targets, estimates, { shown, truth }),
        0.56,
      ),
    ),
    reported(`${period}: the same from one release`, shareNamed(targets, fromOne, { shown: one, truth })),
    reported(`${period}: hidden counts of 1 to 7 named exactly, above the margins`, gainOf(hits)),
  ];
}

export const attack: Attack = {
  id: 'A14',
  title: 'The mean of three releases',
  tried:
    'The figures of a period change at most three times, and a small correction draws all noise anew. The attacker takes the mean of the three values of every cell and solves for the counts by least squares as in A4. Scored is how many true counts of shown cells are named exactly. The three releases are three draws of the noise over the same people, which favours the attacker: real corrections change some of the people too. The small country has two.',
  noise: asManyNoises,
  async run({ country }) {
    const periods = country.plan.size === 'whole' ? ['2026-Q1', '2025-26'] : ['2025-26'];
    const measured: Measurement[] = [];
    for (const period of periods) measured.push(...(await attackPeriod(country, period)));
    return [...measured, unprotected(reported('under suppression alone', '1, by definition'))];
  },
};
