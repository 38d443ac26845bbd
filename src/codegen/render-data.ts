import type { CodeList } from '../standard/code-list.ts';
import { describeTables } from './describe-tables.ts';
import type { JsonObject, SchemaSet } from './read-schema.ts';
import { parsedData, recordOnDemand, withListInLines } from './render-json.ts';
import { registryCodes, resolveSchemas } from './resolve-schemas.ts';

export const GENERATED_NOTICE = '// Written by `npm run generate` from schema/. Do not edit.\n';

/** The code lists as data, and each list's codes as a union type. */
export function renderCodeLists(schema: SchemaSet): string {
  const ids = schema.codeLists.map((list) => list.id);
  const types = schema.codeLists.map(renderCodeType);
  return [
    GENERATED_NOTICE,
    "import type { CodeList } from '../code-list.ts';\n",
    "import { parsedOnDemand } from '../on-demand.ts';\n\n",
    `export type CodeListId = ${union(ids)};\n`,
    ...types,
    '\n/** The code lists, each parsed when it is first read. */\n',
    'export const CODE_LISTS: Readonly<Record<CodeListId, CodeList>> = ',
    `${recordOnDemand(schema.codeLists.map((list) => [list.id, withListInLines('codes', { ...list })]))};\n`,
  ].join('');
}

/** The codes of a list as a union type. */
export function renderCodeType(list: CodeList): string {
  return `export type ${typeNameOf(list.id)} = ${union(list.codes.map((code) => code.code))};\n`;
}

export function renderTableDescriptions(schema: SchemaSet): string {
  const tables = describeTables(schema);
  return [
    GENERATED_NOTICE,
    "import { parsedOnDemand } from '../on-demand.ts';\n",
    "import type { TableDescription } from '../table-description.ts';\n\n",
    `export const SCHEMA_VERSION = ${JSON.stringify(schema.version)};\n`,
    `export const TABLE_NAMES = ${JSON.stringify(tables.map((table) => table.name))} as const;\n`,
    'export type TableName = (typeof TABLE_NAMES)[number];\n\n',
    '/** The tables, each parsed when it is first read. */\n',
    'export const TABLES: Readonly<Record<TableName, TableDescription>> = ',
    `${recordOnDemand(tables.map((table) => [table.name, withListInLines('fields', { ...table })]))};\n`,
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
        `export const ${constantOf(measure)}: Measure = ${parsedData(JSON.stringify(asMeasure(measure), null, 1))};\n\n`,
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
  return [
    GENERATED_NOTICE,
    "import { parsedOnDemand } from '../on-demand.ts';\n\n",
    '/** Each schema with the codes of its lists written in, keyed by its path below the host. */\n',
    'export const SCHEMAS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = ',
    `${schemasByPath(resolveSchemas(schema))};\n`,
  ].join('');
}

/**
 * The schema of a return, of which whoever reads a header needs names, titles and lists: apart from the schemas
 * with all codes written in, which are large.
 */
export function renderReturnEnvelope({ envelope }: SchemaSet): string {
  return [
    GENERATED_NOTICE,
    '/** The schema of a return as it is written: places that hold codes name their list. */\n',
    `export const RETURN_ENVELOPE: Readonly<Record<string, unknown>> = ${parsedData(JSON.stringify(envelope))};\n`,
  ].join('');
}

/** Schemas by path as an expression, each parsed when it is first read. */
export function schemasByPath(documents: readonly JsonObject[]): string {
  return recordOnDemand(
    documents.map((document) => [new URL(document.$id as string).pathname, JSON.stringify(document)]),
  );
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
