import { describe, expect, it } from 'vitest';
import { timelinessOf, wordsOfTimeliness } from '../../src/ingest/timeliness.ts';
import { calendarOf } from '../../src/standard/calendar.ts';

describe('a return', () => {
  const calendar = calendarOf('2026-Q2');

  it.each([
    ['provisional', '2026-08-11T22:59:59Z', 'on_time'],
    // Midnight in the United Kingdom, an hour before it in UTC.
    ['provisional', '2026-08-11T23:00:00Z', 'late'],
    ['provisional', '2026-11-11T23:59:59Z', 'late'],
    ['provisional', '2026-11-12T00:00:00Z', 'after_close'],
    ['revised', '2026-09-01T12:00:00Z', 'on_time'],
    ['final', '2026-11-11T23:59:59Z', 'on_time'],
    ['final', '2026-11-12T00:00:00Z', 'after_close'],
  ] as const)('of %s figures that comes at %s is %s', (figures_status, moment, expected) => {
    expect(timelinessOf(calendar, figures_status, new Date(moment))).toBe(expected);
  });
});

it('is told in both languages when it came late, and nothing when it came in time', () => {
  expect(wordsOfTimeliness('on_time', false)).toBeNull();
  expect(wordsOfTimeliness(null, false)).toBeNull();
  for (const late of ['late', 'after_close'] as const) {
    expect(wordsOfTimeliness(late, false)).toEqual({
      en: expect.stringContaining('came'),
      cy: expect.stringContaining('Daeth'),
    });
  }
});
