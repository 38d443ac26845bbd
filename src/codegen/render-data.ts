import type { CodeList } from '../standard/code-list.ts';
import { describeTables } from './describe-tables.ts';
import type { JsonObject, SchemaSet } from './read-schema.ts';
import { registryCodes, resolveSchemas } from './resolve-schemas.ts';

export const GENERATED_NOTICE = '// Written by `npm run generate` from schema/. Do not edit.\n';

/** The code lists as data, and each list's codes as a union type. */
export function renderCodeLists(schema: SchemaSet): string {
  const ids = schema.codeLists.map((list) => list.id);
  const types = schema.codeLists.map(renderCodeType);
  return [
    GENERATED_NOTICE,
    "import type { CodeList } from '../code-list.ts';\n\n",
    `export type CodeListId = ${union(ids)};\n`,
    ...types,
    '\nexport const CODE_LISTS: Readonly<Record<CodeListId, CodeList>> = {\n',
    ...schema.codeLists.map((list) => `  ${list.id}: ${renderCodeList(list)},\n`),
    '};\n',
  ].join('');
}

/** The codes of a list as a union type. */
export function renderCodeType(list: CodeList): string {
  return `export type ${typeNameOf(list.id)} = ${union(list.codes.map((code) => code.code))};\n`;
}

/** One code a line, so that a changed code is a changed line in review. */
function renderCodeList(list: CodeList): string {
  const { codes, ...rest } = list;
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},"codes":[\n${codes.map((code) => `    ${JSON.stringify(code)},\n`).join('')}  ]}`;
}

export function renderTableDescriptions(schema: SchemaSet): string {
  const tables = describeTables(schema);
  return [
    GENERATED_NOTICE,
    "import type { TableDescription } from '../table-description.ts';\n\n",
    `export const SCHEMA_VERSION = ${JSON.stringify(schema.version)};\n`,
    `export const TABLE_NAMES = ${JSON.stringify(tables.map((table) => table.name))} as const;\n`,
    'export type TableName = (typeof TABLE_NAMES)[number];\n\n',
    'export const TABLES: Readonly<Record<TableName, TableDescription>> = {\n',
    ...tables.map((table) => {
      const { fields, ...rest } = table;
      const head = JSON.stringify(rest).slice(0, -1);
      return `  ${table.name}: ${head},"fields":[\n${fields.map((field) => `    ${JSON.stringify(field)},\n`).join('')}  ]},\n`;
    }),
    '};\n',
  ].join('');
}

/** One constant for each measure, so that a bundle holds those it uses, and the registry of all of them. */
export function renderMeasures(schema: SchemaSet): string {
  const codes = registryCodes(schema);
  const ids = schema.measures.map((measure) => String(measure.id));
  return [
    GENERATED_NOTICE,
    "import type { Measure } from '../measure.ts';\n\n",
    '/** The measures that a return can send outcomes of. */\n',
    `export const MEASURE_IDS = ${JSON.stringify(codes.measures)} as const;\n`,
    'export type MeasureId = (typeof MEASURE_IDS)[number];\n',
    `export type RegisteredMeasureId = ${union(ids)};\n`,
    `export const INSTRUMENT_IDS = ${JSON.stringify(codes.instruments)} as const;\n`,
    'export type InstrumentId = (typeof INSTRUMENT_IDS)[number];\n\n',
    ...schema.measures.map(
      (measure) =>
        `export const ${constantOf(measure)}: Measure = ${JSON.stringify(asMeasure(measure), null, 1)};\n\n`,
    ),
    '/** Every measure, by its id. */\n',
    'export const MEASURES: Readonly<Record<RegisteredMeasureId, Measure>> = {\n',
    ...schema.measures.map((measure) => `  ${String(measure.id)}: ${constantOf(measure)},\n`),
    '};\n',
  ].join('');
}

/** `who5_raw` becomes `WHO5_RAW`. */
function constantOf(measure: JsonObject): string {
  return String(measure.id).toUpperCase();
}

function asMeasure(measure: JsonObject): JsonObject {
  const {
    $schema,
    title,
    'x-cy': cy,
    'x-status': _,
    'x-frozen': __,
    'x-revision': ___,
    bands,
    cut_offs,
    ...rest
  } = measure;
  return {
    ...rest,
    title: { en: title, cy },
    bands: (bands as JsonObject[]).map(withTitle),
    cut_offs: (cut_offs as JsonObject[]).map(withTitle),
  };
}

function withTitle({ title: en, 'x-cy': cy, ...rest }: JsonObject): JsonObject {
  return { ...rest, title: { en, cy } };
}

/** The resolved JSON Schemas, by the path at which the service serves them. */
export function renderSchemas(schema: SchemaSet): string {
  const documents = resolveSchemas(schema);
  return [
    GENERATED_NOTICE,
    '/** Each schema with the codes of its lists written in, keyed by its path below the host. */\n',
    'export const SCHEMAS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {\n',
    ...documents.map(
      (document) =>
        `  ${JSON.stringify(new URL(document.$id as string).pathname)}: ${JSON.stringify(document)},\n`,
    ),
    '};\n',
  ].join('');
}

/** `age_band` becomes `AgeBandCode`. */
export function typeNameOf(listId: string): string {
  return `${pascalCase(listId)}Code`;
}

/** `outcome_coverage` becomes `OutcomeCoverage`. */
export function pascalCase(name: string): string {
  return name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function union(codes: readonly string[]): string {
  return codes.map((code) => JSON.stringify(code)).join(' | ');
}
