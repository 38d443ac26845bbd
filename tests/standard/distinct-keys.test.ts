import { describe, expect, it } from 'vitest';
import { distinctKeys } from '../../src/standard/distinct-keys.ts';

describe('distinctKeys', () => {
  it('tells what it has seen from what it has not', () => {
    const keys = distinctKeys<number | string>();
    expect([1, 2, 1, 'a', 'a', 0, 2].map((key) => keys.isNew(key))).toEqual([
      true,
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it('remembers more keys than one set may hold', () => {
    const keys = distinctKeys<number>(3);
    for (let key = 0; key < 10; key += 1) expect(keys.isNew(key)).toBe(true);
    for (let key = 0; key < 10; key += 1) expect(keys.isNew(key)).toBe(false);
  });
});
