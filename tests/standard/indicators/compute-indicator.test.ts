import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuestion } from '../../../src/query/parse-question.ts';
import { INDICATOR_IDS, INDICATORS } from '../../../src/standard/generated/indicators.ts';
import { MEASURE_IDS, MEASURES } from '../../../src/standard/generated/measures.ts';
import type { TableName } from '../../../src/standard/generated/tables.ts';
import {
  computeIndicator,
  INDICATOR_REASONS,
  type PublishedCell,
} from '../../../src/standard/indicators/compute-indicator.ts';
import type { IndicatorQuestion } from '../../../src/standard/indicators/indicator.ts';
import { walesManifest } from '../../query/wales-manifest.ts';

const SHARE = { id: 'plan_agreed', kind: 'share' } as const;
const COUNT = { id: 'people_reached', kind: 'count' } as const;
const ok = (value: number): PublishedCell => ({ value, status: 'ok' });
const hidden: PublishedCell = { value: null, status: 'suppressed' };
const noReturn: PublishedCell = { value: null, status: 'no_return' };

describe('a share of published cells', () => {
  it.each([
    [ok(40), ok(120), { value: 33, status: 'ok', reason: null }],
    [ok(10), ok(30), { value: 33, status: 'ok', reason: null }],
    [ok(35), ok(45), { value: 78, status: 'ok', reason: null }],
    [ok(10), ok(25), { value: null, status: 'not_available', reason: 'whole_too_small' }],
    [ok(5), ok(100), { value: null, status: 'not_available', reason: 'part_too_small' }],
    [ok(95), ok(100), { value: null, status: 'not_available', reason: 'rest_too_small' }],
    [ok(105), ok(100), { value: null, status: 'not_available', reason: 'rest_too_small' }],
    [hidden, ok(100), { value: null, status: 'not_available', reason: 'numerator_not_shown' }],
    [ok(50), noReturn, { value: null, status: 'not_available', reason: 'denominator_not_shown' }],
    [ok(50), { value: 100, status: 'partial' }, { value: 50, status: 'partial', reason: null }],
  ])('of %j and %j is %j', (part, whole, expected) => {
    expect(computeIndicator(SHARE, part, whole)).toEqual(expected);
  });

  it('is a whole per cent from 1 to 99, or a reason in both languages, for any published cells', () => {
    const cell = fc
      .option(fc.nat({ max: 100_000 }))
      .map((value) => ({ value, status: value === null ? 'suppressed' : 'ok' }));
    fc.assert(
      fc.property(cell, cell, (part, whole) => {
        const { value, reason } = computeIndicator(SHARE, part, whole);
        expect(value === null).toBe(reason !== null);
        if (reason !== null) expect(Object.values(INDICATOR_REASONS[reason])).toHaveLength(2);
        if (value === null) return;
        expect(Number.isInteger(value) && value >= 0 && value <= 100).toBe(true);
        expect(whole.value).toBeGreaterThanOrEqual(30);
        expect(part.value).toBeGreaterThanOrEqual(10);
        expect((whole.value ?? 0) - (part.value ?? 0)).toBeGreaterThanOrEqual(10);
      }),
    );
  });

  it('needs its whole, and counts that are numbers of 0 or more', () => {
    expect(() => computeIndicator(SHARE, ok(40), null)).toThrow(RangeError);
    for (const value of [Number.NaN, -5, Number.POSITIVE_INFINITY]) {
      expect(() => computeIndicator(SHARE, ok(value), ok(100))).toThrow(RangeError);
      expect(() => computeIndicator(COUNT, ok(value), null)).toThrow(RangeError);
    }
  });
});

describe('a count', () => {
  it('is the published number itself, with its status', () => {
    expect(computeIndicator(COUNT, ok(1_240), null)).toEqual({ value: 1240, status: 'ok', reason: null });
    expect(computeIndicator(COUNT, { value: 60, status: 'partial' }, null).status).toBe('partial');
    expect(computeIndicator(COUNT, hidden, null).reason).toBe('numerator_not_shown');
  });
});

describe('the ten indicators', () => {
  const release = walesManifest();
  const PERIODS = { quarter: '2026-Q1', financial_year: '2025-26' };
  const CHOICES: Readonly<Record<string, string>> = {
    measure: 'swemwbs_metric',
    value_set: 'not_applicable',
  };

  const ask = (question: IndicatorQuestion, level: keyof typeof PERIODS, choices = CHOICES) =>
    parseQuestion(release, question.table as TableName, {
      ...question.selectors,
      ...Object.fromEntries(question.choose.map((name) => [name, choices[name]])),
      ...question.filters,
      ...(question.by.length > 0 ? { by: question.by.join(',') } : {}),
      figure: question.figures[level],
      period: PERIODS[level],
    });

  it('are ten, each with words in both languages', () => {
    expect(INDICATOR_IDS).toHaveLength(10);
  });

  it.each(INDICATOR_IDS)('%s asks only what the public query answers, for each of its periods', (id) => {
    const { numerator, denominator, period_levels } = INDICATORS[id];
    expect(period_levels.length).toBeGreaterThan(0);
    for (const part of [numerator, ...(denominator === null ? [] : [denominator])]) {
      for (const level of period_levels) {
        const { figures } = ask(part.question, level);
        expect(figures.map(({ name }) => name)).toEqual([part.question.figures[level]]);
      }
    }
  });

  it('follow up scores with any measure of the registry', () => {
    const { numerator } = INDICATORS.paired_follow_up_rate;
    for (const measure of MEASURE_IDS) {
      const value_set = MEASURES[measure].value_sets[0] ?? 'not_applicable';
      expect(ask(numerator.question, 'quarter', { measure, value_set }).selectors.breakdown).toBe('all');
    }
  });

  it('follow cohorts by quarter only', () => {
    for (const id of [
      'first_contact_within_28_days',
      'conversation_within_28_days',
      'plan_agreed',
      'connected',
    ] as const) {
      expect(INDICATORS[id].period_levels).toEqual(['quarter']);
    }
  });
});
