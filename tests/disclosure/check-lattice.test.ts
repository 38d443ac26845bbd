import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CategorySystem } from '../../src/disclosure/categories.ts';
import {
  checkRemainingVariance,
  inverseDiagonal,
  LEAST_REMAINING_VARIANCE,
  leastVariance,
} from '../../src/disclosure/check-lattice.ts';
import { AREA, systemOf } from '../../src/disclosure/lattice.ts';
import { TABLE_NAMES } from '../../src/standard/generated/tables.ts';
import { flatList, madeCode, madeList } from './made-lists.ts';
import { figureOf } from './made-places.ts';
import { choicesOf } from './standard-systems.ts';

/** V + 25/12: the variance of the noise and of rounding to 5. */
const OF_ONE_FIGURE = 3 + 25 / 12;
const ANY = { level: null, codes: null };
const flat = (size: number) => new CategorySystem(flatList(size), ANY, []);

/** Every category once and everyone once: I + J. */
function readOnce(size: number): number[][] {
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => (row === column ? 2 : 1)),
  );
}

function productOf(left: number[][], right: number[][]): number[][] {
  return left.flatMap((row) =>
    right.map((other) => row.flatMap((value) => other.map((factor) => value * factor))),
  );
}

describe('the diagonal of an inverse', () => {
  it('gives .47619 for the cell of a cube of 8, 3, 6 and 5 categories, every margin read once', () => {
    const factors = [8, 3, 6, 5].map((size) => inverseDiagonal(readOnce(size))[0] as number);
    expect(factors.reduce((product, factor) => product * factor)).toBeCloseTo(0.47619, 5);
  });

  it('is the product of those of its dimensions for a whole cube', () => {
    const cube = productOf(productOf(readOnce(3), readOnce(2)), readOnce(4));
    const expected = (3 / 4) * (2 / 3) * (4 / 5);
    for (const value of inverseDiagonal(cube)) expect(value).toBeCloseTo(expected, 12);
  });

  it('is that of any matrix that can be worked out by hand', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 1 }), (diagonal) => {
        const matrix = diagonal.map((value, row) =>
          diagonal.map((_, column) => (row === column ? value : 0)),
        );
        const inverse = inverseDiagonal(matrix);
        for (const [index, value] of diagonal.entries()) expect(inverse[index]).toBeCloseTo(1 / value, 9);
      }),
    );
    // The determinant is 11; by hand, the cofactors of the diagonal are 5, 11 and 3.
    const matrix = [
      [2, 0, 1],
      [0, 1, 0],
      [1, 0, 6],
    ];
    inverseDiagonal(matrix).forEach((value, index) => {
      expect(value).toBeCloseTo([6 / 11, 1, 2 / 11][index] as number, 12);
    });
    expect(matrix[0]).toEqual([2, 0, 1]);
  });

  it('leaves the 22 authorities of Wales in 7 boards from .65 to .854 of the variance', () => {
    const sizes = [6, 1, 3, 5, 2, 3, 2];
    const boardOf = sizes.flatMap((size, board) => Array.from({ length: size }, () => board));
    const information = boardOf.map((board, row) =>
      boardOf.map((other, column) => {
        const own = row === column ? 1 : 0;
        // A board with one authority is that authority, and is read once.
        const shared = board === other && (sizes[board] as number) > 1 ? 1 : 0;
        return own + shared + 1;
      }),
    );
    const diagonal = inverseDiagonal(information);
    expect(Math.min(...diagonal)).toBeCloseTo(0.65, 3);
    expect(Math.max(...diagonal)).toBeCloseTo(0.854, 3);
  });
});

describe('the least variance of sets of dimensions', () => {
  it('is (V + 25/12) · Π k/(k+1) for dimensions of one level', () => {
    const sets = [[flat(8), flat(3), flat(6), flat(5)]];
    expect(leastVariance('made', sets, 1)).toBeCloseTo(OF_ONE_FIGURE * 0.47619, 4);
    expect(leastVariance('made', sets, 4 / 5)).toBeCloseTo(OF_ONE_FIGURE * 0.47619 * 0.8, 4);
  });

  it('is that of the set that leaves least', () => {
    expect(leastVariance('made', [[flat(2)], [flat(2), flat(3)], [flat(9)]], 1)).toBeCloseTo(
      OF_ONE_FIGURE * (2 / 3) * (3 / 4),
      9,
    );
  });

  it('counts a blank as a category', () => {
    const system = new CategorySystem(flatList(3), ANY, ['not_known']);
    expect(leastVariance('made', [[system]], 1)).toBeCloseTo(OF_ONE_FIGURE * 0.8, 9);
  });

  it('counts each group once, for the category that is known best', () => {
    // g holds a, b and rows sent as g; h is c. Read: each of the four, g, and everyone. By hand 8/11 for those
    // in g, and 7/11 for c, which is what everyone leaves once g is known.
    const codes = [
      madeCode('g', 'broad'),
      madeCode('a', 'fine', 'g'),
      madeCode('b', 'fine', 'g'),
      madeCode('h', 'broad'),
      madeCode('c', 'fine', 'h'),
    ];
    const system = new CategorySystem(madeList(['broad', 'fine'], codes), ANY, []);
    const information = [
      [3, 2, 2, 1],
      [2, 3, 2, 1],
      [2, 2, 3, 1],
      [1, 1, 1, 2],
    ];
    for (const [index, share] of inverseDiagonal(information).entries()) {
      expect(share).toBeCloseTo(([8, 8, 8, 7][index] as number) / 11, 9);
    }
    expect(leastVariance('made', [[system]], 1)).toBeCloseTo((OF_ONE_FIGURE * 7) / 11, 9);
  });

  it('is the same with a level that only repeats another', () => {
    const codes = [madeCode('a', 'broad'), madeCode('b', 'broad'), madeCode('c', 'broad')];
    const repeated = new CategorySystem(madeList(['broad', 'fine'], codes), ANY, []);
    expect(leastVariance('made', [[repeated]], 1)).toBeCloseTo(OF_ONE_FIGURE * (3 / 4), 9);
  });
});

describe('a table whose margins can be averaged away', () => {
  it('is refused: too many small dimensions', () => {
    const two = flat(2);
    expect(leastVariance('planted', [[two, two, two, two]], 1)).toBeCloseTo(1.0041, 4);
    expect(() => leastVariance('planted', [[two], [two, two, two, two, two]], 1)).toThrow(
      new RangeError('The margins of planted can be averaged down to a variance of 0.67'),
    );
    expect(() => leastVariance('planted', [[two, two, two, two]], 4 / 5)).toThrow(RangeError);
  });

  it('is refused below a variance of 1 and not at it', () => {
    expect(LEAST_REMAINING_VARIANCE).toBe(1);
    expect(leastVariance('made', [[]], 1 / OF_ONE_FIGURE)).toBe(1);
    expect(() => leastVariance('made', [[]], 0.999 / OF_ONE_FIGURE)).toThrow(RangeError);
  });
});

describe.each(TABLE_NAMES)('%s', (table) => {
  it.each(choicesOf(table))('leaves a variance of at least 1 with %o', (selectors) => {
    expect(checkRemainingVariance(table, selectors)).toBeGreaterThanOrEqual(LEAST_REMAINING_VARIANCE);
  });
});

it('counts the area of every cell', () => {
  const areas = systemOf(figureOf('outcome_coverage', AREA), {});
  expect(checkRemainingVariance('outcome_coverage', { breakdown: 'all' })).toBeCloseTo(
    leastVariance('made', [[areas]], 4 / 5),
    9,
  );
});

it('counts the year as a fifth draw where a count is published for both quarter and year', () => {
  const everyone = checkRemainingVariance('outcome_coverage', { breakdown: 'all' });
  // Sex has three codes and three blanks.
  expect(checkRemainingVariance('outcome_coverage', { breakdown: 'sex' })).toBeCloseTo(everyone * (6 / 7), 9);
  const rurality = checkRemainingVariance('characteristics', { characteristic: 'rurality' });
  expect(rurality).toBeCloseTo((everyone / (4 / 5)) * (5 / 6) * (6 / 7), 9);
});
