import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AreaSums, addToArea, excessOf } from '../../../src/standard/rules/reading/area-sums.ts';

const sumsOf = (entries: readonly (readonly [area: string, count: number])[]): AreaSums => {
  const sums: AreaSums = new Map();
  for (const [row, [area, count]] of entries.entries()) addToArea(sums, area, row, count);
  return sums;
};

/** Where a thing is, and how much of that a system may know, narrowest first. */
const KNOWN_AS: Readonly<Record<string, readonly string[]>> = {
  W06000008: ['W06000008', 'W11000025', 'W92000004'],
  W06000009: ['W06000009', 'W11000025', 'W92000004'],
  W06000023: ['W06000023', 'W11000024', 'W92000004'],
  outside_area: ['outside_area'],
};

const things = fc.array(
  fc.constantFrom(...Object.keys(KNOWN_AS)).chain((area) => {
    const known = fc.constantFrom(...(KNOWN_AS[area] ?? []));
    return fc.record({ person: known, referral: known, also: fc.nat(2) });
  }),
);

describe('more counted in an area than it can hold', () => {
  it('is never found where each thing counted has its own, however coarsely the other is placed', () => {
    fc.assert(
      fc.property(things, (counted) => {
        const people = sumsOf(counted.map(({ person }) => [person, 1]));
        const referrals = sumsOf(
          counted.map(({ person, referral, also }) => [broader(person, referral), 1 + also]),
        );
        expect(excessOf(people, referrals)).toEqual([]);
      }),
    );
  });

  it('is found where the areas around have nothing to spare', () => {
    const people = sumsOf([
      ['W06000008', 5],
      ['W06000009', 4],
    ]);
    expect(
      excessOf(
        people,
        sumsOf([
          ['W06000008', 4],
          ['W06000009', 9],
        ]),
      ),
    ).toEqual([{ row: 0, count: 5, most: 4 }]);
  });

  it('is found once for the board where each authority alone could be right', () => {
    const people = sumsOf([
      ['W06000008', 5],
      ['W06000009', 5],
    ]);
    expect(
      excessOf(
        people,
        sumsOf([
          ['W06000008', 3],
          ['W06000009', 3],
          ['W11000025', 2],
        ]),
      ),
    ).toEqual([{ row: 0, count: 10, most: 8 }]);
  });

  it('reads a board with one authority as that authority', () => {
    expect(excessOf(sumsOf([['W06000023', 5]]), sumsOf([['W11000024', 4]]))).toEqual([
      { row: 0, count: 5, most: 4 },
    ]);
  });

  it('takes a code that no list holds for an area of its own', () => {
    expect(excessOf(sumsOf([['__proto__', 2]]), sumsOf([['constructor', 2]]))).toEqual([
      { row: 0, count: 2, most: 0 },
    ]);
  });
});

/** The broader of two names of one place. */
function broader(one: string, other: string): string {
  const ranks = Object.values(KNOWN_AS).find((names) => names.includes(one) && names.includes(other)) ?? [];
  return ranks.indexOf(one) > ranks.indexOf(other) ? one : other;
}
