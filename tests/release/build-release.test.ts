import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUARTERS, YEAR } from '../support/draw-wales.ts';
import { publishWales } from '../support/published-wales.ts';
import type { OracleCell } from './oracle/figures.ts';
import { oracleCells } from './oracle/oracle.ts';
import { parentsOf } from './oracle/parents.ts';
import { idOf } from './oracle/places.ts';
import { type PublishedCell, publishedCells } from './stored-cells.ts';

type House = Awaited<ReturnType<typeof publishWales>>;

const TABLES = ['profiles', 'characteristics', 'outcome_coverage', 'outcomes'];
const MAGNITUDE = /^(mean|sd)_/;

let house: House;
let published: Map<string, PublishedCell>;

beforeAll(async () => {
  house = await publishWales({ periods: QUARTERS });
  published = await publishedCells(house.archiveDir);
}, 180_000);

afterAll(() => house?.close());

describe.each(['2026-Q1', YEAR])('the published cells of %s', (period) => {
  let expected: Map<string, OracleCell>;
  const ofPeriod = () => [...published].filter(([, cell]) => cell.period === period);

  beforeAll(() => {
    expected = oracleCells(house.returns, period);
  });

  it('are exactly those that a plain loop over the returns works out', () => {
    expect([...expected.keys()].filter((id) => !published.has(id))).toEqual([]);
    expect(ofPeriod().filter(([id]) => !expected.has(id))).toEqual([]);
    const differing = [...expected].filter(([id, { value }]) => published.get(id)?.value !== value);
    expect(differing).toEqual([]);
  });

  it('come from every table, at every level of area', () => {
    for (const table of TABLES) {
      const areas = ofPeriod().flatMap(([, cell]) => (cell.table === table ? cell.area : []));
      expect(areas.length).toBeGreaterThan(100);
      expect(areas).toContain('nation:W92000004');
      expect(areas).toContain('health_board:W11000029');
      expect(areas).toContain('W06000015');
    }
  });

  it('hide every true count of 7 or less', () => {
    const counts = [...expected.values()].filter(({ figure }) => !MAGNITUDE.test(figure));
    expect(Math.min(...counts.map(({ n }) => n))).toBe(8);
  });

  it('show a mean only of at least 30 people, as many as published', () => {
    const magnitudes = [...expected.values()].filter(({ figure }) => MAGNITUDE.test(figure));
    expect(magnitudes.length).toBeGreaterThan(100);
    for (const cell of magnitudes) {
      expect(cell.n).toBeGreaterThanOrEqual(30);
      const [paired] = parentsOf(cell);
      expect(published.get(idOf(paired as PublishedCell))?.value).toBeGreaterThanOrEqual(30);
    }
  });
});

it('shows a cell only beneath broader cells that are shown and publish 30', () => {
  let parents = 0;
  for (const cell of published.values()) {
    for (const parent of parentsOf(cell)) {
      parents += 1;
      const found = published.get(idOf(parent))?.value ?? 0;
      if (found < 30) expect([idOf(cell), idOf(parent), found]).toBeNull();
    }
  }
  expect(parents).toBeGreaterThan(published.size);
});

it('publishes counts as multiples of 5 from 10, and statistics to one decimal', () => {
  for (const { figure, value } of published.values()) {
    const shown = value ?? 0;
    if (MAGNITUDE.test(figure)) expect(Math.round(shown * 10) / 10).toBe(shown);
    else if (shown < 10 || shown % 5 !== 0) expect([figure, value]).toBeNull();
  }
});

const outcomeCells = (area: string, measure: string) =>
  [...published.values()].filter(
    (cell) => cell.table === 'outcomes' && cell.area === area && cell.selectors.measure === measure,
  );

it('publishes a supplied change only where no row held means', () => {
  const powys = new Set(outcomeCells('W06000023', 'swemwbs_metric').map(({ figure }) => figure));
  expect(powys).toContain('mean_change');
  expect(powys).not.toContain('mean_baseline');
  // Wales has Powys, whose system gives the change alone, and others with means.
  const wales = new Set(outcomeCells('nation:W92000004', 'swemwbs_metric').map(({ figure }) => figure));
  expect(wales).toContain('mean_baseline');
  expect(wales).not.toContain('mean_change');
});

it('leaves unpaired means out of every pooled statistic, but counts their people', () => {
  const hywelDda = new Set(
    outcomeCells('health_board:W11000025', 'swemwbs_metric').map(({ figure }) => figure),
  );
  expect([...hywelDda].filter((figure) => MAGNITUDE.test(figure))).toEqual([]);
  const paired = [...published.values()].filter(
    ({ table, figure, area }) =>
      table === 'outcome_coverage' && figure === 'n_paired' && area === 'health_board:W11000025',
  );
  expect(paired.length).toBeGreaterThan(0);
});

it('shows nobody improved where one return counted them by another threshold', () => {
  const improvedIn = (area: string, measure: string) =>
    outcomeCells(area, measure).filter(({ figure }) => figure === 'n_improved').length;
  expect(improvedIn('health_board:W11000029', 'swemwbs_metric')).toBeGreaterThan(0);
  expect(improvedIn('health_board:W11000023', 'swemwbs_metric')).toBe(0);
  expect(improvedIn('nation:W92000004', 'swemwbs_metric')).toBe(0);
  // The other threshold was of one measure only.
  expect(improvedIn('nation:W92000004', 'ons4_satisfaction')).toBeGreaterThan(0);
});

it('never pools two deprivation indices', () => {
  const byFifth = [...published.values()].filter(
    (cell) => cell.table === 'profiles' && 'deprivation_quintile' in cell.dimensions,
  );
  const indicesOf = (area: string) =>
    new Set(byFifth.filter((cell) => cell.area === area).map((cell) => cell.selectors.deprivation_index));
  expect(indicesOf('nation:W92000004')).toEqual(new Set(['wimd_2019', 'wimd_2025']));
  expect(indicesOf('health_board:W11000031')).toEqual(new Set(['wimd_2025']));
  expect(indicesOf('health_board:W11000029')).toEqual(new Set(['wimd_2019']));
  const others = [...published.values()].filter((cell) => !('deprivation_quintile' in cell.dimensions));
  expect(
    others.filter((cell) => 'deprivation_index' in cell.selectors && cell.selectors.breakdown === undefined),
  ).toEqual([]);
});
