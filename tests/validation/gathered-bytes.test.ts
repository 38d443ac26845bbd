import { expect, it } from 'vitest';
import { GatheredBytes } from '../../src/validation/gathered-bytes.ts';

const bytes = (...values: number[]) => Uint8Array.of(...values);

it('gives all that was gathered, in the spare memory it is given where there is room in it', () => {
  const gathered = new GatheredBytes();
  for (const piece of [bytes(1, 2), bytes(3)]) gathered.add(piece);
  const first = gathered.take();
  expect([[...first.bytes], first.length, gathered.byteLength]).toEqual([[1, 2, 3], 3, 0]);
  gathered.add(bytes(4, 5));
  const second = gathered.take(first.bytes);
  expect(second.bytes).toBe(first.bytes);
  expect([...second.bytes.subarray(0, second.length)]).toEqual([4, 5]);
  gathered.add(bytes(6, 7, 8, 9));
  const third = gathered.take(second.bytes);
  expect([[...third.bytes], third.length]).toEqual([[6, 7, 8, 9], 4]);
});
