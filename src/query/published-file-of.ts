import type { Manifest } from '../archive/manifest.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { CellSource } from './cell-source.ts';
import { lookUpInFiles } from './look-up-in-files.ts';
import { type PublishedFile, readPublishedFile } from './published-file.ts';

/**
 * The published cells of a table and period, from memory or from their file; undefined where the release does not hold
 * them. In each answer the file must still be what was published, also where its cells are in memory.
 *
 * @throws {ServiceError} UNAVAILABLE where the file is damaged, or could not be read just then.
 */
export async function publishedFileOf(
  source: CellSource,
  release: Manifest,
  { table, period }: { readonly table: TableName; readonly period: string },
): Promise<PublishedFile | undefined> {
  const held = release.tables[table];
  if (!held?.quarters.includes(period) && !held?.financial_years.includes(period)) return undefined;
  const key = `${release.release} ${table} ${period}`;
  const file = source.ofAnswer?.get(key) ?? readFile(source, release, { table, period });
  source.ofAnswer?.set(key, file);
  return file;
}

async function readFile(
  source: CellSource,
  release: Manifest,
  { table, period }: { readonly table: TableName; readonly period: string },
): Promise<PublishedFile> {
  const { sha256 } = await source.archive.cellsFile(release.release, table, period);
  return source.kept.get(sha256, () =>
    lookUpInFiles(source, { release, table, periods: [period] }, (connection, [path]) =>
      readPublishedFile(connection, path as string, { table, period }),
    ),
  );
}
