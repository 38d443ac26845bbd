import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CategorySystem, categorySystem, type Level } from '../../src/disclosure/categories.ts';
import { AREA, personDimensionsOf, systemOf } from '../../src/disclosure/lattice.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { TABLES } from '../../src/standard/generated/tables.ts';
import type { FieldDescription } from '../../src/standard/table-description.ts';
import { expectPromisesOf, setsAt } from './category-promises.ts';
import { flatList, madeCode, madeList, nestedList } from './made-lists.ts';
import { STANDARD_SYSTEMS } from './standard-systems.ts';

const ANY = { level: null, codes: null };

describe.each(STANDARD_SYSTEMS)('$name', ({ system }) => {
  it('gives every code one token at each level, and every set of people one token', () => {
    expectPromisesOf(system);
  });

  it('is split further by each level than by the one above', () => {
    const sizes = system.levels.map((level) => setsAt(system, level).size);
    expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
  });

  it('has tokens that cannot be taken for a part of an address', () => {
    const tokens = system.levels.flatMap((level) => [...setsAt(system, level).keys()]);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_]+(:[A-Za-z0-9_]+)?$/);
  });

  it('names every category in both languages', () => {
    const categories = system.levels.flatMap((level) => system.categoriesAt(level, null));
    for (const { title } of categories) expect(title.en !== '' && title.cy !== '').toBe(true);
  });
});

describe('any list that nests', () => {
  it('gives every code one token at each level, and every set of people one token', () => {
    const blanks = fc.subarray(['not_known', 'not_stated']);
    fc.assert(
      fc.property(nestedList, fc.option(fc.nat({ max: 3 })), blanks, (list, finest, sent) => {
        const level = finest === null ? null : (list.levels[finest]?.id ?? null);
        fc.pre(level === null || list.codes.some((code) => code.level <= level));
        expectPromisesOf(new CategorySystem(list, { level, codes: null }, sent));
      }),
      { numRuns: 300 },
    );
  });

  it('has no level with one category only: that is everyone', () => {
    fc.assert(
      fc.property(nestedList, (list) => {
        const system = new CategorySystem(list, ANY, []);
        for (const level of system.levels) expect(setsAt(system, level).size).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
    // A total of one group: everyone, by another name.
    const codes = [
      madeCode('all', 'total'),
      madeCode('group', 'group', 'all'),
      madeCode('a', 'code', 'group'),
      madeCode('b', 'code', 'group'),
    ];
    const system = new CategorySystem(madeList(['total', 'group', 'code'], codes), ANY, []);
    expect(system.levels).toEqual([{ id: 'code', rank: 2 }]);
  });
});

describe('ages', () => {
  const ages = systemIn('profiles', 'age_band');
  const [group, band, detail] = ages.levels as [Level, Level, Level];

  it('have three levels: all ages is not a dimension but its absence', () => {
    expect(ages.levels).toEqual([
      { id: 'age_group', rank: 1 },
      { id: 'band', rank: 2 },
      { id: 'detail', rank: 3 },
    ]);
    expect(ages.defaultLevel).toBe(band);
    expect(ages.level('detail')).toBe(detail);
    expect(ages.level('total')).toBeUndefined();
  });

  it('give the only band of the youngest group and the group itself one token', () => {
    for (const level of ages.levels) {
      expect([ages.tokenAt('under_16', level), ages.tokenAt('0_15', level)]).toEqual(['0_15', '0_15']);
    }
  });

  it('name the level of a group with several members', () => {
    expect(['16_64', '25_34', '16_17'].map((code) => ages.tokenAt(code, group))).toEqual([
      'age_group:16_64',
      'age_group:16_64',
      'age_group:16_64',
    ]);
    expect(['16_24', '16_17', '25_34'].map((code) => ages.tokenAt(code, band))).toEqual([
      'band:16_24',
      'band:16_24',
      '25_34',
    ]);
  });

  it('count a group sent whole at its level and above, and as not known below', () => {
    const tokens = ages.levels.map((level) => ages.tokenAt('16_24', level));
    expect(tokens).toEqual(['age_group:16_64', 'band:16_24', 'not_known:16_24']);
    expect(ages.levels.map((level) => ages.tokenAt('all_ages', level))).toEqual([
      'not_known:all_ages',
      'not_known:all_ages',
      'not_known:all_ages',
    ]);
  });

  it('keep one token for a blank at every level', () => {
    expect(ages.blanks).toEqual(['not_stated', 'not_known', 'not_collected']);
    for (const level of ages.levels) expect(ages.tokenAt('not_known', level)).toBe('not_known');
  });

  it('refuse what is neither a code nor a blank of theirs', () => {
    expect(() => ages.tokenAt('17_99', band)).toThrow(new Error('17_99 is not a code of age_band'));
    expect(() => ages.tokenAt('not_applicable', band)).toThrow('not_applicable is not a code of age_band');
  });

  it('are shown in the order of the list, what is not known more closely and blanks last', () => {
    expect(ages.categoriesAt(group, null).map(({ code, token }) => [code, token])).toEqual([
      ['under_16', '0_15'],
      ['16_64', 'age_group:16_64'],
      ['65_plus', 'age_group:65_plus'],
      ['not_known:all_ages', 'not_known:all_ages'],
      ['not_stated', 'not_stated'],
      ['not_known', 'not_known'],
      ['not_collected', 'not_collected'],
    ]);
    expect(ages.categoriesAt(band, null).map(({ code }) => code)).toEqual([
      '0_15',
      '16_24',
      '25_34',
      '35_49',
      '50_64',
      '65_74',
      '75_84',
      '85_plus',
      'not_known:all_ages',
      'not_known:16_64',
      'not_known:65_plus',
      'not_stated',
      'not_known',
      'not_collected',
    ]);
  });

  it('say of what the detail is not known', () => {
    const found = ages.categoriesAt(detail, null).find(({ code }) => code === 'not_known:16_24');
    expect(found?.title).toEqual({
      en: '16 to 24: detail not known',
      cy: '16 i 24 oed: manylion ddim yn hysbys',
    });
    const blank = ages.categoriesAt(detail, null).at(-1);
    expect(blank?.title).toEqual(CODE_LISTS.blank.codes.find(({ code }) => code === 'not_collected')?.title);
  });

  it('know the level of a code and the codes around it', () => {
    expect(ages.levelOf('16_17')).toBe(detail);
    expect(ages.levelOf('under_16')).toBe(group);
    expect(ages.levelOf('all_ages')).toBeUndefined();
    expect(ages.levelOf('not_known')).toBeUndefined();
    expect(ages.withAncestors('16_17')).toEqual(['16_17', '16_24', '16_64', 'all_ages']);
    expect(ages.withAncestors('not_known')).toEqual(['not_known']);
    expect(ages.has('16_17')).toBe(true);
    expect(ages.has('not_known')).toBe(false);
  });

  it('are groups and no finer where a table takes groups only', () => {
    const groups = systemIn('characteristics', 'age_group', { characteristic: 'disability' });
    expect(groups.levels).toEqual([{ id: 'age_group', rank: 1 }]);
    expect(groups.defaultLevel).toEqual({ id: 'age_group', rank: 1 });
    expect(groups.has('0_15')).toBe(false);
    const tokens = ['under_16', '16_64', 'all_ages'].map((code) => groups.tokenAt(code, group));
    expect(tokens).toEqual(['under_16', '16_64', 'not_known:all_ages']);
  });
});

describe('areas', () => {
  const areas = systemIn('profiles', AREA);
  const [nation, board, authority] = areas.levels as [Level, Level, Level];

  it('give a board with one authority and that authority one token', () => {
    for (const level of [board, authority]) {
      expect(['W11000024', 'W06000023'].map((code) => areas.tokenAt(code, level))).toEqual([
        'W06000023',
        'W06000023',
      ]);
    }
    expect(areas.tokenAt('W11000024', nation)).toBe('nation:W92000004');
  });

  it('count a board sent whole as not known below', () => {
    expect(areas.levels.map((level) => areas.tokenAt('W11000023', level))).toEqual([
      'nation:W92000004',
      'health_board:W11000023',
      'not_known:W11000023',
    ]);
  });

  it('let people from outside stand beside the hierarchy at every level', () => {
    expect(areas.levels.map((level) => areas.tokenAt('outside_area', level))).toEqual([
      'outside_area',
      'outside_area',
      'outside_area',
    ]);
  });

  it('leave out of a grid what the period or the release does not have', () => {
    const isWelsh = (code: string) => code.startsWith('W');
    const codes = (days: { start: string; end: string } | null) =>
      areas.categoriesAt(board, days, isWelsh).map(({ code }) => code);
    const retired = CODE_LISTS.areas.codes.find(({ code }) => code === 'W11000026');
    expect(retired?.valid_to).toBe('2019-03-31');
    expect(codes({ start: '2026-01-01', end: '2026-03-31' })).not.toContain('W11000026');
    expect(codes({ start: '2019-01-01', end: '2019-03-31' })).toContain('W11000026');
    expect(codes(null)).toContain('W11000026');
    expect(codes(null)).not.toContain('outside_area');
    expect(codes(null)).toContain('W11000024');
    expect(codes(null)).toContain('not_known:W92000004');
  });
});

describe('ethnic groups', () => {
  it('let a group that belongs to no broader one stand at both levels under one token', () => {
    const groups = systemIn('characteristics', 'category', { characteristic: 'ethnic_group' });
    expect(groups.levels.map((level) => groups.tokenAt('white_irish', level))).toEqual([
      'group:white',
      'group:white',
      'white_irish',
    ]);
    expect(groups.levels.map((level) => groups.tokenAt('all_other', level))).toEqual([
      'two_groups:all_other',
      'not_known:all_other',
      'not_known:all_other',
    ]);
    expect(groups.defaultLevel.id).toBe('group');
  });
});

describe('a code that skips a level', () => {
  const codes = [
    madeCode('g', 'broad'),
    madeCode('h', 'middle', 'g'),
    madeCode('a', 'fine', 'h'),
    madeCode('b', 'fine', 'h'),
    madeCode('skips', 'fine', 'g'),
    madeCode('i', 'broad'),
  ];
  const system = new CategorySystem(madeList(['broad', 'middle', 'fine'], codes), ANY, []);

  it('stands as itself there, apart from the rows that were sent with the group', () => {
    expect(system.levels.map((level) => system.tokenAt('skips', level))).toEqual([
      'broad:g',
      'skips',
      'skips',
    ]);
    expect(system.levels.map((level) => system.tokenAt('g', level))).toEqual([
      'broad:g',
      'not_known:g',
      'not_known:g',
    ]);
  });
});

it('groups by the finest level when the default one is not to be had', () => {
  const codes = [
    madeCode('g', 'broad'),
    madeCode('h', 'broad'),
    madeCode('a', 'middle', 'g'),
    madeCode('b', 'fine', 'g'),
  ];
  const list = { ...madeList(['broad', 'middle', 'fine'], codes), default_level: 'fine' };
  const system = new CategorySystem(list, { level: 'middle', codes: null }, []);
  expect(system.levels.map(({ id }) => id)).toEqual(['broad', 'middle']);
  expect(system.defaultLevel).toEqual({ id: 'middle', rank: 1 });
});

it('takes only the codes that a field names', () => {
  const system = new CategorySystem(flatList(5), { level: null, codes: ['c1', 'c3'] }, ['not_known']);
  expect(system.sentCodes()).toEqual(['c1', 'c3', 'not_known']);
});

it('has no blanks where a field can hold one code only', () => {
  const system = systemIn('outcomes', 'category', { breakdown: 'all' });
  expect(system.sentCodes()).toEqual(['all']);
  expect(system.levels).toEqual([]);
  expect(systemIn('outcomes', 'category', { breakdown: 'sex' }).blanks).toEqual([
    'not_stated',
    'not_known',
    'not_applicable',
  ]);
});

it('keeps fields apart that take different parts of one list', () => {
  expect(systemIn('profiles', 'age_band')).toBe(systemIn('profiles', 'age_band'));
  expect(systemIn('characteristics', 'age_group')).not.toBe(systemIn('profiles', 'age_band'));
  expect(systemIn('profiles', 'sex').blanks).not.toEqual(
    systemIn('outcomes', 'category', { breakdown: 'sex' }).blanks,
  );
});

it('is not to be had of a field that another field chooses the list for', () => {
  const field = personDimensionsOf('characteristics').find(({ name }) => name === 'category');
  expect(() => systemOf(field as FieldDescription, {})).toThrow('characteristic=undefined chooses no list');
  expect(() => categorySystem(field as FieldDescription)).toThrow(
    new Error('category has no code list of its own'),
  );
});

function systemIn(table: keyof typeof TABLES, name: string, selectors = {}): CategorySystem {
  const field = TABLES[table].fields.find((candidate) => candidate.name === name);
  return systemOf(field as FieldDescription, selectors);
}
