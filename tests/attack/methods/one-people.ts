import type { Selectors } from '../../../src/disclosure/lattice.ts';
import { allCubes, CHARACTERISTICS, INDEX, type Wanted } from './choose-cubes.ts';
import type { Link, Target } from './estimate-counts.ts';
import type { LeafCube } from './leaf-cube.ts';
import { linkTotals, NEARLY_EQUAL, pairsOf } from './link-totals.ts';
import type { Shown } from './one-way-guess.ts';

/** Those by which coverage is broken down; each adds up to the same episodes. */
const BREAKDOWNS = ['age_group', 'sex', 'deprivation_quintile', 'ethnic_group'];

/**
 * The tables that count the people referred and supported over and over: in profiles, in each characteristic, in
 * equity, needs and the pathway; and the episodes closed: in the pathway, in closures and in the coverage of outcomes.
 *
 * @param characteristics - How many of the characteristics; the one of most categories comes last.
 */
export function cubesOfOnePeople(
  period: string,
  {
    populations,
    characteristics,
  }: { readonly populations: readonly string[]; readonly characteristics: number },
): Wanted[] {
  const [largest, ...others] = CHARACTERISTICS;
  const chosen = [...others, largest].slice(0, characteristics);
  const isChosen = ({ population, characteristic }: Selectors) =>
    (population === undefined || populations.includes(population)) &&
    (characteristic === undefined || chosen.includes(characteristic));
  const counted = allCubes(period).filter(
    ({ table, selectors }) =>
      isChosen(selectors) &&
      table !== 'connections' &&
      table !== 'outcomes' &&
      (table !== 'needs' || populations.includes('supported')),
  );
  return [...counted, coverageCube('all'), ...BREAKDOWNS.map(coverageCube)];
}

function coverageCube(breakdown: string): Wanted {
  const index = breakdown === 'deprivation_quintile' ? { deprivation_index: INDEX } : {};
  return {
    table: 'outcome_coverage',
    selectors: { measure: 'swemwbs', value_set: 'not_applicable', breakdown, ...index },
    figure: 'n_eligible',
    by: breakdown === 'all' ? {} : { category: null },
  };
}

/** All sums of these cubes that must be equal, and those that are nearly. */
export function linkOnePeople(targets: readonly Target[], shown: Shown): Link[] {
  return [...linkTotals(targets), ...linkBreakdowns(targets), ...linkReferrals(targets, shown)];
}

/** Every breakdown of coverage adds up to the same episodes. */
function linkBreakdowns(targets: readonly Target[]): Link[] {
  const isCoverage = ({ cube: { request } }: Target) => request.table === 'outcome_coverage';
  const right = targets.findIndex(
    (each) => isCoverage(each) && each.cube.request.selectors.breakdown === 'all',
  );
  if (right === -1) return [];
  return targets.flatMap((each, left) =>
    isCoverage(each) && left !== right
      ? linksBetween(targets, [left, right], ['area_code'], NEARLY_EQUAL)
      : [],
  );
}

/**
 * People referred and referrals received are nearly the same people: few are referred twice in a quarter. How few, the
 * published totals of the nation tell.
 */
function linkReferrals(targets: readonly Target[], shown: Shown): Link[] {
  const left = targets.findIndex(
    ({ cube: { request, dimensions } }) =>
      request.table === 'pathway' &&
      dimensions.some(({ name, tokens }) => name === 'stage' && tokens.includes('referral_received')),
  );
  const right = targets.findIndex(
    ({ cube: { request } }) => request.table === 'profiles' && request.selectors.population === 'referred',
  );
  if (left === -1 || right === -1) return [];
  const [received, referred] = [left, right].map((index) =>
    totalOf((targets[index] as Target).cube, shown),
  ) as [number, number];
  const links = linksBetween(targets, [left, right], ['area_code', 'deprivation_quintile'], NEARLY_EQUAL);
  const apart = Math.abs(received - referred) / links.length;
  return links.map((link) => ({ ...link, variance: NEARLY_EQUAL + apart + apart ** 2 }));
}

/** The largest published value of a cube is that of the nation. */
function totalOf(cube: LeafCube, shown: Shown): number {
  return cube.cells.reduce((most, { id }) => Math.max(most, shown.get(id) ?? 0), 0);
}

function linksBetween(
  targets: readonly Target[],
  [left, right]: readonly [number, number],
  names: readonly string[],
  variance: number,
): Link[] {
  const [one, other] = [targets[left], targets[right]] as [Target, Target];
  return pairsOf(one.cube, other.cube, names, {}).map(([ofLeft, ofRight]) => ({
    left: { target: left, leaves: ofLeft },
    right: { target: right, leaves: ofRight },
    variance,
  }));
}
