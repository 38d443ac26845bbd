import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERROR_CATALOGUE, ServiceError } from '../../src/errors.ts';
import { parseOutcomeQuestion } from '../../src/query/parse-outcomes.ts';
import { parseQuestion } from '../../src/query/parse-question.ts';
import type { Parameters } from '../../src/query/question.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { MEASURE_IDS } from '../../src/standard/generated/measures.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../src/standard/generated/tables.ts';
import { QUARTERS, walesManifest } from './wales-manifest.ts';

const WALES = walesManifest();

/** The refusal of a question; throws if it is answered. */
function refusalOf(read: () => unknown): ServiceError {
  try {
    read();
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
  throw new Error('The question was not refused');
}

const refused = (table: TableName, asked: Parameters, release = WALES) =>
  refusalOf(() => parseQuestion(release, table, asked));

const parametersOf = (text: string | undefined) => Object.fromEntries(new URLSearchParams(text));

const SUPPORTED = { population: 'supported', period: '2026-Q1' };
const ETHNIC = { ...SUPPORTED, characteristic: 'ethnic_group', category: 'white' };
const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  "' OR 1=1 --",
  "W92000004'); DROP TABLE cells; --",
  '"',
  '\u0000',
  'a'.repeat(2000),
  '%00%27',
  '../../etc/passwd',
  '',
  ' ',
  '🐉',
];

describe.each<[string, TableName, Parameters, string, Parameters]>([
  ['no period', 'profiles', { population: 'supported' }, 'period', { period: '2025-26' }],
  ['no selector', 'profiles', { period: '2026-Q1' }, 'population', { population: 'referred' }],
  ['no category', 'characteristics', { ...ETHNIC, category: undefined }, 'category', { by: 'category' }],
  [
    'five dimensions',
    'profiles',
    { ...SUPPORTED, by: 'area_code,age_band,sex,deprivation_quintile', deprivation_index: 'wimd_2019' },
    'by',
    { by: 'area_code,age_band,sex' },
  ],
  [
    'five dimensions, filters counted',
    'characteristics',
    { ...ETHNIC, age_group: '16_64', sex: 'male' },
    'by',
    { category: 'white' },
  ],
  ['an unknown dimension', 'profiles', { ...SUPPORTED, by: 'sex,postcode' }, 'by', { by: 'sex' }],
  ['a dimension twice', 'profiles', { ...SUPPORTED, by: 'sex,sex' }, 'by', { by: 'sex' }],
  [
    'two levels of one dimension',
    'profiles',
    { ...SUPPORTED, by: 'age_band.band.detail' },
    'by',
    { by: undefined },
  ],
  ['an unknown level', 'profiles', { ...SUPPORTED, by: 'age_band.month' }, 'by', { by: 'age_band.band' }],
  ['an unknown level of period', 'profiles', { ...SUPPORTED, by: 'period.month,sex' }, 'by', { by: 'sex' }],
  ['an unknown code', 'profiles', { ...SUPPORTED, sex: 'females' }, 'sex', { sex: 'female' }],
  [
    'a code that has ended',
    'profiles',
    { ...SUPPORTED, area_code: 'W11000026' },
    'area_code',
    { area_code: 'W92000004' },
  ],
  [
    'an area of another nation',
    'profiles',
    { ...SUPPORTED, area_code: 'E92000001' },
    'area_code',
    { area_code: 'W92000004' },
  ],
  [
    'people from outside as a nation',
    'profiles',
    { ...SUPPORTED, by: 'area_code.nation', area_code: 'outside_area' },
    'area_code',
    { by: undefined },
  ],
  ['a blank before a code', 'profiles', { ...SUPPORTED, sex: ' male' }, 'sex', { sex: 'female' }],
  ['a blank after a code', 'profiles', { ...SUPPORTED, sex: 'female,male ' }, 'sex', { sex: 'female' }],
  ['a blank in by', 'profiles', { ...SUPPORTED, by: 'sex, age_band' }, 'by', { by: 'sex' }],
  [
    'a blank before a period',
    'profiles',
    { ...SUPPORTED, period: ' 2026-Q1' },
    'period',
    { period: '2026-Q2' },
  ],
  ['a negation', 'profiles', { ...SUPPORTED, sex: '!female' }, 'sex', { sex: 'female' }],
  ['a range', 'profiles', { ...SUPPORTED, age_band: '25_34-50_64' }, 'age_band', { age_band: 'under_16' }],
  ['a sum', 'profiles', { ...SUPPORTED, sex: 'female+male' }, 'sex', { sex: 'female' }],
  ['a wildcard', 'profiles', { ...SUPPORTED, area_code: 'W*' }, 'area_code', { area_code: 'W92000004' }],
  ['a period not held', 'profiles', { ...SUPPORTED, period: '2019-Q4' }, 'period', { period: '2026-Q2' }],
  ['a calendar year', 'profiles', { ...SUPPORTED, period: '2025' }, 'period', { period: '2025-26' }],
  [
    'quarters mixed with years',
    'profiles',
    { ...SUPPORTED, period: '2026-Q1,2025-26' },
    'period',
    { period: '2026-Q2' },
  ],
  [
    'years grouped as quarters',
    'profiles',
    { ...SUPPORTED, by: 'period.quarter', period: '2025-26' },
    'period',
    { period: '2026-Q2' },
  ],
  [
    'a figure that the period does not have',
    'profiles',
    { ...SUPPORTED, figure: 'people_first_in_year' },
    'figure',
    { figure: 'people' },
  ],
  [
    'a figure that is a mean',
    'outcome_coverage',
    { measure: 'ons4', breakdown: 'all', period: '2026-Q1', figure: 'mean_change' },
    'figure',
    { figure: 'n_eligible' },
  ],
  [
    'no index where fifths are asked',
    'profiles',
    { ...SUPPORTED, by: 'deprivation_quintile' },
    'deprivation_index',
    { deprivation_index: 'wimd_2019' },
  ],
  [
    'an index that is none',
    'profiles',
    { ...SUPPORTED, by: 'deprivation_quintile', deprivation_index: 'wimd_1066' },
    'deprivation_index',
    { deprivation_index: 'wimd_2019' },
  ],
  [
    'an index where no fifths are asked',
    'profiles',
    { ...SUPPORTED, deprivation_index: 'wimd_2019' },
    'deprivation_index',
    { deprivation_index: undefined },
  ],
  [
    'a split under breakdown=all',
    'outcome_coverage',
    { measure: 'ons4', breakdown: 'all', period: '2026-Q1', by: 'category' },
    'category',
    { by: undefined },
  ],
  [
    'a population that the characteristic is not counted for',
    'characteristics',
    { ...ETHNIC, population: 'referred', characteristic: 'welsh_language_service', category: 'not_known' },
    'population',
    { population: 'supported' },
  ],
  [
    'a sensitive characteristic below the board',
    'characteristics',
    { ...ETHNIC, characteristic: 'religion', category: 'not_stated', area_code: 'W06000015' },
    'area_code',
    { area_code: undefined },
  ],
  [
    'a sensitive characteristic by authority',
    'characteristics',
    { ...ETHNIC, characteristic: 'religion', category: 'not_stated', by: 'area_code.local_authority' },
    'area_code',
    { by: 'area_code.health_board' },
  ],
  [
    'more than 5,000 cells',
    'profiles',
    { ...SUPPORTED, period: undefined, by: 'period,area_code.local_authority,age_band.detail,sex' },
    'by',
    { period: '2026-Q2' },
  ],
])('%s', (_, table, asked, parameter, mended) => {
  it(`is refused for ${parameter}, with a question that can be asked instead`, () => {
    const refusal = refused(table, asked);
    expect(ERROR_CATALOGUE[refusal.code].status).toBe(400);
    const [fault] = refusal.errors;
    expect(fault).toMatchObject({ parameter, detail: { en: expect.any(String), cy: expect.any(String) } });
    const nearest = parametersOf(fault?.nearest);
    expect(parseQuestion(WALES, table, nearest).table).toBe(table);
    for (const [name, value] of Object.entries(mended)) expect(nearest[name]).toBe(value);
  });
});

it('names the choices of whatever takes a code', () => {
  expect(refused('profiles', {}).errors[0]?.choices).toEqual(['referred', 'supported', 'connected']);
  expect(refused('profiles', { population: 'supported' }).errors[0]?.choices).toEqual([
    ...QUARTERS,
    '2025-26',
  ]);
  expect(refused('profiles', { ...SUPPORTED, sex: 'x' }).errors[0]?.choices).toEqual([
    'female',
    'male',
    'another',
    'not_stated',
    'not_known',
    'not_collected',
  ]);
  expect(refused('profiles', { ...SUPPORTED, by: 'x' }).errors[0]?.choices).toContain('deprivation_quintile');
});

it('offers only what a release holds, where it says so', () => {
  const tables = { ...WALES.tables };
  for (const table of TABLE_NAMES) {
    tables[table] = {
      quarters: ['2026-Q1'],
      financial_years: [],
      selectors: { deprivation_index: ['wimd_2025'], measure: ['ucla_3'] },
    };
  }
  const release = walesManifest({ tables });
  const byFifth = refused('profiles', { ...SUPPORTED, by: 'deprivation_quintile' }, release);
  expect(byFifth.errors[0]?.choices).toEqual(['wimd_2025']);
  expect(refused('outcome_coverage', {}, release).errors[0]?.choices).toEqual(['ucla_3']);
  const outcomes = refusalOf(() => parseOutcomeQuestion(release, {}));
  expect(outcomes.errors[0]?.nearest).toBe('breakdown=all&measure=ucla_3&period=2026-Q1');
});

it('says which tables a release holds when it does not hold the one asked', () => {
  const release = walesManifest({ tables: { profiles: WALES.tables.profiles } as typeof WALES.tables });
  const refusal = refused('characteristics', ETHNIC, release);
  expect(refusal.errors).toMatchObject([{ parameter: 'table', choices: ['profiles'] }]);
  expect(refusal.errors[0]).not.toHaveProperty('nearest');
});

it('keeps what else was asked in the nearest question, the release among it', () => {
  const refusal = refused('profiles', {
    ...SUPPORTED,
    release: 'latest',
    by: 'sex,x',
    area_code: 'W11000029',
  });
  expect(parametersOf(refusal.errors[0]?.nearest)).toEqual({
    ...SUPPORTED,
    release: 'latest',
    by: 'sex',
    area_code: 'W11000029',
  });
});

it('never repeats more than a little of what was asked', () => {
  const long = 'x'.repeat(1_990);
  for (const name of ['by', 'period', 'sex', 'figure', 'population', 'deprivation_index']) {
    const refusal = refused('profiles', { ...SUPPORTED, [name]: long });
    expect(refusal.detail.en.length).toBeLessThan(400);
    expect(refusal.detail.cy.length).toBeLessThan(400);
  }
  expect(refused('profiles', { ...SUPPORTED, by: `period.${long}` }).detail.en.length).toBeLessThan(400);
  expect(refused('profiles', { ...SUPPORTED, by: `sex.${long}` }).detail.en.length).toBeLessThan(400);
});

describe.each(TABLE_NAMES)('whatever is asked of %s', (table) => {
  const codesOf = (list: string | null) =>
    list === null ? [] : CODE_LISTS[list as keyof typeof CODE_LISTS].codes.map(({ code }) => code);
  const values = [
    ...TABLES[table].fields.flatMap((field) => [...codesOf(field.list), ...field.blanks]),
    ...Object.values(TABLES[table].fields.find((field) => field.chosen_by)?.chosen_by?.lists ?? {}).flatMap(
      ({ list }) => codesOf(list),
    ),
    ...MEASURE_IDS,
    ...QUARTERS,
    '2025-26',
    'wimd_2019',
    'all',
  ];
  const text = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
    {
      weight: 1,
      arbitrary: fc.array(fc.constantFrom(...values), { maxLength: 3 }).map((list) => list.join(',')),
    },
  );
  const names = TABLES[table].fields.filter(({ role }) => role !== 'measure').map(({ name }) => name);
  const part = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom('period', ...names, 'area_code.health_board', 'category.group') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...HOSTILE, 'sex.code.x', 'period.financial_year', 'period.month'),
    },
  );
  const question = fc.record(
    {
      ...Object.fromEntries(names.map((name) => [name, text])),
      period: fc.oneof(fc.constantFrom(...QUARTERS, '2025-26', '2026-Q1,2025-26'), text),
      deprivation_index: text,
      figure: fc.oneof(fc.constantFrom('people', 'people_first_in_year', 'n_paired'), text),
      by: fc.array(part, { maxLength: 5 }).map((parts) => parts.join(',')),
    },
    { requiredKeys: [] },
  );

  it('it is answered, or refused with a question that can be asked', () => {
    let answered = 0;
    fc.assert(
      fc.property(question, (asked) => {
        try {
          parseQuestion(WALES, table, asked);
          answered += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(ServiceError);
          const { code, errors } = error as ServiceError;
          expect(ERROR_CATALOGUE[code].status).toBe(400);
          expect(errors[0]?.parameter).toBeTruthy();
          expect(parseQuestion(WALES, table, parametersOf(errors[0]?.nearest)).release).toBe(WALES);
        }
      }),
      { numRuns: 400 },
    );
    expect(answered).toBeLessThan(400);
  });
});

it.each(HOSTILE)('takes %j for no code of anything', (text) => {
  for (const name of ['population', 'sex', 'area_code', 'age_band', 'period', 'figure', 'by']) {
    if (text.trim() === '' && name === 'by') continue;
    const asked = { ...SUPPORTED, [name]: text };
    const nearest = parametersOf(refused('profiles', asked).errors[0]?.nearest);
    expect(Object.values(nearest)).not.toContain(text);
    expect(parseQuestion(WALES, 'profiles', nearest).selectors).toHaveProperty('population');
  }
});

describe('a question about an index', () => {
  const asked = { measure: 'eq5d_5l_index', period: '2026-Q1', area_code: 'W92000004' };

  it('must name its value set, and is offered those of the measure only', () => {
    const refusal = refusalOf(() => parseOutcomeQuestion(WALES, asked));
    expect(refusal.code).toBe('PARAMETER_MISSING');
    expect(refusal.errors[0]?.choices).toEqual([
      'uk_5l_rowen_2026',
      'eng_5l_devlin_2018',
      'uk_crosswalk_vanhout_2012',
      'uk_dsu_map_2022',
    ]);
  });

  it.each(['uk_3l_mvh_1997', 'not_applicable', '__proto__'])(
    'is refused with the value set %s',
    (value_set) => {
      const refusal = refusalOf(() => parseOutcomeQuestion(WALES, { ...asked, value_set }));
      expect(refusal.code).toBe('QUESTION_NOT_IN_LATTICE');
    },
  );

  it('needs no value set where the measure has none or only one', () => {
    const selectors = (measure: string) =>
      parseOutcomeQuestion(WALES, { ...asked, measure }).outcomes.selectors;
    expect(selectors('ons4_happy')).toMatchObject({ value_set: 'not_applicable' });
    expect(selectors('eq_vas')).toMatchObject({ value_set: 'not_applicable' });
    expect(selectors('eq5d_3l_index')).toMatchObject({ value_set: 'uk_3l_mvh_1997' });
  });
});
