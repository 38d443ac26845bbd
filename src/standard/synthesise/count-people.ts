import type { CharacteristicCode } from '../generated/code-lists.ts';
import type { CharacteristicsRow, EquityRow, ProfilesRow } from '../generated/types.ts';
import type { Board } from './board.ts';
import type { BoardHistory } from './board-history.ts';
import { ageGroupOf, boardOf, ethnicGroupOf, sectorOf } from './broader-code.ts';
import { countRows } from './count-rows.ts';
import type { Happening } from './happenings.ts';
import { firstOfFinancialYear } from './quarter-number.ts';

/** Characteristics that every board sends for people supported. */
const FOR_SUPPORTED: readonly CharacteristicCode[] = [
  'ethnic_group',
  'disability',
  'unpaid_carer',
  'language_of_choice',
  'employment_status',
  'rurality',
];

const figuresOf = ({ firstInYear }: Happening) => ({ people: 1, people_first_in_year: firstInYear ? 1 : 0 });

/** Counts the people of a quarter by population, area, age, sex and fifth. */
export function countProfiles(history: BoardHistory, quarter: number): ProfilesRow[] {
  return (['referred', 'supported', 'connected'] as const).flatMap((population) =>
    countRows(
      history.people(population, quarter),
      ({ person: { area_code, age_band, sex, deprivation_quintile } }) => ({
        population,
        area_code,
        age_band,
        sex,
        deprivation_quintile,
      }),
      figuresOf,
    ),
  );
}

/** Counts the same people by one characteristic at a time. */
export function countCharacteristics(history: BoardHistory, quarter: number): CharacteristicsRow[] {
  const { board } = history;
  const sent = [
    ...board.sendsForReferred.map((characteristic) => ({ population: 'referred' as const, characteristic })),
    ...characteristicsOfSupported(board).map((characteristic) => ({
      population: 'supported' as const,
      characteristic,
    })),
  ];
  return sent.flatMap(({ population, characteristic }) =>
    countRows(
      history.people(population, quarter),
      ({ person }) => ({
        population,
        characteristic,
        area_code: board.sendsForBoard.includes(characteristic)
          ? (boardOf(person.area_code) as CharacteristicsRow['area_code'])
          : person.area_code,
        age_group: ageGroupOf(person.age_band) as CharacteristicsRow['age_group'],
        sex: person.sex,
        category: person.characteristics[characteristic] ?? ('not_known' as const),
      }),
      figuresOf,
    ),
  );
}

/** Everything a board sends for people supported; whether Welsh was received is asked in Wales alone. */
function characteristicsOfSupported(board: Board): readonly CharacteristicCode[] {
  const ofNation: readonly CharacteristicCode[] = board.nation === 'wales' ? ['welsh_language_service'] : [];
  return [...FOR_SUPPORTED, ...ofNation, ...board.sendsForBoard];
}

/** Counts the different people referred in the financial year that ends with a quarter, by four items at once. */
export function countEquity(history: BoardHistory, quarter: number): EquityRow[] {
  const opening = firstOfFinancialYear(quarter);
  const people = [0, 1, 2, 3].flatMap((later) => history.people('referred', opening + later));
  return countRows(
    people.filter(({ firstInYear }) => firstInYear),
    ({ person, referral }) => ({
      population: 'referred' as const,
      area_code: boardOf(person.area_code) as EquityRow['area_code'],
      ethnic_group: ethnicGroupOf(
        person.characteristics.ethnic_group ?? 'not_known',
      ) as EquityRow['ethnic_group'],
      deprivation_quintile: person.deprivation_quintile,
      referral_sector: sectorOf(referral.source) as EquityRow['referral_sector'],
    }),
    () => ({ people_first_in_year: 1 }),
  );
}
