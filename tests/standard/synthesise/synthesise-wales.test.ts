import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ProfilesRow, Return } from '../../../src/standard/generated/types.ts';
import { quartersOf } from '../../../src/standard/period.ts';
import { type NamedReturn, synthesiseReturns } from '../../../src/standard/synthesise/synthesise-returns.ts';
import { WELSH_BOARDS } from '../../../src/standard/synthesise/welsh-boards.ts';

const UNTIL = '2026-Q3';

const synthesiseWales = (request: { quarters: number; until: string; seed: number }) =>
  synthesiseReturns({ boards: WELSH_BOARDS, ...request });

const country = [...synthesiseWales({ quarters: 8, until: UNTIL, seed: 1 })];
const returns = country.map(({ document }) => document);

function digestOf(files: Iterable<NamedReturn>): string {
  const hash = createHash('sha256');
  for (const { name, document } of files) hash.update(`${name}\n${JSON.stringify(document.tables)}`);
  return hash.digest('hex');
}

function profiles(documents: readonly Return[]): ProfilesRow[] {
  return documents.flatMap((document) => document.tables.profiles ?? []);
}

function peopleIn(rows: readonly ProfilesRow[], keep: (row: ProfilesRow) => boolean): number {
  return rows.filter(keep).reduce((sum, row) => sum + row.people, 0);
}

describe('the same country for the same seed', () => {
  it('is the same to the byte on every machine', () => {
    expect(digestOf(country)).toBe('5f255e2590735349732370f99bed6d72a752aa3f6cebf43256fd7a4129095734');
  });

  it('is another country for another seed', () => {
    const one = digestOf(synthesiseWales({ quarters: 1, until: UNTIL, seed: 1 }));
    expect(digestOf(synthesiseWales({ quarters: 1, until: UNTIL, seed: 2 }))).not.toBe(one);
  });

  it('holds the same figures of a quarter however many quarters are asked for', () => {
    const asked = [...synthesiseWales({ quarters: 2, until: '2026-Q1', seed: 1 })];
    expect(asked).toHaveLength(14);
    for (const { name, document } of asked) {
      const inCountry = country.find((other) => other.name === name)?.document;
      expect(document.tables, name).toEqual(inCountry?.tables);
    }
  });
});

describe('the returns', () => {
  it('come from seven boards for eight quarters, the last provisional', () => {
    expect(returns).toHaveLength(56);
    expect(new Set(country.map(({ name }) => name)).size).toBe(56);
    const periods = [...new Set(returns.map((document) => document.period))];
    expect(periods).toEqual(['2024-Q4', '2025-Q1', ...quartersOf('2025-26'), '2026-Q2', '2026-Q3']);
    for (const document of returns) {
      expect(document.figures_status).toBe(document.period === UNTIL ? 'provisional' : 'final');
    }
  });

  it('say in every header that nobody was counted', () => {
    for (const document of returns) {
      expect(document.source_kind).toBe('synthetic');
      expect(document.source_system.name).toContain('synthetic');
      expect(document.coverage.services_included.every((id) => id.startsWith('synthetic-'))).toBe(true);
    }
  });

  it('are dated after their quarter, from the quarter alone', () => {
    for (const document of returns) {
      expect(document.source_system.extracted_at > document.period_end).toBe(true);
    }
  });

  it('hold about 25,000 people referred a year, shared by residents', () => {
    const year = returns.filter((document) => quartersOf('2025-26').includes(document.period));
    const referred = peopleIn(profiles(year), (row) => row.population === 'referred');
    expect(referred).toBeGreaterThan(24_000);
    expect(referred).toBeLessThan(27_000);
    const powys = year.filter((document) => document.submitter === '7A7');
    const share = peopleIn(profiles(powys), (row) => row.population === 'referred') / referred;
    expect(share).toBeCloseTo(133_174 / 3_107_489, 2);
  });

  it('support seven to eight in ten of those referred, and connect most of those supported, some in two quarters', () => {
    const rows = profiles(returns);
    const referred = peopleIn(rows, (row) => row.population === 'referred');
    const supported = peopleIn(rows, (row) => row.population === 'supported');
    const connected = peopleIn(rows, (row) => row.population === 'connected');
    expect(supported / referred).toBeGreaterThan(0.7);
    expect(supported / referred).toBeLessThan(0.8);
    expect(connected / supported).toBeGreaterThan(0.55);
    expect(connected / supported).toBeLessThan(0.75);
  });

  it('reach more women, and more people of the most deprived fifth, than live in Wales', () => {
    const rows = profiles(returns).filter((row) => row.population === 'referred');
    const all = peopleIn(rows, () => true);
    expect(peopleIn(rows, (row) => row.sex === 'female') / all).toBeCloseTo(0.6, 1);
    expect(peopleIn(rows, (row) => row.deprivation_quintile === 'q1') / all).toBeGreaterThan(0.24);
  });

  it('count everybody for the first time in April to June, and fewer as the year goes on', () => {
    const shares = quartersOf('2025-26').map((quarter) => {
      const rows = profiles(returns.filter((document) => document.period === quarter));
      const first = rows.reduce((sum, row) => sum + row.people_first_in_year, 0);
      return first / peopleIn(rows, () => true);
    });
    expect(shares[0]).toBe(1);
    for (const share of shares.slice(1)) {
      expect(share).toBeGreaterThan(0.85);
      expect(share).toBeLessThan(0.98);
    }
  });

  it('hold people whose authority, age or finer ethnic group is not known, and people from outside', () => {
    const rows = profiles(returns);
    const share = (keep: (row: ProfilesRow) => boolean) => peopleIn(rows, keep) / peopleIn(rows, () => true);
    for (const part of [
      share((row) => row.area_code.startsWith('W11')),
      share((row) => row.area_code === 'outside_area'),
      share((row) => row.age_band === '16_64' || row.age_band === '65_plus'),
    ]) {
      expect(part).toBeGreaterThan(0.005);
      expect(part).toBeLessThan(0.03);
    }
    const ethnic = returns.flatMap((document) => document.tables.characteristics ?? []);
    expect(ethnic.some((row) => row.category === 'white')).toBe(true);
  });

  it('count residents of another nation without a fifth, in profiles and in needs by fifth alike', () => {
    const isAbroad = (row: { area_code: string; deprivation_quintile: string }) =>
      row.area_code === 'outside_area' && row.deprivation_quintile === 'not_applicable';
    const supported = profiles(returns).filter((row) => row.population === 'supported' && isAbroad(row));
    const needs = returns
      .flatMap(({ tables }) => tables.needs ?? [])
      .filter((row) => row.breakdown === 'deprivation_quintile' && isAbroad(row));
    const main = needs.reduce((sum, row) => sum + row.people_primary, 0);
    expect(main).toBeGreaterThan(100);
    expect(main).toBe(peopleIn(supported, () => true));
  });

  it('send sensitive characteristics for two boards, and for the whole board only', () => {
    const sensitive = returns.flatMap(({ submitter, tables }) =>
      (tables.characteristics ?? [])
        .filter((row) => row.characteristic === 'religion' || row.characteristic === 'sexual_orientation')
        .map((row) => ({ submitter, area_code: row.area_code })),
    );
    expect(new Set(sensitive.map((row) => row.submitter))).toEqual(new Set(['7A4', '7A3']));
    expect(new Set(sensitive.map((row) => row.area_code))).toEqual(
      new Set(['W11000029', 'W11000031', 'outside_area']),
    );
  });

  it('hold no score of anybody under 16 or of unknown age', () => {
    for (const { tables } of returns) {
      const ages = (tables.outcome_coverage ?? []).filter((row) => row.breakdown === 'age_group');
      expect(ages.every((row) => row.category === '16_64' || row.category === '65_plus')).toBe(true);
    }
  });

  it('score SWEMWBS in four boards and ONS4 in all', () => {
    const using = (measure: string) =>
      new Set(
        returns
          .filter(({ tables }) => tables.outcomes?.some((row) => row.measure === measure))
          .map(({ submitter }) => submitter),
      );
    expect(using('swemwbs_metric').size).toBe(4);
    expect(using('ons4_anxious').size).toBe(7);
  });
});

describe('a request', () => {
  it.each([
    [{ quarters: 0 }, 'number of quarters'],
    [{ quarters: 1.5 }, 'number of quarters'],
    [{ until: '2026-07' }, 'is not a quarter'],
    [{ until: '2019-Q1', quarters: 1 }, 'The first quarter is 2019-Q2'],
    [{ seed: -1 }, 'The seed is a whole number'],
    [{ seed: 1_000_000 }, 'The seed is a whole number'],
  ])('with %j is refused before anything is drawn', (difference, words) => {
    const request = { quarters: 8, until: UNTIL, seed: 1, ...difference };
    expect(() => synthesiseWales(request)).toThrow(RangeError);
    expect(() => synthesiseWales(request)).toThrow(words);
  });
});
