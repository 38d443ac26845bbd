import { describe, expect, it } from 'vitest';
import { calendarOf, dayInTheUk, isOpenOn } from '../../src/standard/calendar.ts';

describe('the calendar of a quarter', () => {
  it.each([
    ['2026-Q1', '2026-04-01', '2026-05-12', '2026-08-11'],
    ['2026-Q2', '2026-07-01', '2026-08-11', '2026-11-11'],
    ['2026-Q3', '2026-10-01', '2026-11-11', '2027-02-11'],
    ['2026-Q4', '2027-01-01', '2027-02-11', '2027-05-12'],
    ['2023-Q4', '2024-01-01', '2024-02-11', '2024-05-12'],
  ])('of %s opens on %s, is due on %s and closes on %s', (period, opens_on, due_on, closes_on) => {
    expect(calendarOf(period)).toEqual({ opens_on, due_on, closes_on });
  });

  it('has the days that the publisher has set, where there are any', () => {
    const set = { opens_on: '2026-07-01', due_on: '2026-08-31', closes_on: '2026-12-31' };
    expect(calendarOf('2026-Q2', set)).toEqual(set);
  });

  it.each(['2026-27', '2026-Q5', ''])('is not made up for %j, which is no quarter', (period) => {
    expect(() => calendarOf(period)).toThrow(RangeError);
  });

  it('is open from its first day to its last', () => {
    const calendar = calendarOf('2026-Q2');
    const open = ['2026-06-30', '2026-07-01', '2026-11-11', '2026-11-12'].map((day) =>
      isOpenOn(calendar, day),
    );
    expect(open).toEqual([false, true, true, false]);
  });
});

it('knows which day it is in the United Kingdom, in summer and in winter', () => {
  expect(dayInTheUk(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01');
  expect(dayInTheUk(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31');
});
