import { compile } from 'json-schema-to-typescript';
import { type Operation, readOperations } from './read-operations.ts';
import type { JsonObject } from './read-schema.ts';
import { pascalCase } from './render-data.ts';

const NOTICE = '// Written by `npm run generate` from openapi/. Do not edit.\n';

/** Components that the standard has types of already: what the service sends has the same shape by test. */
const OF_THE_STANDARD: ReadonlyMap<string, string> = new Map([
  ['Finding', 'Finding'],
  ['Report', 'Report'],
]);

/** Words in both languages, wherever they stand. */
const TEXT_KEYS = '["cy","en"]';

/** As many parameters in common are written once. */
const WORTH_SHARING = 10;

interface Named {
  readonly name: string;
  readonly source: string;
}

/**
 * Writes the types of the client: one of each distinct answer, and what each operation takes and gives.
 *
 * @param document - The English OpenAPI document.
 */
export async function renderClientTypes(document: JsonObject): Promise<string> {
  const operations = readOperations(document);
  const components = (document.components as { schemas: Record<string, JsonObject> }).schemas;
  const used = new Map<string, JsonObject>();
  const answers = nameAnswers(operations, components, used);
  const parameters = nameParameters(operations);
  const declared = [
    ...answers.declared,
    ...operations.flatMap((each) => bodyOf(each, components, used) ?? []),
  ];
  for (const [name, schema] of used) declared.push({ name, schema: simplify(schema, components, used) });
  const problem = components.Problem;
  if (problem === undefined) throw new Error('The OpenAPI document has no Problem');
  declared.push({ name: 'Problem', schema: simplify(problem, components, used) });
  const types = await Promise.all(foldKnown(declared).map(compileType));
  return [
    `${NOTICE}import type { Finding, Report } from '../../../standard/finding.ts';`,
    "import type { Text } from '../../../standard/text.ts';\n",
    ...types.map(({ source }) => source),
    ...parameters.declared,
    renderOperations(operations, answers.nameOf, parameters.nameOf),
    renderAddresses(operations),
  ].join('\n');
}

interface Declared {
  readonly name: string;
  readonly schema: JsonObject;
}

/** A name for each answer; operations that answer with the same share it. */
function nameAnswers(
  operations: readonly Operation[],
  components: Readonly<Record<string, JsonObject>>,
  used: Map<string, JsonObject>,
) {
  const schemas = new Map(operations.map(({ id, answer }) => [id, simplify(answer, components, used)]));
  const names = nameShapes(schemas, 'Answer');
  const declared = new Map<string, Declared>();
  const nameOf = new Map<string, string>();
  for (const [id, schema] of schemas) {
    const name = typeof schema.tsType === 'string' ? schema.tsType : (names.get(id) as string);
    nameOf.set(id, name);
    if (schema.tsType === undefined) declared.set(name, { name, schema });
  }
  return { declared: [...declared.values()], nameOf };
}

/** What the operations of one kind, one for each table, are called together. */
const KINDS: Readonly<Record<string, string>> = { query: 'Figures', describe: 'Dimensions' };

/**
 * A name for the schema of each operation: `listReleases` gives `Releases`, and `query_profiles`, where others of its
 * kind have the same schema, `Figures`.
 */
function nameShapes(schemas: ReadonlyMap<string, object>, ending: string): ReadonlyMap<string, string> {
  const shapes = [...schemas.values()].map((schema) => JSON.stringify(schema));
  return new Map(
    [...schemas].map(([id, schema]) => {
      const shape = JSON.stringify(schema);
      const isShared = shapes.filter((each) => each === shape).length > 1;
      const kind = KINDS[id.split('_')[0] ?? ''];
      const own = pascalCase(id.replace(/^(get|list)(?=[A-Z])/, ''));
      return [id, `${isShared && kind !== undefined ? kind : own}${ending}`];
    }),
  );
}

/** An interface of what each operation takes; one that takes all that another does extends it. */
function nameParameters(operations: readonly Operation[]) {
  const nameOf = new Map<string, string>();
  const written: { name: string; keys: ReadonlySet<string> }[] = [];
  const declared: string[] = [];
  const taking = operations.filter(({ parameters }) => parameters.size > 0);
  const names = nameShapes(new Map(taking.map(({ id, parameters }) => [id, [...parameters]])), 'Parameters');
  for (const { id, parameters, required } of taking) {
    const name = names.get(id) as string;
    const isDeclared = [...nameOf.values()].includes(name);
    nameOf.set(id, name);
    if (isDeclared) continue;
    const base = written.find(({ keys }) => [...keys].every((key) => parameters.has(key)));
    const own = [...parameters].filter(([key]) => !base?.keys.has(key));
    const fields = own.map(([key, schema]) => fieldOf(key, schema, required.includes(key)));
    const heading = base === undefined ? name : `${name} extends ${base.name}`;
    declared.push(`export interface ${heading} {\n${fields.join('')}}\n`);
    if (parameters.size >= WORTH_SHARING) written.push({ name, keys: new Set(parameters.keys()) });
  }
  return { declared, nameOf };
}

function fieldOf(key: string, schema: JsonObject, isRequired: boolean): string {
  const words =
    typeof schema.description === 'string' ? `  /** ${schema.description.replaceAll('*/', '* /')} */\n` : '';
  return `${words}  readonly ${key}${isRequired ? '' : '?'}: ${plainType(schema)}${isRequired ? '' : ' | undefined'};\n`;
}

/** The type of what a query or a path can hold. */
function plainType(schema: JsonObject): string {
  if (Array.isArray(schema.enum)) return schema.enum.map((code) => `'${code}'`).join(' | ');
  if (schema.type === 'array') return `readonly ${plainType(schema.items as JsonObject)}[]`;
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  return schema.type === 'boolean' ? 'boolean' : 'string';
}

function bodyOf(
  { id, body }: Operation,
  components: Readonly<Record<string, JsonObject>>,
  used: Map<string, JsonObject>,
): Declared | null {
  return body === null ? null : { name: `${pascalCase(id)}Body`, schema: simplify(body, components, used) };
}

/**
 * A copy of a schema from which the compiler makes one type and no more: without titles, examples and Welsh, and
 * with the name of a type where a schema is referred to.
 */
function simplify(
  node: JsonObject,
  components: Readonly<Record<string, JsonObject>>,
  used: Map<string, JsonObject>,
): JsonObject {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const { $id: _, title: __, example: ___, examples: ____, 'x-cy': _____, ...schema } = value as JsonObject;
    if (typeof schema.$ref === 'string') return { tsType: nameOfReference(schema.$ref) };
    const properties = schema.properties as JsonObject | undefined;
    if (properties !== undefined && JSON.stringify(Object.keys(properties).sort()) === TEXT_KEYS) {
      return { ...(schema.description ? { description: schema.description } : {}), tsType: 'Text' };
    }
    const walked = Object.entries(schema).map(([key, child]) => [
      key,
      key === 'properties' ? mapValues(child as JsonObject, walk) : walk(child),
    ]);
    return Object.fromEntries(walked);
  };
  const nameOfReference = (reference: string): string => {
    const name = reference.split('/').at(-1) ?? '';
    const known = OF_THE_STANDARD.get(name);
    if (known !== undefined) return known;
    const component = components[name];
    if (component === undefined)
      throw new Error(`The OpenAPI document refers to ${reference}, which it lacks`);
    used.set(name, component);
    return name;
  };
  return walk(node) as JsonObject;
}

/** Writes the name of a type wherever its schema stands within another, such as one list among all. */
function foldKnown(declared: readonly Declared[]): Declared[] {
  const names = new Map(declared.map(({ name, schema }) => [shapeOf(schema), name]));
  const fold = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(fold);
    if (typeof value !== 'object' || value === null) return value;
    const name = names.get(shapeOf(value));
    return name === undefined ? mapValues(value as JsonObject, fold) : { tsType: name };
  };
  return declared.map(({ name, schema }) => ({ name, schema: mapValues(schema, fold) }));
}

function shapeOf(schema: object): string {
  return JSON.stringify({ ...schema, description: undefined });
}

function mapValues(object: JsonObject, change: (value: unknown) => unknown): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

async function compileType({ name, schema }: Declared): Promise<Named> {
  const source = await compile(schema, name, {
    bannerComment: '',
    additionalProperties: false,
    format: false,
    declareExternallyReferenced: true,
  });
  if (new RegExp(`(interface|type) ${name}\\d`).test(source)) {
    throw new Error(`${name} is made into several types with numbers`);
  }
  return { name, source };
}

function renderOperations(
  operations: readonly Operation[],
  answers: ReadonlyMap<string, string>,
  parameters: ReadonlyMap<string, string>,
): string {
  const lines = operations.map(({ id, summary, body }) => {
    const takes = parameters.get(id) ?? 'NoParameters';
    const sends = body === null ? '' : ` readonly body: ${pascalCase(id)}Body;`;
    return `  /** ${summary}. */\n  ${id}: { readonly parameters: ${takes};${sends} readonly answer: ${answers.get(id)} };\n`;
  });
  return [
    'export type NoParameters = Readonly<Record<never, never>>;\n',
    `/** What each operation of the service takes and answers. */\nexport interface Operations {\n${lines.join('')}}\n`,
  ].join('\n');
}

function renderAddresses(operations: readonly Operation[]): string {
  const lines = operations.map(({ id, method, path }) => `  ${id}: ['${method}', '${path}'],\n`);
  return `/** Method and path of each operation. */\nexport const ADDRESSES: Readonly<Record<keyof Operations, readonly [method: string, path: string]>> = {\n${lines.join('')}};\n`;
}
