import type { CellsFile } from '../archive/archive.ts';
import type { Manifest } from '../archive/manifest.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { CellSource } from './cell-source.ts';
import { lookUpInFiles } from './look-up-in-files.ts';
import { type PublishedFile, readPublishedFile } from './published-file.ts';

/** A table and a period of it. */
interface TablePeriod {
  readonly table: TableName;
  readonly period: string;
}

/**
 * The published cells of tables and periods in the same order, from memory or from their files; undefined of one that the
 * release does not hold. In each answer every file must still be what was published, also where its cells are in memory.
 *
 * @throws {ServiceError} UNAVAILABLE where a file is damaged, or could not be read just then.
 */
export async function publishedFilesOf(
  source: CellSource,
  release: Manifest,
  wanted: readonly TablePeriod[],
): Promise<(PublishedFile | undefined)[]> {
  const checked = await Promise.all(
    wanted.map(async (of) => (isHeld(release, of) ? checkedFile(source, release, of) : undefined)),
  );
  const files: (PublishedFile | undefined)[] = [];
  // One after the other: an answer has one place among those that keep the engine busy.
  for (const [index, of] of wanted.entries()) {
    const sha256 = checked[index]?.sha256;
    const read = () =>
      lookUpInFiles(source, { release, table: of.table, periods: [of.period] }, (connection, [path]) =>
        readPublishedFile(connection, path as string, of),
      );
    files.push(sha256 === undefined ? undefined : await source.kept.get(sha256, read));
  }
  return files;
}

function isHeld({ tables }: Manifest, { table, period }: TablePeriod): boolean {
  const held = tables[table];
  return held?.quarters.includes(period) === true || held?.financial_years.includes(period) === true;
}

/** The file, once it is known to be what was published; in one answer that is looked at once. */
function checkedFile(
  { archive, ofAnswer }: CellSource,
  { release }: Manifest,
  { table, period }: TablePeriod,
): Promise<CellsFile> {
  if (ofAnswer === undefined) return archive.cellsFile(release, table, period);
  const standing = ofAnswer.standing.get(release) ?? archive.find(release);
  ofAnswer.standing.set(release, standing);
  const key = `${release} ${table} ${period}`;
  const check = async () => {
    const manifest = await standing;
    return manifest === undefined
      ? archive.cellsFile(release, table, period)
      : archive.cellsFileOf(manifest, table, period);
  };
  const file = ofAnswer.files.get(key) ?? check();
  ofAnswer.files.set(key, file);
  return file;
}
