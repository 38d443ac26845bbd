import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectFindings } from '../../src/standard/collect-findings.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../src/standard/generated/tables.ts';
import { type SchemaVersion, VERSIONS } from '../../src/standard/generated/versions.ts';
import { TABLE_PLANS } from '../../src/standard/plan-rows.ts';
import { type Cell, INEXACT_NUMBER, NESTED_VALUE } from '../../src/standard/read/cell.ts';
import { exampleRow } from '../../src/standard/rules/example-rows.ts';
import { TableIntake } from '../../src/standard/take-rows.ts';
import { TABLES_OF_EVERY_VERSION } from '../../src/standard/versions/every-version.ts';
import { rowValidators } from '../support/compiled-validators.ts';

const NOT_STATED = CODE_LISTS.blank.codes.find(({ code }) => code === 'not_stated')?.title.en as string;

type Fields = Record<string, Cell>;

function byTable<Value>(give: (table: TableName) => Value): Record<TableName, Value> {
  return Object.fromEntries(TABLE_NAMES.map((table) => [table, give(table)])) as Record<TableName, Value>;
}

const GOOD = byTable<Fields>((table) => ({ ...exampleRow(table) }));

const VALIDATORS_OF_VERSION = {
  '1.0': await rowValidators(),
  '1.1': await rowValidators('1.1'),
} satisfies Record<SchemaVersion, unknown>;

/** Takes rows, each the good one with some fields changed, and gives what was kept and found. */
function take(table: TableName, ...changes: Fields[]) {
  const findings = collectFindings();
  const intake = new TableIntake(TABLE_PLANS[table], 'json', findings);
  for (const change of changes) {
    const row = { ...GOOD[table], ...change };
    intake.take(TABLE_PLANS[table].fields.map(({ field }) => row[field.name]));
  }
  return { intake, rows: [...intake.rows], findings: findings.findings() };
}

describe('a row that is well formed', () => {
  it.each(TABLE_NAMES)('of %s is kept in the order of the schema', (table) => {
    const { rows, findings, intake } = take(table, {});
    expect(findings).toEqual([]);
    expect(rows).toEqual([TABLES[table].fields.map((field) => GOOD[table][field.name])]);
    expect([intake.count, intake.isReliable]).toEqual([1, true]);
  });

  it.each([
    ['a parent code', 'profiles', { area_code: 'W11000024', age_band: '65_plus' }],
    ['the whole nation', 'profiles', { area_code: 'W92000004', age_band: 'all_ages' }],
    ['residents of elsewhere', 'profiles', { area_code: 'outside_area' }],
    ['a blank that each field takes', 'profiles', { age_band: 'not_stated', sex: 'not_collected' }],
    ['no person counted for the first time', 'profiles', { people_first_in_year: 0 }],
    ['the largest count', 'profiles', { people: 1_000_000_000 }],
    ['a category of the characteristic', 'characteristics', { characteristic: 'religion', category: 'sikh' }],
    ['missing statistics', 'outcomes', { mean_baseline: null, n_improved: null }],
    ['negative change', 'outcomes', { mean_change: -2.7 }],
    ['the category of everyone', 'outcomes', { breakdown: 'all', category: 'all' }],
  ] as const)('may hold %s', (_, table, change) => {
    expect(take(table, change)).toMatchObject({ findings: [], rows: { length: 1 } });
  });
});

describe('a value that its field does not take', () => {
  it.each<[string, TableName, Fields, string, string, string | null, string | null]>([
    ['is missing', 'profiles', { sex: undefined }, 'field-present', 'sex', null, null],
    ['is empty', 'profiles', { sex: '' }, 'cell-not-empty', 'sex', null, null],
    ['is null in a coded field', 'profiles', { sex: null }, 'cell-not-empty', 'sex', null, null],
    ['is null in a count', 'profiles', { people: null }, 'cell-not-empty', 'people', null, null],
    ['is a list', 'profiles', { sex: NESTED_VALUE }, 'cell-is-one-value', 'sex', '[withheld]', null],
    [
      'is no exact number',
      'profiles',
      { people: INEXACT_NUMBER },
      'number-is-exact',
      'people',
      '[withheld]',
      null,
    ],
    [
      'is longer than any text',
      'profiles',
      { sex: 'x'.repeat(10_001) },
      'text-not-too-long',
      'sex',
      '[withheld]',
      null,
    ],
    ['is a number for a code', 'profiles', { sex: 1 }, 'code-is-text', 'sex', '1', null],
    ['is true for a code', 'profiles', { sex: true }, 'code-is-text', 'sex', 'true', null],
    ['is a code misspelt', 'profiles', { age_band: '25_43' }, 'code-known', 'age_band', '25_43', '25_34'],
    ['is no code at all', 'profiles', { age_band: 'banana' }, 'code-known', 'age_band', '[withheld]', null],
    [
      'is a measure misspelt',
      'outcomes',
      { measure: 'swemwbs_meric' },
      'code-known',
      'measure',
      'swemwbs_meric',
      'swemwbs_metric',
    ],
    [
      'is an instrument for a measure',
      'outcome_coverage',
      { measure: 'ons4_happy' },
      'code-known',
      'measure',
      'ons4_happy',
      null,
    ],
    ['names a person', 'profiles', { sex: '943 476 5919' }, 'code-known', 'sex', '[withheld]', null],
    ['is a label in English', 'profiles', { sex: 'Female' }, 'code-not-label', 'sex', 'Female', 'female'],
    [
      'is a label in Welsh',
      'profiles',
      { area_code: 'Sir Gaerfyrddin' },
      'code-not-label',
      'area_code',
      'Sir Gaerfyrddin',
      'W06000010',
    ],
    [
      'is the label of a blank',
      'profiles',
      { sex: NOT_STATED },
      'code-not-label',
      'sex',
      NOT_STATED,
      'not_stated',
    ],
    [
      'is a code of another field',
      'profiles',
      { age_band: 'female' },
      'code-of-this-list',
      'age_band',
      'female',
      null,
    ],
    [
      'is a code of another characteristic',
      'characteristics',
      { category: 'working' },
      'code-of-this-list',
      'category',
      'working',
      null,
    ],
    [
      'is a code of a list no field here takes',
      'profiles',
      { age_band: '0_5' },
      'code-of-this-list',
      'age_band',
      '0_5',
      null,
    ],
    [
      'is finer than the field takes',
      'characteristics',
      { age_group: '75_84' },
      'code-not-too-fine',
      'age_group',
      '75_84',
      '65_plus',
    ],
    [
      'is two levels finer',
      'characteristics',
      { age_group: '16_17' },
      'code-not-too-fine',
      'age_group',
      '16_17',
      '16_64',
    ],
    [
      'is finer than its breakdown takes',
      'outcomes',
      { breakdown: 'ethnic_group', category: 'asian_indian' },
      'code-not-too-fine',
      'category',
      'asian_indian',
      'asian',
    ],
    [
      'is of the list but not for this table',
      'characteristics',
      { population: 'connected' },
      'code-used-here',
      'population',
      'connected',
      null,
    ],
    [
      'is a breakdown for another table',
      'outcomes',
      { breakdown: 'age_group_sex' },
      'code-used-here',
      'breakdown',
      'age_group_sex',
      null,
    ],
    [
      'is a blank of other fields',
      'profiles',
      { area_code: 'not_known' },
      'blank-taken-by-field',
      'area_code',
      'not_known',
      null,
    ],
    [
      'is a blank where everyone is meant',
      'outcomes',
      { category: 'not_known' },
      'blank-taken-by-field',
      'category',
      'not_known',
      null,
    ],
    [
      'is not_collected in category',
      'characteristics',
      { category: 'not_collected' },
      'category-is-collected',
      'category',
      'not_collected',
      null,
    ],
    [
      'is a letter for an ethnic group',
      'characteristics',
      { category: 'G' },
      'ethnic-group-not-a-letter',
      'category',
      'G',
      null,
    ],
    [
      'is a small letter for an ethnic group',
      'characteristics',
      { category: 'g' },
      'ethnic-group-not-a-letter',
      'category',
      'g',
      null,
    ],
    [
      'is text for a count',
      'profiles',
      { people: '12' },
      'whole-number-in-digits',
      'people',
      '[withheld]',
      null,
    ],
    [
      'is true for a count',
      'profiles',
      { people: true },
      'whole-number-in-digits',
      'people',
      '[withheld]',
      null,
    ],
    [
      'is text for a statistic',
      'outcomes',
      { mean_change: '2.7' },
      'number-in-digits',
      'mean_change',
      '[withheld]',
      null,
    ],
    [
      'is a fraction of a person',
      'profiles',
      { people: 12.5 },
      'count-is-whole',
      'people',
      '[withheld]',
      null,
    ],
    ['counts nobody', 'profiles', { people: 0 }, 'row-counts-someone', 'people', '[withheld]', null],
    [
      'is below zero in the first count',
      'profiles',
      { people: -1 },
      'count-not-negative',
      'people',
      '[withheld]',
      null,
    ],
    [
      'is below zero in another count',
      'profiles',
      { people_first_in_year: -1 },
      'count-not-negative',
      'people_first_in_year',
      '[withheld]',
      null,
    ],
    [
      'is a spread below zero',
      'outcomes',
      { sd_change: -0.1 },
      'value-not-too-small',
      'sd_change',
      '[withheld]',
      null,
    ],
    [
      'is above the most',
      'profiles',
      { people: 1_000_000_001 },
      'value-not-too-large',
      'people',
      '[withheld]',
      null,
    ],
  ])('because it %s is reported once, at its field', (_, table, change, rule, field, value, suggestion) => {
    const { findings, rows, intake } = take(table, change);
    expect(findings).toMatchObject([
      {
        rule,
        path: `/tables/${table}/{row}/${field}`,
        count: 1,
        locations: [{ pointer: `/tables/${table}/0/${field}`, value, suggestion }],
      },
    ]);
    expect([rows.length, intake.count, intake.isReliable]).toEqual([0, 1, false]);
  });

  it('names the list it is a code of, and the list its field takes', () => {
    const [finding] = take('characteristics', { category: 'working' }).findings;
    const work = CODE_LISTS.employment_status.title;
    const group = CODE_LISTS.ethnic_group.title;
    expect(finding?.message).toEqual({
      en: `This is a code of the list "${work.en} (employment_status)", but this field takes the list "${group.en} (ethnic_group)".`,
      cy: `Cod o'r rhestr "${work.cy} (employment_status)" yw hwn, ond mae'r maes hwn yn derbyn y rhestr "${group.cy} (ethnic_group)".`,
    });
  });

  it('is judged by all lists of the field when the code that chooses among them is wrong itself', () => {
    const known = take('characteristics', { characteristic: 'ethnicity', category: 'asian' });
    expect(known.findings.map(({ rule, path }) => [rule, path])).toEqual([
      ['code-known', '/tables/characteristics/{row}/characteristic'],
    ]);
    const unknown = take('characteristics', { characteristic: 'ethnicity', category: 'martian' });
    expect(unknown.findings.map(({ path }) => path)).toEqual([
      '/tables/characteristics/{row}/category',
      '/tables/characteristics/{row}/characteristic',
    ]);
  });

  it('does not hide what is wrong with its neighbours', () => {
    const { findings } = take('profiles', { sex: 'x', age_band: '', people: -1 });
    expect(findings.map(({ rule }) => rule)).toEqual(['cell-not-empty', 'code-known', 'count-not-negative']);
  });
});

describe('a row that stands twice', () => {
  it('is reported at its second place, whatever its counts', () => {
    const { findings, rows } = take('profiles', {}, { sex: 'male' }, { people: 3 }, {});
    expect(findings).toMatchObject([
      {
        rule: 'row-unique',
        path: '/tables/profiles/{row}',
        count: 2,
        locations: [{ pointer: '/tables/profiles/2' }, { pointer: '/tables/profiles/3' }],
      },
    ]);
    expect(rows).toHaveLength(2);
  });

  it('is not one that differs in the code a choice gave its category', () => {
    const other = { characteristic: 'unpaid_carer', category: 'not_stated' };
    expect(take('characteristics', { category: 'not_stated' }, other).findings).toEqual([]);
  });

  it('is found by text where a table has more combinations than a number can tell apart', () => {
    const findings = collectFindings();
    const plan = { ...TABLE_PLANS.profiles, keySpace: 2 ** 60 };
    const intake = new TableIntake(plan, 'json', findings);
    for (const sex of ['female', 'male', 'female']) {
      intake.take(TABLES.profiles.fields.map(({ name }) => (name === 'sex' ? sex : GOOD.profiles[name])));
    }
    expect(findings.findings()).toMatchObject([{ rule: 'row-unique', count: 1 }]);
  });

  it('is found exactly, for any two rows', () => {
    const key = fc.record(
      Object.fromEntries(
        TABLE_PLANS.profiles.fields
          .filter((plan) => plan.isKey)
          .map(({ field, dictionary }) => [
            field.name,
            fc.constantFrom(...([...(dictionary?.codes.keys() ?? [])].slice(0, 4) as string[])),
          ]),
      ),
    );
    fc.assert(
      fc.property(key, key, (left, right) => {
        const isSame = JSON.stringify(left) === JSON.stringify(right);
        expect(take('profiles', left, right).rows).toHaveLength(isSame ? 1 : 2);
      }),
    );
  });
});

describe('codes that have dates', () => {
  const findingsOf = (period: { start: string; end: string }) => {
    const findings = collectFindings();
    const intake = new TableIntake(TABLE_PLANS.profiles, 'csv', findings);
    for (const area_code of ['W06000023', 'W11000027', 'W11000026', 'W11000027']) {
      const row: Fields = { ...GOOD.profiles, area_code, sex: intake.count === 3 ? 'male' : 'female' };
      intake.take(TABLES.profiles.fields.map((field) => row[field.name]));
    }
    intake.checkDates(period);
    return findings.findings();
  };

  it('are reported in the order of the rows when they ended before the period, with their successors', () => {
    const at = (row: number, value: string, suggestion: string) => ({
      pointer: `/tables/profiles/${row}/area_code`,
      row: row + 2,
      column: 'area_code',
      value,
      suggestion,
    });
    expect(findingsOf({ start: '2026-04-01', end: '2026-06-30' })).toMatchObject([
      {
        rule: 'code-valid-on-the-dates',
        path: '/tables/profiles/{row}/area_code',
        count: 3,
        locations: [
          at(1, 'W11000027', 'W11000030'),
          at(2, 'W11000026', 'W11000030, W11000031'),
          at(3, 'W11000027', 'W11000030'),
        ],
      },
    ]);
  });

  it('may be used for a period in which they were in use', () => {
    expect(findingsOf({ start: '2018-10-01', end: '2018-12-31' })).toEqual([]);
  });

  it('may not be used for a period in which they ended', () => {
    expect(findingsOf({ start: '2019-01-01', end: '2019-03-31' })).toEqual([]);
    expect(findingsOf({ start: '2019-01-01', end: '2019-04-01' })).toHaveLength(1);
  });
});

describe('what came in a later version', () => {
  it('is refused in a return of an earlier one, and taken in one of its own', () => {
    const { intake, findings } = take(
      'workforce',
      { works_in_welsh: 2 },
      { role: 'volunteer_other', works_in_welsh: null },
    );
    expect(findings).toEqual([]);
    intake.checkVersion('1.1');
    expect(intake.isReliable).toBe(true);
    intake.checkVersion('1.0');
    expect(intake.isReliable).toBe(false);
  });

  it('is reported with every row that has it, its value withheld where it is no code', () => {
    const findingsOf = (table: TableName, ...changes: Fields[]) => {
      const findings = collectFindings();
      const intake = new TableIntake(TABLE_PLANS[table], 'csv', findings);
      for (const change of changes) {
        intake.take(
          TABLE_PLANS[table].fields.map(({ field }) => ({ ...GOOD[table], ...change })[field.name]),
        );
      }
      intake.checkVersion('1.0');
      return findings.findings();
    };
    expect(
      findingsOf(
        'workforce',
        {},
        { role: 'volunteer_other', works_in_welsh: 2 },
        { role: 'other', works_in_welsh: null },
      ),
    ).toMatchObject([
      {
        rule: 'field-of-this-version',
        path: '/tables/workforce/{row}/works_in_welsh',
        count: 2,
        locations: [
          { row: 3, column: 'works_in_welsh', value: '[withheld]' },
          { row: 4, column: 'works_in_welsh', value: '[withheld]' },
        ],
      },
    ]);
    expect(findingsOf('connections', { delivery_mode: 'materials_sent' })).toMatchObject([
      {
        rule: 'code-of-this-version',
        path: '/tables/connections/{row}/delivery_mode',
        locations: [{ row: 2, value: 'materials_sent', suggestion: null }],
      },
    ]);
  });

  it('leaves a row that does not give it as it was in the first version', () => {
    const short = TABLES.workforce.fields.length;
    for (const [change, length] of [
      [{}, short],
      [{ works_in_welsh: null }, short],
      [{ works_in_welsh: 0 }, short + 1],
    ] as const) {
      expect(take('workforce', change).rows[0]).toHaveLength(length);
    }
  });

  it('is judged like any other value', () => {
    expect(take('workforce', { works_in_welsh: -1 }).findings[0]?.rule).toBe('count-not-negative');
    expect(take('workforce', { works_in_welsh: 'two' }).findings[0]?.rule).toBe('whole-number-in-digits');
  });
});

it('advises against a deprecated code, naming its successor, only where the version deprecates it', () => {
  const adviceIn = (version: SchemaVersion) => {
    const findings = collectFindings();
    const intake = new TableIntake(TABLE_PLANS.connections, 'json', findings);
    const row: Fields = { ...GOOD.connections, delivery_mode: 'by_post' };
    intake.take(TABLE_PLANS.connections.fields.map(({ field }) => row[field.name]));
    intake.checkVersion(version);
    expect(intake.isReliable).toBe(true);
    return findings.findings();
  };
  expect(adviceIn('1.0')).toEqual([]);
  expect(adviceIn('1.1')).toMatchObject([
    {
      rule: 'code-not-deprecated',
      tier: 'advice',
      count: 1,
      locations: [{ value: 'by_post', suggestion: 'materials_sent' }],
    },
  ]);
});

describe('the dictionaries and the compiled schema', () => {
  const words = [
    ...new Set(
      Object.values(TABLE_PLANS).flatMap((plan) =>
        plan.fields.flatMap(({ dictionary }) => [...(dictionary?.codes.keys() ?? [])] as string[]),
      ),
    ),
  ];
  const anything = fc.oneof(
    fc.constantFrom<unknown>(null, true, '', 'x', 0, -1, 0.5, 1e9, 1e9 + 1, -0, '12'),
    fc.constantFrom(...words),
    fc.integer({ min: -5, max: 50 }),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
  );

  const eachVersion = VERSIONS.flatMap((version) => TABLE_NAMES.map((table) => [version, table] as const));

  it.each(eachVersion)('agree under version %s on which rows of %s are well formed', (version, table) => {
    const isRowOf = VALIDATORS_OF_VERSION[version][table];
    const fields = TABLES_OF_EVERY_VERSION[table].fields;
    const required = fields.filter(({ optional }) => !optional).slice(1);
    const arbitrary = fc.record(
      Object.fromEntries(
        fields.map((field, index) => {
          const plan = TABLE_PLANS[table].fields[index];
          const own = [...(plan?.dictionary?.codes.keys() ?? [])] as string[];
          const good = own.length > 0 ? fc.constantFrom(...own) : fc.integer({ min: 0, max: 50 });
          return [
            field.name,
            fc.oneof(
              { weight: 40, arbitrary: good as fc.Arbitrary<unknown> },
              { weight: 1, arbitrary: anything },
            ),
          ];
        }),
      ),
      { requiredKeys: required.map((field) => field.name) },
    );
    let accepted = 0;
    fc.assert(
      fc.property(arbitrary, (row) => {
        const bySchema = isRowOf(row);
        const { intake } = take(table, {
          ...Object.fromEntries(fields.map(({ name }) => [name, undefined])),
          ...(row as Fields),
        });
        intake.checkVersion(version);
        expect(intake.isReliable).toBe(bySchema);
        if (bySchema) accepted += 1;
      }),
      { numRuns: 2_000 },
    );
    expect(accepted).toBeGreaterThan(10);
  });

  it.each(TABLE_NAMES)('accept every code of every field of %s', (table) => {
    for (const plan of TABLE_PLANS[table].fields) {
      const choices = plan.chooser < 0 ? [[undefined, plan.dictionary] as const] : [...plan.chosen];
      for (const [choice, dictionary] of choices) {
        for (const code of dictionary?.codes.keys() ?? []) {
          const row: Fields = { ...GOOD[table], [plan.field.name]: code as string };
          if (choice !== undefined)
            row[TABLES[table].fields[plan.chooser]?.name as string] = choice as string;
          if (plan.field.name === 'breakdown' && row.category)
            row.category = code === 'all' ? 'all' : 'not_known';
          if (plan.field.name === 'characteristic') row.category = 'not_known';
          expect([code, take(table, row).rows.length, VALIDATORS_OF_VERSION['1.1'][table](row)]).toEqual([
            code,
            1,
            true,
          ]);
        }
      }
    }
  });
});
