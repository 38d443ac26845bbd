import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/archive/manifest.ts';
import { describeDimensions } from '../../src/query/describe-dimensions.ts';
import { TABLE_NAMES } from '../../src/standard/generated/tables.ts';
import type { Return } from '../../src/standard/generated/types.ts';
import { exampleRow, profile } from '../../src/standard/rules/example-rows.ts';
import { askEveryCode } from '../query/ask-every-code.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { smallReturn, TWO_SERVICES } from './small-return.ts';
import { type PublishedCell, publishedCells } from './stored-cells.ts';

const CARDIFF = 'W06000015';
const YEAR = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'] as const;

let house: ReleaseHouse;
let cells: PublishedCell[];
let manifest: Manifest;

/** Cardiff's return of a quarter: 400 people and 300 episodes, told by two sources and two stages. */
function cardiff(period: string): Return {
  const place = { area_code: CARDIFF } as const;
  const people = { ...place, population: 'supported', people: 400, people_first_in_year: 400 } as const;
  const episodes = (stage: 'open_at_start' | 'referral_accepted' | 'closed' | 'open_at_end', count: number) =>
    (['gp_practice', 'self'] as const).map((referral_source) =>
      exampleRow('pathway', {
        ...place,
        referral_source,
        stage,
        wait_band: stage.startsWith('open') ? 'not_applicable' : '57_84',
        episodes: count,
      }),
    );
  const received = (['gp_practice', 'self'] as const).map((referral_source) =>
    exampleRow('pathway', {
      ...place,
      referral_source,
      stage: 'referral_received',
      wait_band: 'not_applicable',
      episodes: referral_source === 'self' ? 240 : 180,
    }),
  );
  const connections = [
    exampleRow('connections', { ...place, uptake: 'taken_up', barrier: 'not_applicable', connections: 300 }),
    exampleRow('connections', { ...place, uptake: 'not_taken_up', barrier: 'transport', connections: 120 }),
    exampleRow('connections', { ...place, uptake: 'not_taken_up', barrier: 'cost', connections: 23 }),
  ];
  const needs = (need: 'mental_wellbeing' | 'loneliness_isolation', count: number) =>
    exampleRow('needs', {
      ...place,
      age_group: '16_64',
      sex: 'female',
      deprivation_quintile: 'not_applicable',
      need,
      people: count,
      people_primary: count / 2,
      people_primary_first_in_year: count / 2,
    });
  const board = { area_code: 'W11000029' } as const;
  return smallReturn('7A4', period, [], {
    tables: {
      profiles: [
        profile({ ...people, deprivation_quintile: 'q1' }),
        profile({ ...people, population: 'referred', deprivation_quintile: 'q1' }),
        profile({ ...people, population: 'connected', people: 300, people_first_in_year: 300 }),
      ],
      needs: [needs('mental_wellbeing', 200), needs('loneliness_isolation', 100)],
      pathway: [
        ...received,
        ...episodes('open_at_start', 90),
        ...episodes('referral_accepted', 70),
        ...episodes('closed', 60),
        ...episodes('open_at_end', 100),
      ],
      connections,
      closures: (['gp_practice', 'self'] as const).map((referral_source) =>
        exampleRow('closures', { ...place, referral_source, episodes: 60 }),
      ),
      ...(period === '2026-Q1'
        ? {
            equity: (['white', 'asian'] as const).map((ethnic_group) =>
              exampleRow('equity', { ...board, ethnic_group, people_first_in_year: 800 }),
            ),
          }
        : {}),
      workforce: [
        exampleRow('workforce', { ...board, headcount: 9, fte: 7.4, volunteer_hours: null }),
        exampleRow('workforce', {
          ...board,
          role: 'artist',
          headcount: 4,
          fte: 2.25,
          supervised: 2,
          trained_in_period: 2,
          trained_across_professions: 1,
        }),
      ],
      assets: [exampleRow('assets', { ...place, offers: 9, offers_in_welsh: null })],
    },
  });
}

beforeAll(async () => {
  house = await openReleaseHouse(TWO_SERVICES);
  await house.accept(YEAR.map(cardiff));
  manifest = await house.build('one');
  await house.publish('one');
  cells = [...(await publishedCells(house.archiveDir)).values()];
}, 120_000);

afterAll(() => house?.close());

/** Published cells of a table and period with just these dimensions. */
function found(table: string, period: string, dimensions: readonly string[]): PublishedCell[] {
  return cells.filter(
    (cell) =>
      cell.table === table &&
      cell.period === period &&
      Object.keys(cell.dimensions).sort().join() === [...dimensions].sort().join(),
  );
}

describe('pathway', () => {
  it('never adds up over stages, which one episode may pass through together', () => {
    const stages = cells.filter(({ table }) => table === 'pathway').map(({ dimensions }) => dimensions.stage);
    expect(stages).not.toContain(undefined);
    expect(new Set(stages)).toEqual(
      new Set(['referral_received', 'referral_accepted', 'open_at_start', 'closed', 'open_at_end']),
    );
  });

  it('reads what was open at the start from the end of the quarter before, and the first from itself', () => {
    const byStage = (period: string, stage: string) =>
      found('pathway', period, ['stage', 'referral_source'])
        .filter(({ dimensions }) => dimensions.stage === stage)
        .map(({ area, dimensions, value }) => `${area} ${dimensions.referral_source} ${value}`)
        .sort();
    expect(byStage('2025-Q3', 'open_at_start')).toEqual(byStage('2025-Q2', 'open_at_end'));
    expect(byStage('2025-Q3', 'open_at_start').length).toBeGreaterThan(0);
    const first = found('pathway', '2025-Q2', ['stage']).find(
      ({ dimensions, area }) => dimensions.stage === 'open_at_start' && area === CARDIFF,
    );
    expect(Math.abs((first?.value ?? 0) - 180)).toBeLessThanOrEqual(7);
  });

  it('has no year of stocks, and no cell for a wait that the stage implies', () => {
    const ofYear = cells.filter(({ table, period }) => table === 'pathway' && period === '2025-26');
    expect(new Set(ofYear.map(({ dimensions }) => dimensions.stage))).toEqual(
      new Set(['referral_received', 'referral_accepted', 'closed']),
    );
    expect(cells.map(({ dimensions }) => dimensions.wait_band)).not.toContain('not_applicable');
  });
});

describe('connections', () => {
  it('shows multiples of 15 by quarter and of 30 by year, as one person may count that often', () => {
    const values = (period: string) =>
      cells
        .filter((cell) => cell.table === 'connections' && cell.period === period)
        .map(({ value }) => Number(value));
    for (const value of values('2026-Q1')) expect([value % 15, value >= 30]).toEqual([0, true]);
    for (const value of values('2025-26')) expect([value % 30, value >= 60]).toEqual([0, true]);
    expect(values('2026-Q1').length).toBeGreaterThan(5);
    expect(values('2025-26').length).toBeGreaterThan(5);
  });

  it('shows a barrier among what was not taken up, and none with fewer than eight people behind it', () => {
    const barriers = found('connections', '2026-Q1', ['uptake', 'barrier']);
    expect(new Set(barriers.map(({ dimensions }) => `${dimensions.uptake} ${dimensions.barrier}`))).toEqual(
      new Set(['not_taken_up transport']),
    );
    expect(found('connections', '2026-Q1', ['barrier'])).toEqual([]);
  });
});

describe('closures', () => {
  it('leaves its totals to the closed stage of pathway', () => {
    expect(found('closures', '2026-Q1', [])).toEqual([]);
    expect(found('closures', '2026-Q1', ['referral_source'])).toEqual([]);
    expect(found('closures', '2026-Q1', ['closure_reason']).length).toBeGreaterThan(0);
    expect(found('closures', '2026-Q1', ['referral_source', 'closure_reason']).length).toBeGreaterThan(0);
  });
});

describe('needs', () => {
  it('tells people by code only, as one may have several needs, and main needs by group too', () => {
    const told = (figure: string) =>
      new Set(
        found('needs', '2026-Q1', ['need'])
          .filter((cell) => cell.figure === figure)
          .map(({ dimensions }) => dimensions.need),
      );
    expect(told('people')).toEqual(new Set(['mental_wellbeing', 'loneliness_isolation']));
    expect(told('people_primary')).toContain('group:wellbeing_and_connection');
    expect(found('needs', '2026-Q1', [])).toEqual([]);
  });
});

describe('equity', () => {
  it('is of the financial year, and holds no total that another table has', () => {
    expect(new Set(cells.filter(({ table }) => table === 'equity').map(({ period }) => period))).toEqual(
      new Set(['2025-26']),
    );
    const shapes = cells
      .filter(({ table }) => table === 'equity')
      .map(({ dimensions }) => Object.keys(dimensions).sort().join());
    expect(new Set(shapes)).toContain('referral_sector');
    for (const shape of shapes) expect(['', 'deprivation_quintile', 'ethnic_group']).not.toContain(shape);
  });
});

describe('questions', () => {
  it.each(TABLE_NAMES.filter((table) => !/characteristics|outcome/.test(table)))(
    'about %s are taken, each code of each dimension',
    (table) => {
      expect(askEveryCode(manifest, table, describeDimensions(manifest, table))).toBeGreaterThan(30);
    },
  );
});

describe('tables of things', () => {
  it('are published as they are, a figure that a row does not hold as not held', () => {
    const offers = found('assets', '2026-Q1', []).filter(({ area }) => area === CARDIFF);
    expect(Object.fromEntries(offers.map(({ figure, value }) => [figure, value]))).toMatchObject({
      offers: 9,
      offers_free: 6,
      offers_in_welsh: null,
    });
  });

  it('leave out a role that fewer than five people fill, with all that is told of them', () => {
    const roles = found('workforce', '2026-Q1', ['role']).filter(({ area }) => area.endsWith('W11000029'));
    const told = roles.map(({ dimensions, figure, value }) => [dimensions.role, figure, value]);
    expect(told).toContainEqual(['link_worker', 'headcount', 9]);
    expect(told).toContainEqual(['link_worker', 'volunteer_hours', null]);
    expect(told.map(([role]) => role)).not.toContain('artist');
    const all = found('workforce', '2026-Q1', []).filter(({ area }) => area.endsWith('W11000029'));
    expect(all.map(({ figure, value }) => [figure, value])).toContainEqual(['fte', 9.65]);
  });
});
