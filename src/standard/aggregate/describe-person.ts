import { codesAtLevel } from '../rules/reading/code-hierarchy.ts';
import type { PersonFacts } from './case-records.ts';
import { type Day, yearsBetween } from './day.ts';
import type { Episode } from './merge-episodes.ts';

const AGE_GROUPS = codesAtLevel('age_band', 'age_group');

/** Youngest age of each band, oldest band first. */
const BANDS: readonly (readonly [youngest: number, band: string])[] = [
  [85, '85_plus'],
  [75, '75_84'],
  [65, '65_74'],
  [50, '50_64'],
  [35, '35_49'],
  [25, '25_34'],
  [18, '18_24'],
  [16, '16_17'],
  [0, '0_15'],
];

/** Years beyond which an age is taken for a slip. */
export const OLDEST_BELIEVED = 120;

/** Age in completed years on a day, or null where it is not known or cannot be true (below 0, above 120). */
export function ageOn(day: Day, facts: PersonFacts, received: Day): number | null {
  const age =
    facts.born !== null
      ? yearsBetween(facts.born, day)
      : facts.age !== null
        ? facts.age + Math.max(0, yearsBetween(received, day))
        : null;
  return age === null || age < 0 || age > OLDEST_BELIEVED ? null : age;
}

/**
 * The age band on a day, the finest of the list: from the date of birth; else from the age on the day of referral
 * and the whole years since; else the band that the system holds.
 */
export function ageBandOn(day: Day, { facts, received }: Pick<Episode, 'facts' | 'received'>): string {
  const age = ageOn(day, facts, received);
  return age === null ? facts.age_band : bandOf(age);
}

/** @example bandOf(17); // '16_17' */
export function bandOf(age: number): string {
  const found = BANDS.find(([youngest]) => age >= youngest);
  if (!found) throw new RangeError(`${age} is no age`);
  return found[1];
}

/** The age group that a band, or a blank, counts as. */
export function ageGroupOf(band: string): string {
  return AGE_GROUPS.get(band) ?? band;
}

/** The ages a person may have: one where it is known, those of the band, or any. */
export function agesOn(day: Day, { facts, received }: Episode): { youngest: number; oldest: number } {
  const age = ageOn(day, facts, received);
  if (age !== null) return { youngest: age, oldest: age };
  return AGES_OF_BANDS.get(facts.age_band) ?? { youngest: 0, oldest: Number.POSITIVE_INFINITY };
}

const AGES_OF_BANDS: ReadonlyMap<string, { youngest: number; oldest: number }> = new Map([
  ...BANDS.map(([youngest, band], index): [string, { youngest: number; oldest: number }] => [
    band,
    { youngest, oldest: (BANDS[index - 1]?.[0] ?? Number.POSITIVE_INFINITY) - 1 },
  ]),
  ['under_16', { youngest: 0, oldest: 15 }],
  ['16_24', { youngest: 16, oldest: 24 }],
  ['16_64', { youngest: 16, oldest: 64 }],
  ['65_plus', { youngest: 65, oldest: Number.POSITIVE_INFINITY }],
]);
