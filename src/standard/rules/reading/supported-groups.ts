import { columnsOf, type RowValues } from '../../row.ts';
import { areaAsRead, boardOf } from './areas.ts';
import { codesAtLevel } from './code-hierarchy.ts';
import { cellKey, type LookAtRow } from './passes.ts';
import { addPeople, type PeopleSums } from './people-sums.ts';
import { codeAt, numberAt } from './values.ts';

const NEEDS = columnsOf('needs');
const PROFILES = columnsOf('profiles');
const AGE_GROUPS = codesAtLevel('age_band', 'age_group');

/** The two ways in which needs split people: by age group and sex, and by deprivation fifth. */
export function needGroup(values: RowValues, area: string): string {
  const breakdown = codeAt(values, NEEDS.breakdown);
  return breakdown === 'deprivation_quintile'
    ? cellKey(breakdown, area, codeAt(values, NEEDS.deprivation_quintile))
    : cellKey(breakdown, area, codeAt(values, NEEDS.age_group), codeAt(values, NEEDS.sex));
}

/** The people supported, in the groups of both breakdowns: for areas as they are read, and for boards. */
export interface SupportedGroups {
  readonly asSent: PeopleSums;
  readonly byBoard: PeopleSums;
}

/** Adds the people supported of a row of profiles to their groups. */
export function addSupported({ asSent, byBoard }: SupportedGroups): LookAtRow {
  return (values, row) => {
    if (codeAt(values, PROFILES.population) !== 'supported') return;
    const age = codeAt(values, PROFILES.age_band);
    const ageAndSex = [AGE_GROUPS.get(age) ?? age, codeAt(values, PROFILES.sex)];
    const fifth = codeAt(values, PROFILES.deprivation_quintile);
    const people = numberAt(values, PROFILES.people) ?? 0;
    const people_first_in_year = numberAt(values, PROFILES.people_first_in_year) ?? 0;
    const sent = codeAt(values, PROFILES.area_code);
    for (const [sums, area] of [
      [asSent, areaAsRead(sent)],
      [byBoard, boardOf(sent)],
    ] as const) {
      addPeople(sums, cellKey('age_group_sex', area, ...ageAndSex), { row, people, people_first_in_year });
      addPeople(sums, cellKey('deprivation_quintile', area, fifth), { row, people, people_first_in_year });
    }
  };
}
