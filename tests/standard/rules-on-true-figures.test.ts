import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES } from '../../src/standard/generated/measures.ts';
import type {
  CharacteristicsRow,
  OutcomesRow,
  ProfilesRow,
  Return,
} from '../../src/standard/generated/types.ts';
import { RULES } from '../../src/standard/rules/all-rules.ts';
import { characteristicsAddUpToProfiles } from '../../src/standard/rules/characteristics-add-up-to-profiles.ts';
import { outcome } from '../../src/standard/rules/example-rows.ts';
import { placesIn } from '../support/run-rule.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

const returnWith = (tables: Return['tables']): Return => ({ ...VALID_RETURN, tables });

interface Person {
  readonly area: 'W06000008' | 'W06000009' | 'W11000025' | 'outside_area';
  readonly age: '0_15' | '16_17' | '50_64' | '85_plus' | 'not_known';
  readonly sex: 'female' | 'male';
  readonly fifth: 'q1' | 'q2';
  readonly ethnicGroup: 'white' | 'asian_indian' | 'not_stated';
  readonly religion: 'christian' | 'muslim' | 'not_known';
  readonly isFirst: boolean;
}

const people: fc.Arbitrary<Person[]> = fc.array(
  fc.record<Person>({
    area: fc.constantFrom('W06000008', 'W06000009', 'W11000025', 'outside_area'),
    age: fc.constantFrom('0_15', '16_17', '50_64', '85_plus', 'not_known'),
    sex: fc.constantFrom('female', 'male'),
    fifth: fc.constantFrom('q1', 'q2'),
    ethnicGroup: fc.constantFrom('white', 'asian_indian', 'not_stated'),
    religion: fc.constantFrom('christian', 'muslim', 'not_known'),
    isFirst: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);

const AGE_GROUPS = {
  '0_15': 'under_16',
  '16_17': '16_64',
  '50_64': '16_64',
  '85_plus': '65_plus',
  not_known: 'not_known',
} as const;

/** Counts people into rows, one row for each combination of codes. */
function countInto<Row extends { people: number; people_first_in_year: number }>(
  counted: readonly Person[],
  codesOf: (person: Person) => Omit<Row, 'people' | 'people_first_in_year'>,
): Row[] {
  const rows = new Map<string, Row>();
  for (const person of counted) {
    const codes = codesOf(person);
    const key = JSON.stringify(codes);
    const row = rows.get(key) ?? ({ ...codes, people: 0, people_first_in_year: 0 } as Row);
    row.people += 1;
    row.people_first_in_year += person.isFirst ? 1 : 0;
    rows.set(key, row);
  }
  return [...rows.values()];
}

function tablesOf(counted: readonly Person[]): {
  profiles: ProfilesRow[];
  characteristics: CharacteristicsRow[];
} {
  const population = 'supported';
  const group = ({ age, sex }: Person) => ({ population, age_group: AGE_GROUPS[age], sex }) as const;
  return {
    profiles: countInto<ProfilesRow>(counted, ({ area, age, sex, fifth }) => ({
      population,
      area_code: area,
      age_band: age,
      sex,
      deprivation_quintile: fifth,
    })),
    characteristics: [
      ...countInto<CharacteristicsRow>(counted, (person) => ({
        ...group(person),
        characteristic: 'ethnic_group',
        area_code: person.area,
        category: person.ethnicGroup,
      })),
      ...countInto<CharacteristicsRow>(counted, (person) => ({
        ...group(person),
        characteristic: 'religion',
        area_code: person.area === 'outside_area' ? person.area : 'W11000025',
        category: person.religion,
      })),
    ],
  };
}

describe('characteristics counted from the same people as profiles', () => {
  it('always add up to them', () => {
    fc.assert(
      fc.property(people, (counted) => {
        expect(placesIn(characteristicsAddUpToProfiles, returnWith(tablesOf(counted)))).toEqual([]);
      }),
    );
  });

  it('are told apart from the same rows with one person more, at the group and with the true sum', () => {
    fc.assert(
      fc.property(people, fc.nat(), (counted, pick) => {
        const { profiles, characteristics } = tablesOf(counted);
        const changed = characteristics[pick % characteristics.length] as CharacteristicsRow;
        changed.people += 1;
        const [place, ...others] = placesIn(
          characteristicsAddUpToProfiles,
          returnWith({ profiles, characteristics }),
        );
        expect(others).toEqual([]);
        const first = characteristics[place?.row ?? -1];
        expect([first?.characteristic, first?.area_code, first?.age_group, first?.sex, place?.path]).toEqual([
          changed.characteristic,
          changed.area_code,
          changed.age_group,
          changed.sex,
          ['people'],
        ]);
        expect(place?.value).toBe(Number(place?.suggestion) + 1);
      }),
    );
  });

  it('are missed where a group of profiles has none of a characteristic that was sent', () => {
    fc.assert(
      fc.property(people, (counted) => {
        const { profiles, characteristics } = tablesOf(counted);
        const gone = characteristics.find((row) => row.characteristic === 'religion') as CharacteristicsRow;
        const isGone = (row: CharacteristicsRow) =>
          row.characteristic === 'religion' &&
          row.area_code === gone.area_code &&
          row.age_group === gone.age_group &&
          row.sex === gone.sex;
        const kept = characteristics.filter((row) => !isGone(row));
        fc.pre(kept.some((row) => row.characteristic === 'religion'));
        const places = placesIn(
          characteristicsAddUpToProfiles,
          returnWith({ profiles, characteristics: kept }),
        );
        const missing = characteristics.filter(isGone).reduce((total, row) => total + row.people, 0);
        expect(places.map(({ table, path, value, suggestion }) => [table, path, value, suggestion])).toEqual([
          ['profiles', ['people'], 'religion: 0', `religion: ${missing}`],
        ]);
      }),
    );
  });
});

const mean = (numbers: readonly number[]) =>
  numbers.reduce((total, each) => total + each, 0) / numbers.length;

function deviation(numbers: readonly number[]): number | null {
  if (numbers.length < 2) return null;
  const middle = mean(numbers);
  const squares = numbers.reduce((total, each) => total + (each - middle) ** 2, 0);
  return Math.sqrt(squares / (numbers.length - 1));
}

/** Whole scores of people measured twice, and the decimals their statistics are rounded to. */
const scoredPairs = fc.constantFrom('ons4_happy', 'ons4_anxious', 'ucla_3', 'swemwbs_metric').chain((id) => {
  const { score_minimum: min, score_maximum: max } = MEASURES[id];
  const score = fc.integer({ min, max });
  return fc.record({
    id: fc.constant(id),
    pairs: fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 40 }),
    decimals: fc.integer({ min: 0, max: 4 }),
  });
});

function rowOf({
  id,
  pairs,
  decimals,
}: {
  readonly id: OutcomesRow['measure'];
  readonly pairs: readonly (readonly [number, number])[];
  readonly decimals: number;
}): OutcomesRow {
  const round = (value: number | null) => (value === null ? null : Number(value.toFixed(decimals)));
  const [before, after] = [pairs.map(([first]) => first), pairs.map(([, second]) => second)];
  const changes = pairs.map(([first, second]) => second - first);
  const threshold = MEASURES[id].reporting_threshold?.value ?? 2;
  const good = MEASURES[id].direction === 'higher_better' ? changes : changes.map((change) => -change);
  return outcome({
    measure: id,
    n_paired: pairs.length,
    mean_baseline: round(mean(before)),
    sd_baseline: round(deviation(before)),
    mean_follow_up: round(mean(after)),
    sd_follow_up: round(deviation(after)),
    mean_change: round(mean(changes)),
    sd_change: round(deviation(changes)),
    n_improved: good.filter((change) => change >= threshold).length,
    n_unchanged: good.filter((change) => Math.abs(change) < threshold).length,
    n_worse: good.filter((change) => change <= -threshold).length,
    improvement_threshold: threshold,
  });
}

describe('outcomes worked out from true scores and rounded', () => {
  it('break no rule that blocks, however few the decimals', () => {
    const blocking = RULES.filter((rule) => rule.tier === 'error');
    fc.assert(
      fc.property(scoredPairs, (scored) => {
        const whole = returnWith({ outcomes: [rowOf(scored)] });
        const broken = blocking.filter((rule) => placesIn(rule, whole).length > 0).map((rule) => rule.id);
        expect(broken).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });
});
