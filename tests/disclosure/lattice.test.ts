import { describe, expect, it } from 'vitest';
import {
  AREA,
  chosenListOf,
  cuboidsOf,
  figuresOf,
  isAreaLevelAllowed,
  isByIndex,
  isFixed,
  MAXIMUM_PERSON_DIMENSIONS,
  periodLevelOf,
  personDimensionsOf,
  type Selectors,
} from '../../src/disclosure/lattice.ts';
import { TABLE_NAMES, type TableName } from '../../src/standard/generated/tables.ts';
import { MAXIMUM_CELLS, MAXIMUM_DIMENSIONS } from '../../src/standard/question-limits.ts';
import type { FieldDescription } from '../../src/standard/table-description.ts';
import { choicesOf } from './standard-systems.ts';

const everyChoice = TABLE_NAMES.flatMap((table) =>
  choicesOf(table).map((selectors) => ({ table, selectors })),
);

function fieldOf(table: TableName, name: string): FieldDescription {
  return personDimensionsOf(table).find((field) => field.name === name) as FieldDescription;
}

/** The shapes of a table as short texts, without the area. */
function shapesOf(table: TableName, selectors: Selectors, area: string): string[] {
  return cuboidsOf(table, selectors)
    .filter((cuboid) => cuboid.area === area)
    .map(({ dimensions }) => dimensions.map(({ name, level }) => `${name}.${level}`).join(' '));
}

it('holds a question to four dimensions, two of them period and area, and to 5,000 cells', () => {
  expect([MAXIMUM_DIMENSIONS, MAXIMUM_PERSON_DIMENSIONS, MAXIMUM_CELLS]).toEqual([4, 2, 5000]);
  expect(AREA).toBe('area_code');
});

describe.each(everyChoice)('the cuboids of $table under $selectors', ({ table, selectors }) => {
  const cuboids = cuboidsOf(table, selectors);

  it('have at most two dimensions of people, in schema order, each once and at one level', () => {
    const order = personDimensionsOf(table).map((field) => field.name);
    for (const { dimensions } of cuboids) {
      const places = dimensions.map(({ name }) => order.indexOf(name));
      expect(dimensions.length).toBeLessThanOrEqual(2);
      expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
    }
    const texts = cuboids.map((cuboid) => JSON.stringify(cuboid));
    expect(new Set(texts).size).toBe(cuboids.length);
  });

  it('hold every dimension that a question must name, unless it is fixed', () => {
    for (const field of personDimensionsOf(table).filter((dimension) => dimension.required_in_question)) {
      const holds = cuboids.map(({ dimensions }) => dimensions.some(({ name }) => name === field.name));
      expect(new Set(holds)).toEqual(new Set([!isFixed(field, selectors)]));
    }
  });
});

it('lets profiles be crossed by two of age, sex and deprivation, at any level', () => {
  expect(shapesOf('profiles', {}, 'nation').sort()).toEqual(
    [
      '',
      'age_band.age_group',
      'age_band.band',
      'age_band.detail',
      'sex.code',
      'deprivation_quintile.code',
      'age_band.age_group sex.code',
      'age_band.band sex.code',
      'age_band.detail sex.code',
      'age_band.age_group deprivation_quintile.code',
      'age_band.band deprivation_quintile.code',
      'age_band.detail deprivation_quintile.code',
      'sex.code deprivation_quintile.code',
    ].sort(),
  );
  expect(new Set(cuboidsOf('profiles', {}).map(({ area }) => area))).toEqual(
    new Set(['nation', 'health_board', 'local_authority']),
  );
});

it('never lets characteristics be asked without their category', () => {
  expect(shapesOf('characteristics', { characteristic: 'religion' }, 'health_board').sort()).toEqual([
    'age_group.age_group category.code',
    'category.code',
    'sex.code category.code',
  ]);
});

it('leaves the category out where the breakdown is everyone', () => {
  expect(shapesOf('outcomes', { breakdown: 'all' }, 'nation').sort()).toEqual([
    '',
    'completion_mode.code',
    'interval.code',
    'interval.code completion_mode.code',
  ]);
  expect(shapesOf('outcomes', { breakdown: 'sex' }, 'nation').sort()).toEqual([
    'category.code',
    'category.code completion_mode.code',
    'category.code interval.code',
  ]);
});

it('keeps sensitive characteristics at the board or above', () => {
  const choices = choicesOf('characteristics');
  const atAuthority = choices.filter((selectors) =>
    cuboidsOf('characteristics', selectors).some(({ area }) => area === 'local_authority'),
  );
  const hidden = choices.filter((selectors) => !atAuthority.includes(selectors));
  expect(hidden.map(({ characteristic }) => characteristic)).toEqual([
    'sexual_orientation',
    'gender_identity',
    'religion',
    'armed_forces',
  ]);
  const religion = { characteristic: 'religion' };
  expect(isAreaLevelAllowed('characteristics', religion, 'local_authority')).toBe(false);
  expect(isAreaLevelAllowed('characteristics', religion, 'health_board')).toBe(true);
  expect(isAreaLevelAllowed('profiles', {}, 'local_authority')).toBe(true);
});

it('publishes people by quarter, people for the first time by financial year, and outcomes by both', () => {
  const names = (table: TableName, level: 'quarter' | 'financial_year') =>
    figuresOf(table, level).map((field) => field.name);
  expect(names('profiles', 'quarter')).toEqual(['people']);
  expect(names('profiles', 'financial_year')).toEqual(['people_first_in_year']);
  const outcomes = [
    'n_paired',
    'mean_baseline',
    'sd_baseline',
    'mean_follow_up',
    'sd_follow_up',
    'mean_change',
    'sd_change',
    'n_improved',
    'n_unchanged',
    'n_worse',
  ];
  expect(names('outcomes', 'quarter')).toEqual(outcomes);
  expect(names('outcomes', 'financial_year')).toEqual(outcomes);
});

it('tells a quarter from a financial year', () => {
  expect([periodLevelOf('2026-Q1'), periodLevelOf('2025-26')]).toEqual(['quarter', 'financial_year']);
});

it('finds the list that a selector chooses, and refuses to guess one', () => {
  const category = fieldOf('characteristics', 'category');
  expect(chosenListOf(category, { characteristic: 'religion' })?.list).toBe('religion');
  expect(chosenListOf(fieldOf('profiles', 'sex'), {})).toBeUndefined();
  expect(() => chosenListOf(category, {})).toThrow(RangeError);
  expect(() => chosenListOf(category, { characteristic: 'shoe_size' })).toThrow(
    new RangeError('characteristic=shoe_size chooses no list for category'),
  );
});

it('knows when fifths of an index are meant', () => {
  expect(isByIndex(fieldOf('profiles', 'deprivation_quintile'), {})).toBe(true);
  expect(isByIndex(fieldOf('profiles', 'sex'), {})).toBe(false);
  const category = fieldOf('outcomes', 'category');
  expect(isByIndex(category, { breakdown: 'deprivation_quintile' })).toBe(true);
  expect(isByIndex(category, { breakdown: 'sex' })).toBe(false);
  expect(isFixed(category, { breakdown: 'all' })).toBe(true);
  expect(isFixed(category, { breakdown: 'sex' })).toBe(false);
  expect(isFixed(fieldOf('outcomes', 'interval'), { breakdown: 'all' })).toBe(false);
});
