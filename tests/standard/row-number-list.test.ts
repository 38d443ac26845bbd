import fc from 'fast-check';
import { expect, it } from 'vitest';
import { listRowNumbers } from '../../src/standard/row-number-list.ts';

it('gives back the number that each row was said to have', () => {
  const steps = fc.array(fc.constantFrom(1, 1, 1, 2, 500), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(steps, (increments) => {
      const list = listRowNumbers();
      let number = 0;
      const numbers = increments.map((increment) => {
        number += increment;
        return number;
      });
      for (const [index, each] of numbers.entries()) list.note(index, each);
      expect(numbers.map((_, index) => list.numberOf(index))).toEqual(numbers);
    }),
  );
});

it('knows nothing of a row of which nothing was said', () => {
  expect(listRowNumbers().numberOf(0)).toBeNull();
});
