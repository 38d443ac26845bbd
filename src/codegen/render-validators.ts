import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import addFormats from 'ajv-formats';
import { build } from 'esbuild';
import { nameOfTable } from './describe-tables.ts';
import { type JsonObject, propertiesOf, REPOSITORY, type SchemaSet } from './read-schema.ts';
import { GENERATED_NOTICE, pascalCase } from './render-data.ts';
import { resolveSchemas } from './resolve-schemas.ts';

/**
 * Compiles the schemas to plain JavaScript that runs with no Ajv installed.
 *
 * Ajv's own standalone output still requires its runtime, so esbuild folds that in. One ES module, no
 * dependency, no `new Function`.
 */
export async function renderValidators(schema: SchemaSet): Promise<{ source: string; declarations: string }> {
  const documents = resolveSchemas(schema).map(withoutAnnotations);
  const header = headerSchema(documents);
  const ajv = new Ajv2020({
    schemas: [...documents, header],
    allErrors: true,
    strict: true,
    strictRequired: false,
    allowUnionTypes: true,
    code: { source: true, esm: true },
  });
  addFormats.default(ajv, ['date', 'date-time']);
  const exported = Object.fromEntries(
    [...documents, header].map((document) => [validatorName(document), document.$id as string]),
  );
  const bundle = await build({
    stdin: { contents: standaloneCode.default(ajv, exported), resolveDir: REPOSITORY, loader: 'js' },
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
  const source = bundle.outputFiles[0]?.text ?? '';
  const declarations = Object.keys(exported)
    .map((name) => `export declare const ${name}: Validator;\n`)
    .join('');
  return {
    source: GENERATED_NOTICE + source,
    declarations: `${GENERATED_NOTICE}import type { Validator } from '../compiled-validator.ts';\n\n${declarations}`,
  };
}

function validatorName(document: JsonObject): string {
  const id = document.$id as string;
  return id.includes('/tables/')
    ? `validate${pascalCase(nameOfTable(document))}Row`
    : `validate${pascalCase(/\/([a-z]+)\.schema\.json$/.exec(id)?.[1] ?? '')}`;
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
