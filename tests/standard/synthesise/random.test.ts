import { describe, expect, it } from 'vitest';
import { randomOf, xoshiro128StarStar } from '../../../src/standard/synthesise/random.ts';
import { draw, weightsOf } from '../../../src/standard/synthesise/weights.ts';

describe('random numbers', () => {
  it('follow the reference generator word for word', () => {
    const next = xoshiro128StarStar([1, 2, 3, 4]);
    const words = Array.from({ length: 10 }, next);
    // The numbers that the authors' C code gives for the state 1, 2, 3, 4.
    expect(words).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('depend on every part of the key and on nothing else', () => {
    const draws = (...key: (string | number)[]) => {
      const random = randomOf(...key);
      return Array.from({ length: 8 }, () => random.below(1000));
    };
    expect(draws(1, '7A7', 8104)).toEqual(draws(1, '7A7', 8104));
    for (const other of [draws(2, '7A7', 8104), draws(1, '7A3', 8104), draws(1, '7A7', 8105)]) {
      expect(other).not.toEqual(draws(1, '7A7', 8104));
    }
  });

  it('fall evenly below any limit', () => {
    const random = randomOf('even');
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let index = 0; index < 70_000; index += 1) {
      const value = random.below(7);
      counts[value] = (counts[value] ?? 0) + 1;
    }
    expect(counts).toHaveLength(7);
    // Five standard deviations of a count of 10,000 are 463.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(463);
  });

  it('draw codes as often as their weights say, and a weight of 0 never', () => {
    const random = randomOf('weights');
    const weights = weightsOf({ often: 3, seldom: 1, never: 0 });
    const drawn = Array.from({ length: 40_000 }, () => draw(weights, random));
    expect(drawn).not.toContain('never');
    // Five standard deviations of a count of 30,000 in 40,000 are 433.
    expect(Math.abs(drawn.filter((code) => code === 'often').length - 30_000)).toBeLessThan(433);
  });

  it.each([{ a: -1 }, { a: 1.5 }, { a: 0 }, {}])('refuse the weights %j', (shares) => {
    expect(() => weightsOf(shares)).toThrow(RangeError);
  });
});
