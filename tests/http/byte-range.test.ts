import { expect, it } from 'vitest';
import { byteRangeOf } from '../../src/http/public/byte-range.ts';

it.each<[string | undefined, { start: number; end: number } | 'outside' | undefined]>([
  ['bytes=0-99', { start: 0, end: 99 }],
  ['bytes=0-0', { start: 0, end: 0 }],
  ['bytes=900-', { start: 900, end: 999 }],
  ['bytes=900-5000', { start: 900, end: 999 }],
  ['bytes=-100', { start: 900, end: 999 }],
  ['bytes=-5000', { start: 0, end: 999 }],
  ['bytes= 0 - 9', { start: 0, end: 9 }],
  [undefined, undefined],
  ['bytes=1000-', 'outside'],
  ['bytes=9-0', undefined],
  ['bytes=1000-5000', 'outside'],
  ['bytes=-0', 'outside'],
  ['bytes=-', undefined],
  ['bytes=0-1,5-9', undefined],
  ['bytes=a-b', undefined],
  ['bytes=0x1-9', undefined],
  ['lines=0-9', undefined],
  ['bytes=99999999999999999999-', 'outside'],
  ['bytes=0-99999999999999999999', { start: 0, end: 999 }],
])('of 1,000 bytes %s is %j', (header, range) => {
  expect(byteRangeOf(header, 1000)).toEqual(range);
});

it('has no part of an empty file', () => {
  for (const header of ['bytes=0-', 'bytes=-1', 'bytes=0-0']) expect(byteRangeOf(header, 0)).toBe('outside');
});
