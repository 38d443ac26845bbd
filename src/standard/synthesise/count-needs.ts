import type { NeedsRow } from '../generated/types.ts';
import type { BoardHistory } from './board-history.ts';
import { ageGroupOf } from './broader-code.ts';
import { countRows } from './count-rows.ts';
import type { Happening } from './happenings.ts';

interface Counted extends Happening {
  readonly need: NeedsRow['need'];
  readonly isMain: boolean;
}

/** Counts the people supported in a quarter by need, once by age group and sex and once by fifth. */
export function countNeeds(history: BoardHistory, quarter: number): NeedsRow[] {
  const counted = history.people('supported', quarter).flatMap((happening): Counted[] => {
    const needs = happening.referral.episode?.support?.needs ?? [];
    return needs.map((need, index) => ({ ...happening, need, isMain: index === 0 }));
  });
  return [
    ...countRows(
      counted,
      ({ person, need }) => ({
        breakdown: 'age_group_sex' as const,
        area_code: person.area_code,
        age_group: ageGroupOf(person.age_band) as NeedsRow['age_group'],
        sex: person.sex,
        deprivation_quintile: 'not_applicable' as const,
        need,
      }),
      figuresOf,
    ),
    ...countRows(
      counted,
      ({ person, need }) => ({
        breakdown: 'deprivation_quintile' as const,
        area_code: person.area_code,
        age_group: 'not_applicable' as const,
        sex: 'not_applicable' as const,
        deprivation_quintile: person.deprivation_quintile,
        need,
      }),
      figuresOf,
    ),
  ];
}

function figuresOf({ isMain, firstInYear }: Counted) {
  return {
    people: 1,
    people_primary: isMain ? 1 : 0,
    people_primary_first_in_year: isMain && firstInYear ? 1 : 0,
  };
}
