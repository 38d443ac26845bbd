import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { build } from 'esbuild';
import { nameOfTable } from './describe-tables.ts';
import { type JsonObject, propertiesOf, REPOSITORY, type SchemaSet } from './read-schema.ts';
import { GENERATED_NOTICE, pascalCase } from './render-data.ts';
import { resolveSchemas } from './resolve-schemas.ts';
import { shareRepeated } from './share-repeated.ts';

/**
 * Compiles each schema to a file of plain JavaScript that runs with no Ajv installed.
 *
 * Ajv's own standalone output still requires its runtime, which is written out here. One ES module for each
 * schema, no dependency, no `new Function`: whoever checks one table takes in that table only.
 *
 * @param which - For a later version: the only tables to compile, and how many folders below `standard/` the
 *   files stand.
 * @returns Sources and declarations by file name, such as `profiles.js`.
 */
export async function renderValidators(
  schema: SchemaSet,
  which: { readonly only?: ReadonlySet<string>; readonly depth?: number } = {},
): Promise<Map<string, string>> {
  const { only, depth = 2 } = which;
  const resolved = resolveSchemas(schema).map(withoutAnnotations);
  const documents = [...resolved, headerSchema(resolved)].map(shareRepeated);
  const files = await Promise.all(
    documents.map(async (document): Promise<[string, string][]> => {
      const name = /\/([a-z_-]+)\.schema\.json$/.exec(document.$id as string)?.[1] ?? '';
      if (only && !only.has(name)) return [];
      const validator = validatorName(document);
      return [
        [`${name}.js`, GENERATED_NOTICE + (await compile(document, documents, validator))],
        [
          `${name}.d.ts`,
          `${GENERATED_NOTICE}import type { Validator } from '${'../'.repeat(depth)}compiled-validator.ts';\n\nexport declare const ${validator}: Validator;\n`,
        ],
      ];
    }),
  );
  return new Map(files.flat());
}

const DATE = [
  String.raw`\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))`,
  String.raw`(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29`,
].join('|');
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)`;

/** Days that there are, and moments with their offset (RFC 3339), as patterns: these go into the code as they are. */
const FORMATS = {
  date: new RegExp(`^(?:${DATE})$`),
  'date-time': new RegExp(`^(?:${DATE})[Tt ]${TIME}$`),
};

async function compile(document: JsonObject, all: readonly JsonObject[], name: string): Promise<string> {
  const ajv = new Ajv2020({
    schemas: [...all],
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    // What several places share is written once, and read by the engine once.
    inlineRefs: false,
    code: { source: true, esm: true },
  });
  for (const [format, pattern] of Object.entries(FORMATS)) ajv.addFormat(format, pattern);
  const bundle = await build({
    stdin: {
      contents: withoutRuntime(standaloneCode.default(ajv, { [name]: document.$id as string })),
      resolveDir: REPOSITORY,
      loader: 'js',
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['main'],
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
  });
  return bundle.outputFiles[0]?.text ?? '';
}

/** What Ajv's standalone code requires of its runtime, written out: the length of a text in characters, and equality. */
const RUNTIME: Readonly<Record<string, string>> = {
  'require("ajv/dist/runtime/ucs2length").default': '(text) => [...text].length',
  'require("ajv/dist/runtime/equal").default': `function equal(a, b) {
    if (a === b) return true;
    const areObjects = typeof a === 'object' && typeof b === 'object' && a !== null && b !== null;
    if (!areObjects || Array.isArray(a) !== Array.isArray(b)) return false;
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && equal(a[name], b[name]));
  }`,
};

/** @throws {Error} If a schema uses something else of Ajv's runtime. */
function withoutRuntime(code: string): string {
  const own = Object.entries(RUNTIME).reduce((text, [call, source]) => text.replaceAll(call, source), code);
  const left = /require\([^)]*\)/.exec(own);
  if (left) throw new Error(`The compiled schemas need ${left[0]}, which is not written out yet`);
  return own;
}

function validatorName(document: JsonObject): string {
  const id = document.$id as string;
  return id.includes('/tables/')
    ? `validate${pascalCase(nameOfTable(document))}Row`
    : `validate${pascalCase((/\/([a-z-]+)\.schema\.json$/.exec(id)?.[1] ?? '').replaceAll('-', '_'))}`;
}

/** The return without its tables: what can be checked before, or apart from, the rows. */
function headerSchema(documents: readonly JsonObject[]): JsonObject {
  const envelope = documents.find((document) => (document.$id as string).endsWith('/return.schema.json'));
  if (!envelope) throw new Error('schema/ has no return.schema.json');
  const header = structuredClone(envelope);
  header.$id = (envelope.$id as string).replace('return.schema', 'header.schema');
  header.required = (header.required as string[]).filter((name) => name !== 'tables');
  delete propertiesOf(header).tables;
  return header;
}

const ANNOTATIONS = new Set(['title', 'description', 'examples', '$comment']);

function withoutAnnotations(schema: JsonObject): JsonObject {
  return strip(schema, false) as JsonObject;
}

function strip(node: unknown, namesAreData: boolean): unknown {
  if (Array.isArray(node)) return node.map((item) => strip(item, false));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => namesAreData || !(ANNOTATIONS.has(key) || key.startsWith('x-')))
      .map(([key, value]) => [key, strip(value, key === 'properties')]),
  );
}
