import { Type as TypeBox } from 'typebox';
import { expect, it } from 'vitest';
import { Type } from '../../src/http/openapi/type.ts';

/** Every builder, with options and without, in the ways that shapes nest them. */
function shapes(type: typeof Type): Record<string, object> {
  const text = type.String({ description: 'text', 'x-cy': 'testun' });
  return {
    text,
    array: type.Array(type.Integer({ minimum: 1 }), { maxItems: 3 }),
    literals: type.Union([type.Literal('a'), type.Literal(1), type.Literal(false), type.Null()], {
      title: 't',
    }),
    both: type.Intersect([type.Object({ a: text }), type.Object({ b: type.Number() })]),
    record: type.Record(type.String(), type.Boolean(), { description: 'any' }),
    patterned: type.Record(type.String({ pattern: '^[a-z]+$' }), type.Unknown()),
    unsafe: type.Unsafe({ type: ['string', 'null'] }),
    object: type.Object(
      { needed: text, spared: type.Optional(text), also: type.Optional(type.Array(text)) },
      { additionalProperties: false },
    ),
    none: type.Object({}),
    allSpared: type.Object({ spared: type.Optional(type.Unsafe({ type: 'integer' })) }),
  };
}

it('builds the same schemas as TypeBox, to the byte', () => {
  expect(JSON.stringify(shapes(Type))).toBe(JSON.stringify(shapes(TypeBox)));
});

it('leaves what is made optional in one place required in others', () => {
  const text = Type.String();
  Type.Object({ spared: Type.Optional(text) });
  expect(Type.Object({ needed: text })).toMatchObject({ required: ['needed'] });
});
