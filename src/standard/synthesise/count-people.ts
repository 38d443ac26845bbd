import type { CharacteristicsRow, ProfilesRow } from '../generated/types.ts';
import { ageGroupOf, boardOf } from './broader-code.ts';
import type { Happening, QuarterEvents } from './simulate-board.ts';
import type { WelshBoard } from './welsh-boards.ts';

/** Characteristics that every board sends for people supported. */
const FOR_SUPPORTED = [
  'ethnic_group',
  'disability',
  'unpaid_carer',
  'language_of_choice',
  'employment_status',
  'rurality',
  'welsh_language_service',
] as const;

/** Counts the people of a quarter by population, area, age, sex and fifth. */
export function countProfiles(events: QuarterEvents): ProfilesRow[] {
  return (['referred', 'supported', 'connected'] as const).flatMap((population) =>
    countRows(events[population], ({ area_code, age_band, sex, deprivation_quintile }) => ({
      population,
      area_code,
      age_band,
      sex,
      deprivation_quintile,
    })),
  );
}

/** Counts the same people by one characteristic at a time. */
export function countCharacteristics(board: WelshBoard, events: QuarterEvents): CharacteristicsRow[] {
  const sent = [
    ...board.sendsForReferred.map((characteristic) => ({ population: 'referred' as const, characteristic })),
    ...[...FOR_SUPPORTED, ...board.sendsForBoard].map((characteristic) => ({
      population: 'supported' as const,
      characteristic,
    })),
  ];
  return sent.flatMap(({ population, characteristic }) =>
    countRows(events[population], (person) => ({
      population,
      characteristic,
      area_code: board.sendsForBoard.includes(characteristic)
        ? (boardOf(person.area_code) as CharacteristicsRow['area_code'])
        : person.area_code,
      age_group: ageGroupOf(person.age_band) as CharacteristicsRow['age_group'],
      sex: person.sex,
      category: person.characteristics[characteristic] ?? 'not_known',
    })),
  );
}

/** One row for each different combination of codes, in the order of the codes. */
function countRows<Codes extends object>(
  happenings: readonly Happening[],
  codesOf: (person: Happening['person']) => Codes,
): (Codes & { people: number; people_first_in_year: number })[] {
  const rows = new Map<string, Codes & { people: number; people_first_in_year: number }>();
  for (const { person, firstInYear } of happenings) {
    const codes = codesOf(person);
    const key = Object.values(codes).join(' ');
    const row = rows.get(key) ?? { ...codes, people: 0, people_first_in_year: 0 };
    row.people += 1;
    row.people_first_in_year += firstInYear ? 1 : 0;
    rows.set(key, row);
  }
  return [...rows.keys()]
    .sort()
    .map((key) => rows.get(key) as Codes & { people: number; people_first_in_year: number });
}
