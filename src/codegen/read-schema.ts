import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import type { Code, CodeList } from '../standard/code-list.ts';
import type { FilesByPath } from '../standard/versions/layer-versions.ts';
import { expandEnvelope } from './expand-envelope.ts';
import { readVersion } from './read-versions.ts';

export const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

export type JsonObject = { [key: string]: unknown };

/** Everything that `schema/<version>/` holds, read but not yet interpreted. */
export interface SchemaSet {
  readonly version: string;
  readonly codeLists: readonly CodeList[];
  /** In the order of a return. */
  readonly tables: readonly JsonObject[];
  /** With a place for each table. */
  readonly envelope: JsonObject;
  readonly service: JsonObject;
  readonly organisation: JsonObject;
  /** How exports are read: no part of a return. */
  readonly exportMapping: JsonObject;
  readonly measures: readonly JsonObject[];
}

export function propertiesOf(schema: JsonObject): { [name: string]: JsonObject } {
  return schema.properties as { [name: string]: JsonObject };
}

/**
 * Reads the standard of one version from `schema/`, with what it takes from the version it extends.
 *
 * @throws {Error} If a file is missing, is not JSON or CSV, or a code list has no entry in `lists.json`.
 */
export async function readSchema(version: string, root = REPOSITORY): Promise<SchemaSet> {
  const files = await readVersion(version, root);
  const tables = tablesOf(files);
  const measures = [...files.keys()].filter((path) => path.startsWith('measures/')).sort();
  return {
    version,
    envelope: expandEnvelope(
      readJson(files, 'return.schema.json'),
      tables.map(({ name }) => name),
    ),
    service: readJson(files, 'service.schema.json'),
    organisation: readJson(files, 'organisation.schema.json'),
    exportMapping: readJson(files, 'export-mapping.schema.json'),
    tables: tables.map(({ table }) => table),
    codeLists: codeListsOf(files),
    measures: measures.map((path) => readJson(files, path)),
  };
}

function readText(files: FilesByPath, path: string): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`schema/ has no ${path}`);
  return text;
}

function readJson(files: FilesByPath, path: string): JsonObject {
  return JSON.parse(readText(files, path)) as JsonObject;
}

/** Every table of the version, in the order its `x-position` gives it in a return. */
function tablesOf(files: FilesByPath): { name: string; table: JsonObject }[] {
  const names = [...files.keys()].flatMap(
    (path) => /^tables\/([a-z_]+)\.schema\.json$/.exec(path)?.[1] ?? [],
  );
  return names
    .sort()
    .map((name) => ({ name, table: readJson(files, `tables/${name}.schema.json`) }))
    .sort((one, other) => Number(one.table['x-position']) - Number(other.table['x-position']));
}

interface ListEntry {
  readonly title: string;
  readonly 'x-cy': string;
  readonly levels: readonly { readonly id: string; readonly title: string; readonly 'x-cy': string }[];
  readonly apart?: string;
  readonly kinds?: boolean;
  readonly default_level?: string;
}

function codeListsOf(files: FilesByPath): CodeList[] {
  const index = readJson(files, 'codelists/lists.json') as { lists: Record<string, ListEntry> };
  const ids = [...files.keys()]
    .flatMap((path) => /^codelists\/([a-z0-9_]+)\.csv$/.exec(path)?.[1] ?? [])
    .sort();
  const unnamed = [
    ...ids.filter((id) => !index.lists[id]),
    ...Object.keys(index.lists).filter((id) => !ids.includes(id)),
  ];
  if (unnamed.length > 0) {
    throw new Error(`codelists/lists.json and the CSV files disagree about: ${unnamed.join(', ')}`);
  }
  return ids.map((id) => {
    const entry = index.lists[id] as ListEntry;
    const codes = parseCodes(readText(files, `codelists/${id}.csv`), id);
    return {
      id,
      title: { en: entry.title, cy: entry['x-cy'] },
      levels: entry.levels.map((level) => ({
        id: level.id,
        title: { en: level.title, cy: level['x-cy'] },
      })),
      nests: entry.kinds !== true,
      apart: entry.apart ?? null,
      default_level: entry.default_level ?? (entry.levels.at(-1)?.id as string),
      codes,
    };
  });
}

const CODE_COLUMNS = new Set(
  'code,title_en,title_cy,description_en,description_cy,level,parent,valid_from,valid_to,replaced_by,source,source_status,welsh_status'.split(
    ',',
  ),
);

/** The version in which a code was deprecated: a column that a list has from its first such code on. */
const DEPRECATED_IN = 'deprecated_in';

function parseCodes(csv: string, id: string): Code[] {
  const parsed = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  if (parsed.errors[0]) throw new Error(`codelists/${id}.csv: ${parsed.errors[0].message}`);
  const missing = [...CODE_COLUMNS].filter((column) => !parsed.meta.fields?.includes(column));
  if (missing.length > 0) throw new Error(`codelists/${id}.csv has no column ${missing.join(', ')}`);
  return parsed.data.map((row) => {
    const cell = (column: string) => row[column] ?? '';
    const optional = (column: string) => cell(column) || null;
    const extra = Object.fromEntries(
      Object.entries(row).filter(([column]) => !CODE_COLUMNS.has(column) && column !== DEPRECATED_IN),
    );
    return {
      code: cell('code'),
      title: { en: cell('title_en'), cy: cell('title_cy') },
      description: { en: cell('description_en'), cy: cell('description_cy') },
      level: cell('level'),
      parent: optional('parent'),
      valid_from: optional('valid_from'),
      valid_to: optional('valid_to'),
      replaced_by: cell('replaced_by')
        .split(';')
        .filter((successor) => successor !== ''),
      source: cell('source'),
      source_status: cell('source_status'),
      welsh_status: cell('welsh_status'),
      ...(cell(DEPRECATED_IN) === '' ? {} : { deprecated_in: cell(DEPRECATED_IN) }),
      ...(Object.keys(extra).length > 0 ? { extra } : {}),
    };
  });
}
