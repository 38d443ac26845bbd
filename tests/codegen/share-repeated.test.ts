import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { shareRepeated } from '../../src/codegen/share-repeated.ts';

const TEXT = { type: 'string', enum: Array.from({ length: 30 }, (_, index) => `code_${index}`) };
const PART = { type: 'object', required: ['text'], properties: { text: TEXT, flag: { type: 'boolean' } } };
const DOCUMENT = {
  $id: 'https://example.org/document',
  type: 'object',
  properties: { one: PART, two: PART, three: { type: 'array', items: PART }, four: { type: 'boolean' } },
};

describe('shareRepeated', () => {
  it('writes a part that stands in several places once, and what is short where it stands', () => {
    const shared = shareRepeated(DOCUMENT);
    expect(shared.$defs).toEqual({ shared_1: PART });
    expect(shared.properties).toEqual({
      one: { $ref: '#/$defs/shared_1' },
      two: { $ref: '#/$defs/shared_1' },
      three: { type: 'array', items: { $ref: '#/$defs/shared_1' } },
      four: { type: 'boolean' },
    });
  });

  it('leaves alone a schema in which nothing stands twice', () => {
    expect(shareRepeated(PART)).toBe(PART);
  });

  it.each([
    { one: { text: 'code_1' }, three: [{ text: 'code_2', flag: true }] },
    { one: { text: 'code_99' } },
    { two: {} },
    { three: [{ text: 'code_1' }, { flag: 'no' }], four: 1 },
  ])('changes nothing that %j is told', (value) => {
    const told = (schema: object) => {
      const validate = new Ajv2020({ allErrors: true, inlineRefs: false }).compile(schema);
      validate(value);
      return (validate.errors ?? []).map(({ instancePath, keyword, params }) => ({
        instancePath,
        keyword,
        params,
      }));
    };
    expect(told(shareRepeated(DOCUMENT))).toEqual(told(DOCUMENT));
  });
});
