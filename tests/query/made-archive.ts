import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../src/archive/archive.ts';
import { openDuckDb } from '../../src/archive/duckdb.ts';
import { describeFile } from '../../src/archive/durable-files.ts';
import type { Manifest, ReleaseFile } from '../../src/archive/manifest.ts';
import { type CellSource, openCellSource } from '../../src/query/cell-source.ts';
import { writeBulkFiles } from '../../src/release/bulk-files.ts';
import type { ProtectedCell } from '../../src/release/protect-cells.ts';
import { writeCells } from '../../src/release/published-cells.ts';
import { TABLE_NAMES } from '../../src/standard/generated/tables.ts';

/** A release as a test wants it: what its manifest says, and its published cells. */
export interface MadeRelease {
  readonly manifest: Manifest;
  readonly cells: readonly ProtectedCell[];
  /** Whether each table is there in one file too. */
  readonly isInBulk?: boolean;
}

export interface MadeArchive {
  readonly folder: string;
  readonly source: CellSource;
  close(): Promise<void>;
}

/** Writes releases with chosen cells as the builder writes them: real files, read by the real engine. */
export async function makeArchive(releases: readonly MadeRelease[]): Promise<MadeArchive> {
  const folder = await mkdtemp(join(tmpdir(), 'spcd-query-'));
  for (const release of releases) await writeRelease(join(folder, release.manifest.release), release);
  const source = openCellSource(openArchive(folder));
  return {
    folder,
    source,
    async close() {
      await source.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function writeRelease(
  folder: string,
  { manifest, cells, isInBulk = false }: MadeRelease,
): Promise<void> {
  await mkdir(folder);
  const files: ReleaseFile[] = [];
  const instance = await openDuckDb({ memoryLimit: '256MB', threads: 1, folders: [folder] });
  const connection = await instance.connect();
  for (const table of TABLE_NAMES) {
    const { quarters = [], financial_years: years = [] } = manifest.tables[table] ?? {};
    for (const period of [...quarters, ...years]) {
      const at = { table, period, release: manifest.release, schemaVersion: '1.0' };
      const held = cells.filter(({ place }) => place.table === table && place.period === period);
      files.push(await describeFile(folder, await writeCells(connection, folder, at, held)));
    }
  }
  connection.closeSync();
  instance.closeSync();
  if (isInBulk) {
    const paths = files.map(({ path }) => path);
    for (const path of await writeBulkFiles(folder, paths, {
      schemaVersion: '1.0',
      collection: manifest.collection,
      threads: 1,
    }))
      files.push(await describeFile(folder, path));
  }
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, files }));
}

/** A count of people in profiles: everyone supported in an area and quarter, save what is given. */
export function peopleCell(
  value: number,
  area: string,
  dimensions: Readonly<Record<string, string>> = {},
  { period = '2026-Q1', population = 'supported', index = '' } = {},
): ProtectedCell {
  const selectors = index === '' ? { population } : { population, deprivation_index: index };
  return {
    place: { table: 'profiles', selectors, period, area, dimensions },
    figure: period.includes('Q') ? 'people' : 'people_first_in_year',
    value,
  };
}
