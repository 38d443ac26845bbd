import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctNumbers } from '../../src/standard/distinct-numbers.ts';

const LARGEST = Number.MAX_SAFE_INTEGER;

describe('distinctNumbers', () => {
  it.each([
    ['small', 2 ** 32 - 1],
    ['large', LARGEST],
  ])('tells exactly what it has seen from what it has not, for any %s numbers', (_, bound) => {
    const number = fc.oneof(
      fc.maxSafeNat().map((any) => any % bound),
      fc.integer({ min: 0, max: 20 }),
    );
    fc.assert(
      fc.property(fc.array(number, { maxLength: 3_000 }), (numbers) => {
        const keys = distinctNumbers(bound);
        const seen = new Set<number>();
        for (const key of numbers) {
          expect(keys.isNew(key)).toBe(!seen.has(key));
          seen.add(key);
        }
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['one after another', 1, 2 ** 31],
    ['equal in their low 32 bits', 2 ** 32, LARGEST],
    ['equal in their low 20 bits', 2 ** 20, LARGEST],
  ])('remembers many numbers that are %s', (_, step, bound) => {
    const keys = distinctNumbers(bound);
    const numbers = Array.from({ length: 50_000 }, (__, index) => index * step);
    expect(numbers.filter((key) => keys.isNew(key))).toHaveLength(50_000);
    expect(numbers.filter((key) => keys.isNew(key))).toEqual([]);
  });

  it.each([
    ['zero', 0, 2 ** 31],
    ['the largest number below 2^32', 2 ** 32 - 2, 2 ** 32 - 1],
    ['the largest number below 2^53', LARGEST - 1, LARGEST],
  ])('remembers %s', (_, key, bound) => {
    const keys = distinctNumbers(bound);
    expect([keys.isNew(key), keys.isNew(key)]).toEqual([true, false]);
  });
});
