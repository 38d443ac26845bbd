import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/archive/manifest.ts';
import { describeDimensions } from '../../src/query/describe-dimensions.ts';
import { TABLE_NAMES } from '../../src/standard/generated/tables.ts';
import { askEveryCode } from '../query/ask-every-code.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { CARDIFF, cardiff } from './cardiff-return.ts';
import { TWO_SERVICES } from './small-return.ts';
import { type PublishedCell, publishedCells } from './stored-cells.ts';

const YEAR = ['2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'] as const;

let house: ReleaseHouse;
let cells: PublishedCell[];
let manifest: Manifest;

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
