import { describe, expect, it } from 'vitest';
import { readCoverageFilter } from '../../src/query/coverage-filter.ts';
import { listCoverage } from '../../src/query/list-coverage.ts';
import { TABLE_NAMES } from '../../src/standard/generated/tables.ts';
import { completeReturn, walesManifest } from './wales-manifest.ts';

/** Powys sent its profiles and not its pathway, Swansea Bay nothing; the register knows only those two. */
const RELEASE = walesManifest({
  coverage: [
    completeReturn('7A7', 'W11000024', '2026-Q1', {
      tables: {
        profiles: {
          state: 'returned',
          not_collected: ['deprivation_quintile'],
          reason_code: 'not_asked',
          reason: null,
        },
        needs: { state: 'returned', not_collected: [], reason_code: null, reason: null },
      },
    }),
    completeReturn('7A4', 'W11000029', '2026-Q1'),
  ],
  expected: [
    { organisation: '7A7', period: '2026-Q1', obligation: 'core', tables: ['profiles', 'pathway'] },
    { organisation: '7A3', period: '2026-Q1', obligation: 'standard', tables: ['profiles'] },
  ],
  notes: [
    {
      organisation: '7A7',
      period: '2026-Q1',
      table: 'profiles',
      rule: 'people-not-above-residents',
      reason_code: 'small_service',
    },
  ],
});

function brief(asked: Record<string, string> = {}, release = RELEASE) {
  return listCoverage(release, readCoverageFilter(release, asked)).map(
    ({ organisation, table, state, expected }) => [organisation.code, table.code, state, expected],
  );
}

describe('the coverage of a release', () => {
  it('has what came, what was due and did not come, and what came without being due', () => {
    expect(brief({ organisation: '7A7,7A3' })).toEqual([
      ['7A3', 'profiles', 'no_return', true],
      ['7A7', 'profiles', 'returned', true],
      ['7A7', 'needs', 'returned', false],
      ['7A7', 'pathway', 'no_return', true],
    ]);
  });

  it('says of an organisation that is not in the register only what it sent', () => {
    expect(brief({ organisation: '7A4' })).toEqual(
      TABLE_NAMES.map((table) => ['7A4', table, 'returned', null]),
    );
  });

  it('has what a return states, and the notes of its table', () => {
    const [row] = listCoverage(
      RELEASE,
      readCoverageFilter(RELEASE, { organisation: '7A7', table: 'profiles' }),
    );
    expect(row).toMatchObject({
      period: '2026-Q1',
      obligation: 'core',
      areas_complete: ['W11000024'],
      not_collected: ['deprivation_quintile'],
      reason_code: { code: 'not_asked', title: { en: 'Not asked', cy: 'Heb ei ofyn' } },
      figures_status: 'final',
      notes: [{ rule: 'people-not-above-residents', reason: { code: 'small_service' } }],
    });
  });

  it('claims no area for a table that did not come', () => {
    const [row] = listCoverage(
      RELEASE,
      readCoverageFilter(RELEASE, { organisation: '7A7', table: 'pathway' }),
    );
    expect(row).toMatchObject({ areas_complete: [], figures_status: null, notes: [] });
  });

  it.each([
    ['W11000024', ['7A7']],
    ['W06000023', ['7A7']],
    ['W92000004', ['7A3', '7A4', '7A7']],
    ['E92000001', []],
  ])('finds for the area %s the organisations that serve it or are complete for it', (area_code, codes) => {
    expect([
      ...new Set(brief({ area_code, table: 'profiles' }).map(([organisation]) => organisation)),
    ]).toEqual(codes);
  });

  it('takes a financial year as its quarters', () => {
    expect(brief({ period: '2025-26' })).toEqual(brief());
    expect(brief({ period: '2026-27' })).toEqual([]);
    expect(brief({ period: '2026-Q2,2026-Q1' })).toEqual(brief());
  });

  it('reads a release from before there were notes and register', () => {
    const { notes: _, expected: __, ...older } = RELEASE;
    expect(brief({ organisation: '7A7' }, older)).toEqual([
      ['7A7', 'profiles', 'returned', null],
      ['7A7', 'needs', 'returned', null],
    ]);
  });
});

it.each([
  ['organisation', '7A7, 7A4'],
  ['organisation', ''],
  ['table', '__proto__'],
  ['period', '2026'],
  ['period', '2025-27'],
  ['area_code', 'health_board:W11000024'],
])('refuses the %s "%s" by name, with what there is', (parameter, given) => {
  expect(() => readCoverageFilter(RELEASE, { [parameter]: given })).toThrow(
    expect.objectContaining({
      code: 'REQUEST_MALFORMED',
      errors: [expect.objectContaining({ parameter, choices: expect.arrayContaining([expect.any(String)]) })],
    }),
  );
});
