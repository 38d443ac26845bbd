import { cellsPath } from '../archive/cells-path.ts';
import type { DuckDBConnection } from '../archive/duckdb.ts';
import type { Manifest } from '../archive/manifest.ts';
import { ServiceError } from '../errors.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { CellSource } from './cell-source.ts';

/** Files of the published cells of a table. */
export interface AskedFiles {
  readonly release: Manifest;
  readonly table: TableName;
  /** Of which the release holds the table. */
  readonly periods: readonly string[];
}

/**
 * Looks something up in files of published cells, which are known to be what was published before and after.
 *
 * A file that the engine could not read is read again for its digest, whatever was known of it.
 *
 * @throws {ServiceError} UNAVAILABLE where a file is damaged, or could not be read just then.
 */
export async function lookUpInFiles<Result>(
  source: CellSource,
  { release, table, periods }: AskedFiles,
  task: (connection: DuckDBConnection, paths: readonly string[]) => Promise<Result>,
): Promise<Result> {
  const { archive } = source;
  const check = async () => {
    const files = await Promise.all(
      periods.map((period) => archive.cellsFile(release.release, table, period)),
    );
    return files.map(({ path }) => path);
  };
  const paths = await check();
  try {
    const result = await source.lookUp((connection) => task(connection, paths));
    await check();
    return result;
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    for (const period of periods) await archive.recheckFile(release.release, cellsPath(table, period));
    throw isReadFault(error) ? notReadNow(error) : error;
  }
}

/** What the engine says of a file that it cannot open or read; anything else is a fault of ours. */
function isReadFault(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('IO Error');
}

const RETRY_AFTER_SECONDS = 2;

function notReadNow(cause: unknown): ServiceError {
  return new ServiceError(
    'UNAVAILABLE',
    {
      en: `A file of published cells could not be read just now. Ask again in ${RETRY_AFTER_SECONDS} seconds.`,
      cy: `Ni ellid darllen ffeil o gelloedd cyhoeddedig ar hyn o bryd. Gofynnwch eto ymhen ${RETRY_AFTER_SECONDS} eiliad.`,
    },
    { seconds: RETRY_AFTER_SECONDS },
    { cause, headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } },
  );
}
