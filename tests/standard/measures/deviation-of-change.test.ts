import { describe, expect, it } from 'vitest';
import {
  deviationFromInterval,
  deviationOfChange,
  standardisedChange,
} from '../../../src/standard/measures/deviation-of-change.ts';

describe('deviations that a publication does not print', () => {
  it.each([
    [0.3, 5.27],
    [0.5, 4.48],
    [0.7, 3.53],
  ])('come from 3.9 before and 4.9 after, correlated %f, as %f', (correlation, deviation) => {
    expect(deviationOfChange(3.9, 4.9, correlation)).toBeCloseTo(deviation, 2);
  });

  it.each([
    ['Foster and others 2021, UCLA-3', 2250, -1.91, -1.77, 1.69, 2],
    ['Improving the Cancer Journey 2020, EQ-5D', 437, 0.0891, 0.153, 0.34, 2],
    ['Improving the Cancer Journey 2020, EQ VAS', 437, 5.88, 9.74, 20.5, 0],
  ])('come from the interval of %s', (_, n, lower, upper, deviation, digits) => {
    expect(deviationFromInterval(n, lower, upper)).toBeCloseTo(deviation, digits);
  });

  it('come with the standard error that the interval of Foster and others 2021 implies', () => {
    expect(deviationFromInterval(2250, -1.91, -1.77) / Math.sqrt(2250)).toBeCloseTo(0.0357, 4);
  });

  it.each([
    [19.29, 524, 0.84],
    [6.049, 84, 0.66],
    [6.961, 84, 0.76],
  ])('make a t of %f over %i pairs a change of %f deviations', (t, n, change) => {
    expect(standardisedChange(t, n)).toBeCloseTo(change, 2);
  });

  it('are refused where the figures cannot be', () => {
    expect(() => deviationOfChange(-1, 1, 0)).toThrow(RangeError);
    expect(() => deviationOfChange(1, 1, 1.1)).toThrow(RangeError);
    expect(() => deviationFromInterval(0, 1, 2)).toThrow(RangeError);
    expect(() => deviationFromInterval(9, 2, 1)).toThrow(RangeError);
    expect(() => standardisedChange(2, 0)).toThrow(RangeError);
  });
});
