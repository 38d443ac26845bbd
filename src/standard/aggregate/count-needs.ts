import { ABUSE_CODES } from '../rules/reading/abuse-codes.ts';
import { boardOf } from '../rules/reading/areas.ts';
import type { CountingFrame } from './counting-frame.ts';
import { ageBandOn, ageGroupOf } from './describe-person.ts';
import { placeOf } from './place-person.ts';
import type { Member } from './population-events.ts';
import { type CountedRow, countOf, Groups } from './tally.ts';

interface Needing {
  readonly member: Member;
  readonly isPrimary: boolean;
}

/**
 * The people supported by need, once by age group and sex, once by fifth. A person counts in each of their needs
 * and is primary in exactly one: the main need recorded, the only need, or `not_known`.
 */
export function countNeeds(supported: readonly Member[], frame: CountingFrame): CountedRow[] {
  const byAgeAndSex = new Groups<Needing>();
  const byFifth = new Groups<Needing>();
  for (const member of supported) {
    const { facts } = member.episode;
    const { area_code: area, deprivation_quintile } = placeOf(facts, frame);
    const age_group = ageGroupOf(ageBandOn(member.on, member.episode));
    const unused = 'not_applicable';
    for (const { need, isPrimary } of needsOf(member)) {
      const needing = { member, isPrimary };
      // A need that tells of abuse is never sent for less than a board.
      const area_code = need === ABUSE_CODES.needs?.code ? boardOf(area) : area;
      byAgeAndSex.add(
        {
          breakdown: 'age_group_sex',
          area_code,
          age_group,
          sex: facts.sex,
          deprivation_quintile: unused,
          need,
        },
        needing,
      );
      byFifth.add(
        {
          breakdown: 'deprivation_quintile',
          area_code,
          age_group: unused,
          sex: unused,
          deprivation_quintile,
          need,
        },
        needing,
      );
    }
  }
  return [...byAgeAndSex.rows(countNeeding), ...byFifth.rows(countNeeding)];
}

function countNeeding(needing: readonly Needing[]): CountedRow {
  return {
    people: needing.length,
    people_primary: countOf(needing, ({ isPrimary }) => isPrimary),
    people_primary_first_in_year: countOf(
      needing,
      ({ isPrimary, member }) => isPrimary && member.firstInYear,
    ),
  };
}

function needsOf({ episode }: Member): { need: string; isPrimary: boolean }[] {
  const { needs, mainNeed } = episode;
  const all = [...new Set(mainNeed === null ? needs : [mainNeed, ...needs])];
  const primary = mainNeed ?? (all.length === 1 ? (all[0] as string) : 'not_known');
  if (!all.includes(primary)) all.push(primary);
  return all.map((need) => ({ need, isPrimary: need === primary }));
}
