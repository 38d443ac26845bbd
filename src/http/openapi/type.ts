import type { Type as TypeBox } from 'typebox';

/** What a schema may say beside its shape. */
type Options = Readonly<Record<string, unknown>>;

/** The builders of TypeBox that shapes are written with. */
type Builders = Pick<
  typeof TypeBox,
  | 'Array'
  | 'Boolean'
  | 'Integer'
  | 'Intersect'
  | 'Literal'
  | 'Null'
  | 'Number'
  | 'Object'
  | 'Optional'
  | 'Record'
  | 'String'
  | 'Union'
  | 'Unknown'
  | 'Unsafe'
>;

/** Marks a property that may be left out; a symbol, so that no schema that is sent shows it. */
const OPTIONAL = Symbol('optional');

const BUILDERS = {
  Array: (items: object, options?: Options) => ({ type: 'array', items, ...options }),
  Boolean: (options?: Options) => ({ type: 'boolean', ...options }),
  Integer: (options?: Options) => ({ type: 'integer', ...options }),
  Intersect: (allOf: readonly object[], options?: Options) => ({ allOf, ...options }),
  Literal: (value: string | number | boolean, options?: Options) => ({
    type: typeof value,
    const: value,
    ...options,
  }),
  Null: (options?: Options) => ({ type: 'null', ...options }),
  Number: (options?: Options) => ({ type: 'number', ...options }),
  Object(properties: Readonly<Record<string, object>>, options?: Options) {
    const required = Object.keys(properties).filter((name) => !(OPTIONAL in (properties[name] as object)));
    return { type: 'object', ...(required.length > 0 ? { required } : {}), properties, ...options };
  },
  Optional: (schema: object) => Object.defineProperty({ ...schema }, OPTIONAL, { value: true }),
  Record: ({ pattern = '^.*$' }: { pattern?: string }, value: object, options?: Options) => ({
    type: 'object',
    patternProperties: { [pattern]: value },
    ...options,
  }),
  String: (options?: Options) => ({ type: 'string', ...options }),
  Union: (anyOf: readonly object[], options?: Options) => ({ anyOf, ...options }),
  Unknown: (options?: Options) => ({ ...options }),
  Unsafe: (schema: object) => schema,
};

/**
 * Builds JSON Schemas as TypeBox does and with its types, in the few forms that our shapes have. TypeBox itself comes in 373
 * files, which took a sixth of the time a service needs to start; its types cost nothing.
 */
export const Type = BUILDERS as unknown as Builders;
