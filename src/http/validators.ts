import { Ajv2020, type AnySchemaObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

interface RouteSchema {
  readonly schema: unknown;
  readonly httpPart?: string;
}

/**
 * The validators of every route, for Fastify's `schemaController`.
 *
 * Query strings and paths are text, so numbers in them must be converted. Bodies are data: converting or
 * trimming one would store something that the sender did not send.
 *
 * @param when - At once, so that a schema that is not one or cannot be compiled stops whoever builds the application; or
 *   when they are asked, with the first request of a route, so that a service does not start with work for all of them.
 */
export function validatorsThat(when: 'compile-at-once' | 'compile-when-asked') {
  return (shared: unknown): ((route: unknown) => ValidateFunction) => {
    const schemas = Object.values(shared as Record<string, AnySchemaObject>);
    // The schema of schemas takes longer to compile than all of ours.
    const checks = when === 'compile-at-once' ? {} : { meta: false, validateSchema: false };
    const body = once(() => newAjv(schemas, checks));
    const text = once(() => newAjv(schemas, { ...checks, coerceTypes: 'array', useDefaults: true }));
    // Fastify's types take what it hands over for a bare schema.
    return (given) => {
      const { schema, httpPart } = given as RouteSchema;
      const route = schema as AnySchemaObject;
      const compile = () => {
        const ajv = httpPart === 'body' ? body() : text();
        return (route.$id === undefined ? undefined : ajv.getSchema(route.$id)) ?? ajv.compile(route);
      };
      return when === 'compile-at-once' ? compile() : compiledWhenAsked(compile);
    };
  };
}

/** What is wrong stands beside it until it is called again, as with Ajv's own. */
function compiledWhenAsked(compile: () => ValidateFunction): ValidateFunction {
  const compiled = once(compile);
  const validate = (data: unknown): boolean => {
    const isValid = compiled()(data);
    validate.errors = compiled().errors;
    return isValid;
  };
  validate.errors = undefined as ValidateFunction['errors'];
  // Fastify calls it and reads its errors, and nothing else of Ajv's.
  return validate as ValidateFunction;
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function newAjv(schemas: readonly AnySchemaObject[], options: Options): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictTuples: false,
    strictRequired: false,
    allowUnionTypes: true,
    allErrors: true,
    removeAdditional: false,
    // Each is run a few times a second and compiled at every start.
    code: { optimize: false },
    ...options,
  });
  addFormats.default(ajv);
  const annotations = new Set<string>(['x-cy', 'example']);
  for (const schema of schemas) collectAnnotations(schema, annotations);
  ajv.addVocabulary([...annotations]);
  for (const schema of schemas) ajv.addSchema(schema);
  return ajv;
}

/** Our schemas say more than Ajv understands; in strict mode it wants each such keyword announced. */
function collectAnnotations(node: unknown, found: Set<string>): void {
  if (Array.isArray(node)) {
    for (const item of node) collectAnnotations(item, found);
  } else if (typeof node === 'object' && node !== null) {
    for (const [key, child] of Object.entries(node)) {
      if (key.startsWith('x-')) found.add(key);
      else collectAnnotations(child, found);
    }
  }
}
