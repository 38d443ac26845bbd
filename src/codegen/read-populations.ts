import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import type { CodeList } from '../standard/code-list.ts';
import type { Population } from '../standard/populations/population.ts';

const COLUMNS = ['dimension', 'code', 'area_code', 'value', 'unit', 'source'] as const;

/** One line of a file: a figure of one code of one area. */
export type PopulationRow = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** A file of residents, by its name without `.csv`. */
export interface PopulationFile {
  readonly id: string;
  readonly rows: readonly PopulationRow[];
}

/**
 * Reads the residents of `schema/<version>/populations/`, in the order of their names.
 *
 * @throws {Error} If a file is no CSV of these columns.
 */
export async function readPopulations(version: string, root: string): Promise<PopulationFile[]> {
  const folder = join(root, 'schema', version, 'populations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort();
  return Promise.all(
    names.map(async (name) => ({
      id: name.slice(0, -'.csv'.length),
      rows: rowsOf(name, await readFile(join(folder, name), 'utf8')),
    })),
  );
}

function rowsOf(name: string, csv: string): readonly PopulationRow[] {
  const parsed = Papa.parse<PopulationRow>(csv, { header: true, skipEmptyLines: true });
  if (parsed.errors[0]) throw new Error(`populations/${name}: ${parsed.errors[0].message}`);
  if (parsed.meta.fields?.join() !== COLUMNS.join()) {
    throw new Error(`populations/${name} must have the columns ${COLUMNS.join(',')}`);
  }
  return parsed.data;
}

/** One sentence for each fault of a file: an unknown list, code or area, a figure twice, or no whole number. */
export function populationFaults({ id, rows }: PopulationFile, codeLists: readonly CodeList[]): string[] {
  const codesOf = new Map(
    codeLists.map((list) => [list.id as string, new Set(list.codes.map(({ code }) => code))]),
  );
  const seen = new Set<string>();
  const units = new Map<string, string>();
  return rows.flatMap((row) => {
    const { dimension, code, area_code: area, value, unit, source } = row;
    const at = `populations/${id}.csv ${dimension} ${code} ${area}`;
    const faults: string[] = [];
    const isKnown = codesOf.get(dimension)?.has(code) || (codesOf.has(dimension) && code === 'not_stated');
    if (!isKnown) faults.push(`${at}: ${dimension} is a code list, and ${code} one of its codes.`);
    if (!codesOf.get('areas')?.has(area)) faults.push(`${at}: ${area} is no code of areas.`);
    if (!/^\d{1,9}$/.test(value)) faults.push(`${at}: the value is a whole number, not "${value}".`);
    if (unit !== 'residents' && unit !== 'small_areas') faults.push(`${at}: there is no unit ${unit}.`);
    if ((units.get(dimension) ?? unit) !== unit) faults.push(`${at}: an item has one unit.`);
    if (source === '') faults.push(`${at}: a figure names its source.`);
    if (seen.has(at)) faults.push(`${at} stands twice.`);
    units.set(dimension, unit);
    seen.add(at);
    return faults;
  });
}

/** The figures of a file by item, area and code. */
export function asPopulation({ rows }: PopulationFile): Population {
  const items = [...new Set(rows.map(({ dimension }) => dimension))];
  return Object.fromEntries(items.map((item) => [item, itemOf(rows, item)]));
}

function itemOf(rows: readonly PopulationRow[], item: string): Population[string] {
  const own = rows.filter(({ dimension }) => dimension === item);
  const areas: Record<string, Record<string, number>> = {};
  for (const { area_code: area, code, value } of own) {
    areas[area] = { ...areas[area], [code]: Number(value) };
  }
  const unit = own[0]?.unit === 'small_areas' ? 'small_areas' : 'residents';
  return { unit, sources: [...new Set(own.map(({ source }) => source))], areas };
}
