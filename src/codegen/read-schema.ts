import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import type { Code, CodeList } from '../standard/code-list.ts';
import { expandEnvelope } from './expand-envelope.ts';

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
  /** How exports are read: no part of a return. */
  readonly exportMapping: JsonObject;
  readonly measures: readonly JsonObject[];
}

export function propertiesOf(schema: JsonObject): { [name: string]: JsonObject } {
  return schema.properties as { [name: string]: JsonObject };
}

/**
 * Reads the standard of one version from `schema/`.
 *
 * @throws {Error} If a file is missing, is not JSON or CSV, or a code list has no entry in `lists.json`.
 */
export async function readSchema(version: string, root = REPOSITORY): Promise<SchemaSet> {
  const folder = join(root, 'schema', version);
  const readJson = async (path: string) =>
    JSON.parse(await readFile(join(folder, path), 'utf8')) as JsonObject;
  const tables = await readTables(folder);
  const measureFiles = (await readdir(join(folder, 'measures'))).sort();
  return {
    version,
    envelope: expandEnvelope(
      await readJson('return.schema.json'),
      tables.map(({ name }) => name),
    ),
    service: await readJson('service.schema.json'),
    exportMapping: await readJson('export-mapping.schema.json'),
    tables: tables.map(({ table }) => table),
    codeLists: await readCodeLists(folder),
    measures: await Promise.all(measureFiles.map((file) => readJson(`measures/${file}`))),
  };
}

/** Every table of the folder, in the order its `x-position` gives it in a return. */
async function readTables(folder: string): Promise<{ name: string; table: JsonObject }[]> {
  const files = (await readdir(join(folder, 'tables'))).filter((file) => file.endsWith('.schema.json'));
  const tables = await Promise.all(
    files.map(async (file) => ({
      name: file.slice(0, -'.schema.json'.length),
      table: JSON.parse(await readFile(join(folder, 'tables', file), 'utf8')) as JsonObject,
    })),
  );
  return tables.sort((one, other) => Number(one.table['x-position']) - Number(other.table['x-position']));
}

interface ListEntry {
  readonly title: string;
  readonly 'x-cy': string;
  readonly levels: readonly { readonly id: string; readonly title: string; readonly 'x-cy': string }[];
  readonly apart?: string;
  readonly kinds?: boolean;
  readonly default_level?: string;
}

async function readCodeLists(folder: string): Promise<CodeList[]> {
  const index = JSON.parse(await readFile(join(folder, 'codelists/lists.json'), 'utf8')) as {
    lists: Record<string, ListEntry>;
  };
  const files = (await readdir(join(folder, 'codelists'))).filter((file) => file.endsWith('.csv')).sort();
  const ids = files.map((file) => file.slice(0, -'.csv'.length));
  const unnamed = [
    ...ids.filter((id) => !index.lists[id]),
    ...Object.keys(index.lists).filter((id) => !ids.includes(id)),
  ];
  if (unnamed.length > 0) {
    throw new Error(`codelists/lists.json and the CSV files disagree about: ${unnamed.join(', ')}`);
  }
  return Promise.all(
    ids.map(async (id) => {
      const entry = index.lists[id] as ListEntry;
      const codes = parseCodes(await readFile(join(folder, `codelists/${id}.csv`), 'utf8'), id);
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
    }),
  );
}

const CODE_COLUMNS = new Set(
  'code,title_en,title_cy,description_en,description_cy,level,parent,valid_from,valid_to,replaced_by,source,source_status,welsh_status'.split(
    ',',
  ),
);

function parseCodes(csv: string, id: string): Code[] {
  const parsed = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  if (parsed.errors[0]) throw new Error(`codelists/${id}.csv: ${parsed.errors[0].message}`);
  const missing = [...CODE_COLUMNS].filter((column) => !parsed.meta.fields?.includes(column));
  if (missing.length > 0) throw new Error(`codelists/${id}.csv has no column ${missing.join(', ')}`);
  return parsed.data.map((row) => {
    const cell = (column: string) => row[column] ?? '';
    const optional = (column: string) => cell(column) || null;
    const extra = Object.fromEntries(Object.entries(row).filter(([column]) => !CODE_COLUMNS.has(column)));
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
      ...(Object.keys(extra).length > 0 ? { extra } : {}),
    };
  });
}
