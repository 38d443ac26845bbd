import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gridOf } from '../../src/query/lay-on-grid.ts';
import { parseQuestion } from '../../src/query/parse-question.ts';
import type { Parameters } from '../../src/query/question.ts';
import { questionParameters, replaceGroup, withChanged } from '../../src/query/question-text.ts';
import { QUARTERS, walesManifest } from './wales-manifest.ts';

const WALES = walesManifest();

const understood = (asked: Parameters) => {
  const question = parseQuestion(WALES, 'profiles', asked);
  return { parameters: questionParameters(question), grid: gridOf(question) };
};

const SUPPORTED = { population: 'supported', period: '2026-Q1' };

it.each<[string, Parameters, Parameters]>([
  [
    'levels that were left out',
    { by: 'area_code,sex' },
    { by: 'area_code.health_board,sex.code', figure: 'people' },
  ],
  ['the nation, where no area was named', {}, { area_code: 'W92000004' }],
  [
    'a filter that narrows a level',
    { by: 'area_code.local_authority', area_code: 'W11000029' },
    { by: 'area_code.local_authority', area_code: 'W11000029' },
  ],
  [
    'a filter whose codes are the categories',
    { by: 'area_code', area_code: 'W06000015,W92000004' },
    { by: 'area_code', area_code: 'W92000004,W06000015' },
  ],
  ['codes in list order, each once', { sex: 'male,not_known,female,male' }, { sex: 'female,male,not_known' }],
  [
    'periods in order',
    { by: 'period', period: '2026-Q1,2025-Q3' },
    { by: 'period.quarter', period: '2025-Q3,2026-Q1' },
  ],
  [
    'every period of a level',
    { by: 'period', period: undefined },
    { by: 'period.quarter', period: QUARTERS.join(',') },
  ],
])('writes a question down again with %s', (_, asked, expected) => {
  expect(understood({ ...SUPPORTED, ...asked }).parameters).toMatchObject(expected);
});

it('writes a question so that it asks for the same rows in the same order, and is written the same again', () => {
  const codes = {
    area_code: [
      'W92000004',
      'W11000029',
      'W06000015',
      'W11000024',
      'W06000023',
      'outside_area',
      'not_known:W92000004',
    ],
    age_band: [
      '65_plus',
      'group:65_plus',
      '65_74',
      'under_16',
      '0_15',
      'not_known',
      'not_known:16_64',
      '16_24',
    ],
    sex: ['male', 'female', 'not_stated', 'not_collected', 'code:another'],
  };
  const several = (list: readonly string[]) =>
    fc.array(fc.constantFrom(...list), { minLength: 1, maxLength: 4 }).map((chosen) => chosen.join(','));
  const question = fc.record(
    {
      area_code: several(codes.area_code),
      age_band: several(codes.age_band),
      sex: several(codes.sex),
      period: several(QUARTERS),
      by: fc
        .uniqueArray(
          fc.constantFrom(
            'period',
            'period.quarter',
            'area_code',
            'area_code.nation',
            'area_code.health_board',
            'area_code.local_authority',
            'age_band',
            'age_band.band',
            'age_band.age_group',
            'sex',
          ),
          { minLength: 1, maxLength: 3, selector: (part) => part.split('.')[0] },
        )
        .map((parts) => parts.join(',')),
    },
    { requiredKeys: ['period'] },
  );
  let answered = 0;
  fc.assert(
    fc.property(question, (asked) => {
      let first: ReturnType<typeof understood>;
      try {
        first = understood({ population: 'supported', ...asked });
      } catch {
        return; // What is refused has no text; tests of refusals have their own file.
      }
      answered += 1;
      expect(understood(first.parameters)).toEqual(first);
      const shuffled = Object.fromEntries(Object.entries({ ...asked, population: 'supported' }).reverse());
      expect(understood(shuffled)).toEqual(first);
    }),
    { numRuns: 500 },
  );
  expect(answered).toBeGreaterThan(200);
});

it('changes, adds and leaves out parameters, and keeps commas and colons readable', () => {
  const asked = { population: 'supported', by: 'sex', area_code: 'a,b' };
  expect(withChanged(asked, { by: undefined, category: 'group:white' })).toBe(
    'population=supported&area_code=a,b&category=group:white',
  );
  expect(withChanged({ sex: 'a&b=c d' }, {})).toBe('sex=a%26b%3Dc+d');
});

it('replaces one dimension of by, or leaves it out', () => {
  expect(replaceGroup('area_code.health_board,sex', 'area_code', 'nation')).toBe('area_code.nation,sex');
  expect(replaceGroup('area_code.health_board,sex', 'sex')).toBe('area_code.health_board');
  expect(replaceGroup('sex', 'sex')).toBeUndefined();
  expect(replaceGroup(undefined, 'sex')).toBeUndefined();
});
