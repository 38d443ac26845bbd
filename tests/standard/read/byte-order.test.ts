import { describe, expect, it } from 'vitest';
import { textStartOf } from '../../../src/standard/read/byte-order.ts';

describe('textStartOf', () => {
  it.each([
    ['plain text', [0x7b, 0x22, 0x73], 'utf-8', 0],
    ['a mark of UTF-8', [0xef, 0xbb, 0xbf, 0x7b], 'utf-8', 3],
    ['half a mark of UTF-8', [0xef, 0xbb], 'utf-8', 0],
    ['nothing', [], 'utf-8', 0],
    ['one character', [0x7b], 'utf-8', 0],
    ['a mark of UTF-16, low byte first', [0xff, 0xfe, 0x7b, 0x00], 'utf-16', 2],
    ['a mark of UTF-16, high byte first', [0xfe, 0xff, 0x00, 0x7b], 'utf-16', 2],
    ['UTF-16 without a mark, low byte first', [0x7b, 0x00], 'utf-16', 0],
    ['UTF-16 without a mark, high byte first', [0x00, 0x7b], 'utf-16', 0],
    ['UTF-32', [0x00, 0x00, 0x00, 0x7b], 'utf-16', 0],
  ])('tells %s', (_, bytes, encoding, markLength) => {
    expect(textStartOf(new Uint8Array(bytes))).toEqual({ encoding, markLength });
  });
});
