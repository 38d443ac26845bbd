import { randomFrom } from '../../support/draw-wales.ts';
import {
  type Attack,
  atLeast,
  atMost,
  exactly,
  firstNoise,
  headline,
  type Measurement,
  unprotected,
} from '../attack.ts';
import type { Cell } from '../country/cells.ts';
import type { Country } from '../country/open-country.ts';
import { boardCubes } from '../methods/choose-cubes.ts';
import { type ProvedBounds, proveBounds } from '../methods/linear-bounds.ts';
import { shownOf } from '../methods/one-way-guess.ts';
import { type PublicationRule, SUPPRESSION_ALONE } from '../methods/publication-rule.ts';
import { suppressionAlone } from '../scoring/suppression-alone.ts';
import { trueCounts } from '../scoring/true-counts.ts';

/** What was proved of cells that truly hold 1 to 7 people and are not shown. */
interface Proved {
  readonly bounds: readonly ProvedBounds[];
  /** Bounds that the truth lies outside of: an attacker who has the rule wrong proves nothing. */
  readonly wrong: number;
}

async function prove(
  cells: readonly Cell[],
  truth: ReadonlyMap<string, number>,
  period: string,
  {
    cubes,
    targets,
    rule,
  }: { readonly cubes: number; readonly targets: number; readonly rule?: PublicationRule },
): Promise<Proved> {
  const random = randomFrom(5);
  const shown = shownOf(cells);
  const bounds: ProvedBounds[] = [];
  let wrong = 0;
  for (const target of boardCubes(period).slice(0, cubes)) {
    const { cube } = target;
    // The scorer draws which cells are asked of; the attacker proves what can be proved of each.
    const hidden = cube.cells.flatMap(({ id }, index) => {
      const count = truth.get(id) ?? 0;
      return count >= 1 && count <= 7 && !shown.has(id) ? [{ index, count, order: random() }] : [];
    });
    const asked = hidden.sort((one, other) => one.order - other.order).slice(0, targets);
    const found = await proveBounds(
      cube,
      shown,
      rule ?? target.rule,
      asked.map(({ index }) => index),
    );
    bounds.push(...found);
    wrong += found.filter(({ least, most }, index) => {
      const { count } = asked[index] as (typeof asked)[number];
      return count < least || count > most;
    }).length;
  }
  return { bounds, wrong };
}

function shareOf(bounds: readonly ProvedBounds[], holds: (each: ProvedBounds) => boolean): number {
  return bounds.filter(holds).length / bounds.length;
}

async function attackPeriod(country: Country, period: string): Promise<Measurement[]> {
  const isWhole = country.plan.size === 'whole';
  const cubes = isWhole ? 6 : 3;
  const truth = await trueCounts(country, { period });
  const { bounds, wrong } = await prove(await country.published().cells({ period }), truth, period, {
    cubes,
    targets: isWhole ? 60 : 20,
  });
  const alone = await prove(await suppressionAlone(country, { period }), truth, period, {
    cubes,
    targets: isWhole ? 30 : 10,
    rule: SUPPRESSION_ALONE,
  });
  const isPinned = ({ least, most }: ProvedBounds) => least === most;
  const isProved = ({ least }: ProvedBounds) => least >= 1;
  return [
    atLeast(`${period}: hidden cells of 1 to 7 people tried`, bounds.length, isWhole ? 150 : 50),
    headline(exactly(`${period}: proved to the person`, bounds.filter(isPinned).length, 0)),
    headline(atMost(`${period}: share proved to hold somebody`, shareOf(bounds, isProved), 0.02)),
    exactly(`${period}: bounds that the truth lies outside of`, wrong + alone.wrong, 0),
    unprotected(
      atLeast(
        `${period}: share proved to hold somebody under suppression alone`,
        shareOf(alone.bounds, isProved),
        0.15,
      ),
    ),
  ];
}

export const attack: Attack = {
  id: 'A5',
  title: 'What linear programming can prove',
  tried:
    'For the authorities of single boards, every published cell bounds the sum of its leaves: a shown one to within 7, a hidden one of shown parents to 14. A linear programme makes each hidden cell as small and as large as those bounds allow; where the two meet the count is proved, and where the least is above nought somebody is proved to be there. The same is tried on the country under suppression alone.',
  noise: firstNoise,
  async run({ country }) {
    const periods = country.plan.size === 'whole' ? ['2026-Q1', '2025-26'] : ['2025-26'];
    const measured: Measurement[] = [];
    for (const period of periods) measured.push(...(await attackPeriod(country, period)));
    return measured;
  },
};
