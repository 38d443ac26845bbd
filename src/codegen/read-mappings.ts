import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type {
  Mapping,
  MappingEntry,
  MappingRelation,
  MappingSystem,
  MappingTarget,
} from '../standard/mapping.ts';
import type { Text } from '../standard/text.ts';

const COLUMNS =
  'from_system,from_code,from_title_en,from_title_cy,to_list,to_code,to_table,to_field,relation,note_en,note_cy,source,source_status'.split(
    ',',
  );

interface MappingIndex {
  readonly systems: readonly MappingSystem[];
  readonly mappings: Readonly<Record<string, { readonly title: Text }>>;
}

/**
 * Reads the crosswalks of `schema/<version>/mappings/`, in the order of their ids.
 *
 * @throws {Error} If `mappings.json` and the CSV files disagree, or a file has other columns or two systems.
 */
export async function readMappings(version: string, root: string): Promise<Mapping[]> {
  const folder = join(root, 'schema', version, 'mappings');
  const index = JSON.parse(await readFile(join(folder, 'mappings.json'), 'utf8')) as MappingIndex;
  const files = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
  const ids = files.map((name) => name.slice(0, -'.csv'.length)).sort();
  const named = Object.keys(index.mappings).sort();
  if (ids.join() !== named.join()) {
    throw new Error(`mappings.json names ${named.join(', ')}, but there are the files ${ids.join(', ')}`);
  }
  return Promise.all(
    ids.map(async (id) =>
      mappingOf(id, parseRows(id, await readFile(join(folder, `${id}.csv`), 'utf8')), index),
    ),
  );
}

type Row = Readonly<Record<string, string>>;

function parseRows(id: string, csv: string): Row[] {
  const parsed = Papa.parse<Row>(csv, { header: true, skipEmptyLines: true });
  if (parsed.errors[0]) throw new Error(`mappings/${id}.csv: ${parsed.errors[0].message}`);
  if (parsed.meta.fields?.join() !== COLUMNS.join()) {
    throw new Error(`mappings/${id}.csv must have the columns ${COLUMNS.join(',')}`);
  }
  return parsed.data;
}

function mappingOf(id: string, rows: readonly Row[], index: MappingIndex): Mapping {
  const systems = [...new Set(rows.map((row) => row.from_system))];
  const from = index.systems.find((system) => system.id === systems[0]);
  if (systems.length !== 1 || from === undefined) {
    throw new Error(
      `mappings/${id}.csv must start from one system of mappings.json, not ${systems.join(', ')}`,
    );
  }
  const { title } = index.mappings[id] as { title: Text };
  return { id, title, from, entries: rows.map(entryOf) };
}

function entryOf(row: Row): MappingEntry {
  const cell = (column: string) => row[column] ?? '';
  return {
    from_code: cell('from_code'),
    from_title: { en: cell('from_title_en'), cy: cell('from_title_cy') },
    relation: cell('relation') as MappingRelation,
    to: targetOf(cell),
    note:
      cell('note_en') === '' && cell('note_cy') === '' ? null : { en: cell('note_en'), cy: cell('note_cy') },
    source: cell('source'),
    source_status: cell('source_status'),
  };
}

function targetOf(cell: (column: string) => string): MappingTarget | null {
  if (cell('to_list') !== '') return { list: cell('to_list'), code: cell('to_code') };
  if (cell('to_table') !== '') return { table: cell('to_table'), field: cell('to_field') || null };
  return null;
}
