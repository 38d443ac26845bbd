import { describe, expect, it } from 'vitest';
import { distinctTexts } from '../../src/standard/distinct-keys.ts';

describe('distinctTexts', () => {
  it('tells what it has seen from what it has not', () => {
    const keys = distinctTexts();
    expect(['1', 'a', '1', 'a', ''].map((key) => keys.isNew(key))).toEqual([true, true, false, false, true]);
  });

  it('remembers more keys than one set may hold', () => {
    const keys = distinctTexts(3);
    for (let key = 0; key < 10; key += 1) expect(keys.isNew(String(key))).toBe(true);
    for (let key = 0; key < 10; key += 1) expect(keys.isNew(String(key))).toBe(false);
  });
});
