import type { CharacteristicCode } from '../generated/code-lists.ts';
import { boardOf } from '../rules/reading/areas.ts';
import { characteristicOf, isBoardOnly } from '../rules/reading/characteristics.ts';
import { countPeople } from './count-profiles.ts';
import type { CountingFrame } from './counting-frame.ts';
import { ageBandOn, ageGroupOf } from './describe-person.ts';
import { placeOf } from './place-person.ts';
import type { Member } from './population-events.ts';
import { type CountedRow, Groups } from './tally.ts';

/** Youngest and oldest age of the groups that lie wholly on one side of a characteristic's age. */
const OLDEST_OF_GROUP: Readonly<Record<string, number>> = { under_16: 15 };
const YOUNGEST_OF_GROUP: Readonly<Record<string, number>> = { '16_64': 16, '65_plus': 65 };

/** The same people by one characteristic at a time; the sensitive ones by health board. */
export function countCharacteristics(
  population: 'referred' | 'supported',
  characteristics: readonly CharacteristicCode[],
  members: readonly Member[],
  frame: CountingFrame,
): CountedRow[] {
  return characteristics.flatMap((characteristic) => {
    const groups = new Groups<Member>();
    for (const member of members) {
      const { facts } = member.episode;
      const { area_code } = placeOf(facts, frame);
      const age_group = ageGroupOf(ageBandOn(member.on, member.episode));
      groups.add(
        {
          population,
          characteristic,
          area_code: isBoardOnly(characteristic) ? boardOf(area_code) : area_code,
          age_group,
          sex: facts.sex,
          category: categoryAt(facts.characteristics[characteristic], characteristic, age_group),
        },
        member,
      );
    }
    return groups.rows(countPeople);
  });
}

/** People outside a characteristic's ages are `not_applicable`; nobody within them is. */
function categoryAt(held: string | undefined, characteristic: CharacteristicCode, ageGroup: string): string {
  const from = characteristicOf(characteristic)?.ages_from ?? null;
  if (from !== null && (OLDEST_OF_GROUP[ageGroup] ?? from) < from) return 'not_applicable';
  const category = held === undefined || held === 'not_collected' ? 'not_known' : held;
  if (category !== 'not_applicable' || from === null) return category;
  return (YOUNGEST_OF_GROUP[ageGroup] ?? 0) >= from ? 'not_known' : category;
}
