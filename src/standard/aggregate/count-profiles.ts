import type { PopulationCode } from '../generated/code-lists.ts';
import type { CountingFrame } from './counting-frame.ts';
import { ageBandOn } from './describe-person.ts';
import { placeOf } from './place-person.ts';
import type { Member } from './population-events.ts';
import { type CountedRow, countOf, Groups } from './tally.ts';

/** The people of each population by area, age, sex and fifth. */
export function countProfiles(
  members: Readonly<Partial<Record<PopulationCode, readonly Member[]>>>,
  frame: CountingFrame,
): CountedRow[] {
  return Object.entries(members).flatMap(([population, people]) => {
    const groups = new Groups<Member>();
    for (const member of people) {
      const { facts } = member.episode;
      const { area_code, deprivation_quintile } = placeOf(facts, frame);
      const age_band = ageBandOn(member.on, member.episode);
      groups.add({ population, area_code, age_band, sex: facts.sex, deprivation_quintile }, member);
    }
    return groups.rows(countPeople);
  });
}

/** The two counts of every table of people. */
export function countPeople(members: readonly Member[]): CountedRow {
  return {
    people: members.length,
    people_first_in_year: countOf(members, ({ firstInYear }) => firstInYear),
  };
}
