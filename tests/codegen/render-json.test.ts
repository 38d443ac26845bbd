import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  entriesInLines,
  inLines,
  parsedData,
  recordOnDemand,
  templateLiteral,
  withListInLines,
} from '../../src/codegen/render-json.ts';
import { parsedOnDemand } from '../../src/standard/on-demand.ts';

/** Text that ends a template literal, or fills one in, unless it is escaped. */
const TRICKY = ['`', '$', '{c}`'].join('');

/** What an expression of TypeScript, which these are without types, comes to. */
function evaluate(expression: string): unknown {
  return new Function('parsedOnDemand', `return ${expression};`)(parsedOnDemand);
}

describe('data written as JSON in code', () => {
  it('is the data again, whatever characters it holds', () => {
    const text = fc.string({
      unit: fc.constantFrom('`', '$', '{', '}', '\\', '\n', '"', 'ŵ', '\u2028', 'a'),
    });
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(text, fc.jsonValue())), (data) => {
        const json = JSON.stringify(data);
        expect(evaluate(templateLiteral(json))).toBe(json);
        expect(evaluate(parsedData(json))).toEqual(JSON.parse(json));
      }),
    );
  });

  it('is a record of what each member says', () => {
    const members = [
      ['a', JSON.stringify({ b: TRICKY })],
      ['/d/e', '[1]'],
    ] as const;
    expect({ ...(evaluate(recordOnDemand(members)) as object) }).toEqual({ a: { b: TRICKY }, '/d/e': [1] });
  });

  it('stands with one entry a line, so that a changed entry is a changed line', () => {
    expect(withListInLines('codes', { id: 'x', codes: [{ code: 'a' }, { code: 'b' }], last: true })).toBe(
      '{"id":"x","last":true,"codes":[\n    {"code":"a"},\n    {"code":"b"}\n  ]}',
    );
    expect(JSON.parse(inLines([]))).toEqual([]);
    expect(
      entriesInLines([
        ['a', 1],
        ['b', [2]],
      ]),
    ).toBe('{\n  "a": 1,\n  "b": [2]\n}');
  });
});
