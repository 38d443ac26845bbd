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
import { cubesOf, type Wanted } from '../methods/choose-cubes.ts';
import { type Estimates, estimateCounts, type Target } from '../methods/estimate-counts.ts';
import { cubesOfOnePeople, linkOnePeople } from '../methods/one-people.ts';
import { type Shown, shownOf } from '../methods/one-way-guess.ts';
import { SUPPRESSION_ALONE } from '../methods/publication-rule.ts';
import { gainOf, type Hits, scoreHits } from '../scoring/score-hits.ts';
import { suppressionAlone } from '../scoring/suppression-alone.ts';
import { trueCounts } from '../scoring/true-counts.ts';

/** Figures of profiles that every characteristic counts again: an area, by age group, by sex, or both. */
const COUNTED_AGAIN = /^area_code\.\w+( age_band\.age_group)?( sex\.code)?$/;

type Truth = ReadonlyMap<string, number>;

/** Shown figures that every table counts again, and those of them that are named exactly. */
interface Shared {
  figures: number;
  named: number;
}

function scoreShared(
  shared: Shared,
  {
    targets,
    estimates,
    shown,
    truth,
  }: { targets: readonly Target[]; estimates: readonly Estimates[]; shown: Shown; truth: Truth },
): void {
  targets.forEach(({ cube }, index) => {
    if (cube.request.table !== 'profiles') return;
    cube.cells.forEach(({ id, shape }, cell) => {
      if (!COUNTED_AGAIN.test(shape) || !shown.has(id)) return;
      shared.figures += 1;
      if (Math.round(estimates[index]?.estimated[cell] as number) === truth.get(id)) shared.named += 1;
    });
  });
}

/** What one way of solving came to, over all draws of the noise. */
class Score {
  readonly shared: Shared = { figures: 0, named: 0 };
  readonly pools = new Map<string, Hits>();
  links = 0;

  get hits(): Hits {
    return this.pools.get('all') ?? { targets: 0, attacked: 0, guessed: 0 };
  }

  get shareNamed(): number {
    return this.shared.named / this.shared.figures;
  }
}

/** The small country is tried by four tables. */
function isOfFewer({ table }: Wanted): boolean {
  return ['profiles', 'characteristics', 'pathway', 'outcome_coverage'].includes(table);
}

async function attackPeriod(country: Country, period: string): Promise<Measurement[]> {
  const isWhole = country.plan.size === 'whole';
  const wanted = isWhole
    ? cubesOfOnePeople(period, { populations: ['referred', 'supported'], characteristics: 11 })
    : cubesOfOnePeople(period, { populations: ['supported'], characteristics: 2 }).filter(isOfFewer);
  const truth = await trueCounts(country, { period });
  const [together, alone] = [new Score(), new Score()];
  const solve = (score: Score, cells: readonly Cell[], targets: readonly Target[]) => {
    const shown = shownOf(cells);
    const links = linkOnePeople(targets, shown);
    const estimates = estimateCounts(targets, shown, { links });
    scoreHits(score.pools, { targets, estimates, truth }, () => 'all');
    scoreShared(score.shared, { targets, estimates, shown, truth });
    score.links = links.length;
  };
  for (const seed of everyNoise(country.plan)) {
    const cells = await country.published(seed).cells({ period });
    solve(together, cells, cubesOf(cells, wanted, period));
  }
  const cells = await suppressionAlone(country, { period });
  const targets = cubesOf(cells, wanted, period).map(({ cube }) => ({ cube, rule: SUPPRESSION_ALONE }));
  solve(alone, cells, targets);
  return [
    atLeast(`${period}: sums held equal between tables`, together.links, 100),
    atLeast(`${period}: shown figures counted again`, together.shared.figures, isWhole ? 400 : 100),
    headline(
      // As much as three releases may tell of them (A14).
      atMost(`${period}: share of shown figures named exactly`, together.shareNamed, 0.56),
    ),
    headline(
      atMost(
        `${period}: hidden cells of 1 to 7 named exactly, above the margins`,
        gainOf(together.hits),
        0.1,
      ),
    ),
    unprotected(atLeast(`${period}: the same attack under suppression alone`, gainOf(alone.hits), 0.08)),
  ];
}

export const attack: Attack = {
  id: 'A28',
  title: 'The same people in several tables',
  tried:
    'The people referred and supported stand in profiles, in eleven characteristics, in equity and in needs; those referred also, but for a few, in the pathway; those closed in the pathway, in closures, and five times in the coverage of outcomes. Added up over their categories, each is one more noisy look at the same people by area, age and sex. All tables are solved for together by least squares, sums that must be equal held equal, and people referred held as near to referrals received as the totals of the nation lie together. Scored are shown figures of profiles that the other tables count again, which may be named no oftener than from three releases (A14), and hidden cells of 1 to 7 people as in A4.',
  noise: everyNoise,
  async run({ country }) {
    const periods = country.plan.size === 'whole' ? ['2026-Q1', '2025-26'] : ['2025-26'];
    const measured: Measurement[] = [];
    for (const period of periods) measured.push(...(await attackPeriod(country, period)));
    return measured;
  },
};
