import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/standard/read/cell.ts';
import { type JsonListener, readJson } from '../../../src/standard/read/json-grammar.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** Reads a text, in pieces of the length given, and writes down what the listener is told. */
function read(bytes: Uint8Array, pieceLength = bytes.length || 1) {
  const told: string[] = [];
  const listener: JsonListener = {
    startObject: () => told.push('{'),
    startArray: () => told.push('['),
    end: () => told.push('end'),
    key: (name) => told.push(`key ${name}`),
    scalar: (value: Cell) => told.push(`= ${String(value)}`),
  };
  const grammar = readJson(listener);
  for (let at = 0; at < bytes.length; at += pieceLength) grammar.write(bytes.subarray(at, at + pieceLength));
  grammar.end();
  return { told, fault: grammar.fault };
}

/** Whether JSON.parse reads the text. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('readJson', () => {
  it('tells a listener what a text holds, in its order', () => {
    const { told, fault } = read(encode('{"a": [1, "ŵ", null], "b": {}, "c": -2.5e1, "d": false}'));
    expect(fault).toBeNull();
    expect(told.join(' ')).toBe('{ key a [ = 1 = ŵ = null end key b { end key c = -25 key d = false end');
  });

  it.each([
    ['a trailing comma in an object', '{"a":1,}', 1],
    ['a trailing comma in a list', '[1,\n]', 2],
    ['a missing comma', '{"a":1\n\n"b":2}', 3],
    ['a missing colon', '{"a" 1}', 1],
    ['a missing value', '{"a":}', 1],
    ['a comma in place of a value', '[,1]', 1],
    ['brackets that cross', '[{]}', 1],
    ['a bracket too many', '[1]]', 1],
    ['two values', '{} {}', 1],
    ['a key that is no text', '{1:2}', 1],
    ['single quotes', "{'a':1}", 1],
    ['a comment', '\n\n// no\n{}', 3],
    ['a leading zero', '[012]', 1],
    ['a plus sign', '[+1]', 1],
    ['a bare point', '[.5]', 1],
    ['NaN', '[NaN]', 1],
    ['a word', 'nulL', 1],
    ['a line break in a text', '["a\nb"]', 1],
    ['an unknown escape', '["\\x"]', 1],
    ['a letter outside ASCII between values', '[1,é]', 1],
  ])('refuses %s and says on which line', (_, text, line) => {
    expect(read(encode(text)).fault).toEqual({ rule: 'json-well-formed', line });
  });

  it.each([
    ['{'],
    ['{"a"'],
    ['{"a":'],
    ['{"a":1'],
    ['["abc'],
    ['["abc\\'],
    ['[tru'],
    ['[1'],
    ['[-'],
    ['"a'],
    ['[1,'],
  ])('says of %j that it is not complete', (text) => {
    expect(read(encode(text)).fault?.rule).toBe('json-complete');
  });

  it.each(['', ' ', '\n\t\r\n'])('says of %j that there is nothing in it', (text) => {
    expect(read(encode(text)).fault?.rule).toBe('file-not-empty');
  });

  it.each([
    ['a letter of Windows-1252', [0x5b, 0x22, 0xf4, 0x6c, 0x65, 0x22, 0x5d]],
    ['half a letter', [0x5b, 0x22, 0xc3, 0x22, 0x5d]],
    ['an overlong form', [0x5b, 0x22, 0xc0, 0xaf, 0x22, 0x5d]],
    ['half of a pair', [0x5b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x5d]],
  ])('says of text with %s that it is not UTF-8', (_, bytes) => {
    expect(read(new Uint8Array(bytes)).fault?.rule).toBe('text-is-utf-8');
  });

  it('accepts twelve levels and refuses a thirteenth', () => {
    expect(read(encode('['.repeat(12) + ']'.repeat(12))).fault).toBeNull();
    expect(read(encode('['.repeat(13) + ']'.repeat(13))).fault).toEqual({
      rule: 'json-nesting-limited',
      line: 1,
    });
  });

  it('tells nothing more after the thirteenth of a million levels', () => {
    const { told, fault } = read(encode('['.repeat(1_000_000)), 65_536);
    expect([told.length, fault?.rule]).toEqual([12, 'json-nesting-limited']);
  });

  it('gives up a text that has not ended after a megabyte', () => {
    const { fault, told } = read(encode(`["${'x'.repeat(3_000_000)}`), 65_536);
    expect([fault?.rule, told]).toEqual(['json-text-limited', ['[']]);
  });

  it('counts lines across pieces', () => {
    const text = `${'[1,\n2,\r\n'.repeat(1)}${'3,\n'.repeat(500)}x`;
    for (const pieceLength of [1, 7, 64, 10_000]) {
      expect(read(encode(text), pieceLength).fault).toEqual({ rule: 'json-well-formed', line: 503 });
    }
  });

  it('passes on a failure of its listener, which is ours and not the text’s', () => {
    const grammar = readJson({
      startObject() {
        throw new TypeError('a fault of ours');
      },
      startArray: () => undefined,
      end: () => undefined,
      key: () => undefined,
      scalar: () => undefined,
    });
    expect(() => grammar.write(encode('{}'))).toThrow('a fault of ours');
  });

  it('reads whatever JSON.stringify writes, in pieces of any length', () => {
    const value = fc.jsonValue({ maxDepth: 5 });
    fc.assert(
      fc.property(value, fc.integer({ min: 1, max: 20 }), (json, pieceLength) => {
        const bytes = encode(JSON.stringify(json));
        const whole = read(bytes);
        expect(whole.fault).toBeNull();
        expect(read(bytes, pieceLength)).toEqual(whole);
      }),
    );
  });

  it('reads strings as JSON.parse does, however they are written', () => {
    const escaped = fc.constantFrom('\\n', '\\/', '\\"', '\\u00e9', '\\uD83D\\ude00', '\\ud800', '\\u0000');
    const plain = fc.constantFrom('a', 'ŵ', '\u00e9', '\ufeff', '😀', 'W06000001', '\u2028', '\u007f');
    fc.assert(
      fc.property(fc.array(fc.oneof(escaped, plain)), fc.integer({ min: 1, max: 9 }), (pieces, length) => {
        const text = `["${pieces.join('')}"]`;
        expect(read(encode(text), length)).toEqual({
          told: ['[', `= ${JSON.parse(text)[0]}`, 'end'],
          fault: null,
        });
      }),
    );
  });

  it('takes no text for another that was read before', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ŵ', '1'), maxLength: 5 }), {
      minLength: 50,
      maxLength: 400,
    });
    fc.assert(
      fc.property(texts, (all) => {
        const expected = ['[', ...all.map((text) => `= ${text}`), 'end'];
        expect(read(encode(JSON.stringify(all))).told).toEqual(expected);
      }),
      { numRuns: 30 },
    );
    // The byte of a letter of Windows-1252 after the same letter in UTF-8.
    const bytes = [...encode('["é","'), 0xe9, ...encode('"]')];
    expect(read(new Uint8Array(bytes))).toMatchObject({
      told: ['[', '= é'],
      fault: { rule: 'text-is-utf-8' },
    });
  });

  it('judges a text with one byte changed as a strict decoder and JSON.parse do', () => {
    const isWellFormed = (bytes: Uint8Array): boolean => {
      try {
        JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
        return true;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 4 }),
        fc.nat(),
        fc.nat(255),
        fc.nat(30),
        (json, place, byte, length) => {
          const bytes = encode(JSON.stringify(json, null, 1));
          bytes[place % bytes.length] = byte;
          expect([bytes, read(bytes, length + 1).fault === null]).toEqual([bytes, isWellFormed(bytes)]);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('accepts of any text just what JSON.parse accepts, nesting aside', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'null',
      ' ',
      '\n',
      '\\u00e9',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect([text, read(encode(text)).fault === null]).toEqual([text, isJson(text)]);
      }),
      { numRuns: 3_000 },
    );
  });
});
