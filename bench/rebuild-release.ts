import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBInstance, quoteText } from '../src/archive/duckdb.ts';
import { describeFile } from '../src/archive/durable-files.ts';
import { BuiltFiles } from '../src/release/built-files.ts';
import { writeBulkFiles } from '../src/release/bulk-files.ts';
import { inputsOfFiles } from '../src/release/file-inputs.ts';
import type { PrivateRows } from '../src/release/private-rows.ts';
import { contentsOf } from '../src/release/revision-contents.ts';
import { writeReleaseCells } from '../src/release/write-release-cells.ts';
import type { TableName } from '../src/standard/generated/tables.ts';
import { LATEST_SETTLED_VERSION } from '../src/standard/versions/of-version.ts';
import { NATIONS } from './drawn-country.ts';

const version = LATEST_SETTLED_VERSION;
const cellKey = new Uint8Array(32).fill(7);

/** What a build of all files found and made. */
export interface Rebuilt {
  /** Files of cells and of whole tables, and how many of them were made anew. */
  readonly files: number;
  readonly made: number;
}

/**
 * Builds all files of a release as `spcd release build` does, less what reads the returns before and writes the manifest after:
 * those of which nothing changed since the last build in the same folder are taken from there.
 */
export async function rebuildRelease(
  instance: DuckDBInstance,
  folder: string,
  rows: readonly PrivateRows[],
): Promise<Rebuilt> {
  const drawn = contentsOf(rows, version);
  const content = { rows, nations: [...NATIONS], drawn, version, release: 'bench' };
  const release = join(folder, 'rebuilt');
  const built = await BuiltFiles.open({
    kept: join(folder, 'built'),
    release,
    inputs: inputsOfFiles(content, { cellKey, code: 'bench' }),
  });
  let taken = 0;
  const reuse = async (path: string) => {
    const isTaken = await built.reuse(path);
    if (isTaken) taken += 1;
    return isTaken;
  };
  const writer = { instance, cellKey, progress: () => {} };
  const { paths } = await writeReleaseCells(writer, content, release, reuse);
  const bulk = await writeBulkFiles(release, paths, {
    schemaVersion: version,
    collection: 'returns',
    threads: 2,
    reuse,
  });
  const files = [];
  for (const path of [...paths, ...bulk]) files.push(await describeFile(release, path));
  await built.keep(files);
  await rm(release, { recursive: true });
  return { files: files.length, made: files.length - taken };
}

/** The same rows, but for the last of one table in one quarter. */
export async function withOneRowLess(
  instance: DuckDBInstance,
  rows: readonly PrivateRows[],
  { table, period }: { readonly table: TableName; readonly period: string },
): Promise<PrivateRows[]> {
  const connection = await instance.connect();
  const changed: PrivateRows[] = [];
  for (const each of rows) {
    if (each.table !== table || each.period !== period) changed.push(each);
    else {
      const path = each.path.replace(/\.parquet$/, '-less.parquet');
      const all = `read_parquet(${quoteText(each.path)}, file_row_number = true)`;
      const last = `(SELECT MAX(file_row_number) FROM ${all})`;
      await connection.run(
        `COPY (SELECT * EXCLUDE (file_row_number) FROM ${all} WHERE file_row_number < ${last}) TO ${quoteText(path)} (FORMAT parquet, COMPRESSION zstd)`,
      );
      changed.push({ ...each, path });
    }
  }
  connection.closeSync();
  return changed;
}
