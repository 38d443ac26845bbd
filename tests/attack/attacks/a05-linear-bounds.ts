import { randomFrom } from '../../support/draw-wales.ts';
import {
  type Attack,
  atLeast,
  atMost,
  exactly,
  firstNoise,
  headline,
  type Measurement,
  reported,
  unprotected,
} from '../attack.ts';
import type { Cell } from '../country/cells.ts';
import type { Country } from '../country/open-country.ts';
import { boardCubes, GAINED_MOST, gainedMostCubes } from '../methods/choose-cubes.ts';
import type { Target } from '../methods/estimate-counts.ts';
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

/** What is attacked, and how many hidden cells of each cube at most; of one kind where that is given. */
interface Aim {
  readonly cubes: readonly Target[];
  readonly targets: number;
  readonly kind?: string;
}

async function prove(
  cells: readonly Cell[],
  truth: ReadonlyMap<string, number>,
  { cubes, targets, kind }: Aim,
  ownRule?: PublicationRule,
): Promise<Proved> {
  const random = randomFrom(5);
  const shown = shownOf(cells);
  const bounds: ProvedBounds[] = [];
  let wrong = 0;
  for (const { cube, rule } of cubes) {
    // The scorer draws which cells are asked of; the attacker proves what can be proved of each.
    const hidden = cube.cells.flatMap(({ id, shape }, index) => {
      const count = truth.get(id) ?? 0;
      const isAsked = count >= 1 && count <= 7 && !shown.has(id) && (kind ?? shape) === shape;
      return isAsked ? [{ index, count, order: random() }] : [];
    });
    const asked = hidden.sort((one, other) => one.order - other.order).slice(0, targets);
    const places = asked.map(({ index }) => index);
    const found = await proveBounds(cube, shown, ownRule ?? rule, places);
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

const isPinned = ({ least, most }: ProvedBounds) => least === most;
const isProved = ({ least }: ProvedBounds) => least >= 1;

async function attackPeriod(country: Country, period: string): Promise<Measurement[]> {
  const isWhole = country.plan.size === 'whole';
  const truth = await trueCounts(country, { period });
  const ours = await country.published().cells({ period });
  const alone = await suppressionAlone(country, { period });
  const cubes = boardCubes(period).slice(0, isWhole ? 6 : 3);
  const any = await prove(ours, truth, { cubes, targets: isWhole ? 60 : 20 });
  const anyAlone = await prove(alone, truth, { cubes, targets: isWhole ? 30 : 10 }, SUPPRESSION_ALONE);
  const most = { cubes: gainedMostCubes(period).slice(0, isWhole ? 6 : 1), kind: GAINED_MOST };
  const gained = await prove(ours, truth, { ...most, targets: isWhole ? 40 : 10 });
  const gainedAlone = await prove(alone, truth, { ...most, targets: isWhole ? 20 : 5 }, SUPPRESSION_ALONE);
  return [
    atLeast(`${period}: hidden cells of 1 to 7 people tried`, any.bounds.length, isWhole ? 150 : 50),
    headline(exactly(`${period}: proved to the person`, any.bounds.filter(isPinned).length, 0)),
    headline(atMost(`${period}: share proved to hold somebody`, shareOf(any.bounds, isProved), 0.02)),
    exactly(`${period}: bounds that the truth lies outside of`, any.wrong + anyAlone.wrong, 0),
    unprotected(
      atLeast(
        `${period}: share proved to hold somebody under suppression alone`,
        shareOf(anyAlone.bounds, isProved),
        0.15,
      ),
    ),
    atLeast(
      `${period}, age band by fifth of a board: hidden cells of 1 to 7 people tried`,
      gained.bounds.length,
      isWhole ? 40 : 3,
    ),
    exactly(
      `${period}, age band by fifth of a board: proved to the person`,
      gained.bounds.filter(isPinned).length,
      0,
    ),
    atMost(
      `${period}, age band by fifth of a board: share proved to hold somebody`,
      shareOf(gained.bounds, isProved),
      0.02,
    ),
    exactly(
      `${period}, age band by fifth of a board: bounds that the truth lies outside of`,
      gained.wrong + gainedAlone.wrong,
      0,
    ),
    reported(
      `${period}, age band by fifth of a board: share proved to hold somebody under suppression alone`,
      shareOf(gainedAlone.bounds, isProved),
    ),
  ];
}

export const attack: Attack = {
  id: 'A5',
  title: 'What linear programming can prove',
  tried:
    'For the authorities of single boards, every published cell bounds the sum of its leaves: a shown one to within 7, a hidden one of shown parents to 14. A linear programme makes each hidden cell as small and as large as those bounds allow; where the two meet the count is proved, and where the least is above nought somebody is proved to be there. The same is tried on the cells by age band and deprivation fifth of a board, of which least squares (A4) learns most, and on the country under suppression alone.',
  noise: firstNoise,
  async run({ country }) {
    const periods = country.plan.size === 'whole' ? ['2026-Q1', '2025-26'] : ['2025-26'];
    const measured: Measurement[] = [];
    for (const period of periods) measured.push(...(await attackPeriod(country, period)));
    return measured;
  },
};
