import { copyToParquet } from '../archive/copy-to-parquet.ts';
import type { DuckDBConnection } from '../archive/duckdb.ts';
import type { FlatTable } from './flat-table.ts';

/** Lets the engine write one file, and gives the bytes of it. */
export type FileWriter = (
  write: (connection: DuckDBConnection, path: string) => Promise<void>,
) => Promise<Buffer>;

/**
 * A table as Parquet: the columns of the CSV, codes and words as text and figures as double, in the order of the
 * rows, with words about it in the key-value metadata of the file.
 */
export function writeParquet(
  writeFile: FileWriter,
  { columns, rows }: FlatTable,
  about: Readonly<Record<string, string>>,
): Promise<Buffer> {
  return writeFile(async (connection, path) => {
    const types = columns.map(({ name, holds }) => `"${name}" ${holds === 'number' ? 'DOUBLE' : 'VARCHAR'}`);
    await connection.run(`CREATE OR REPLACE TEMP TABLE answer (line INTEGER, ${types.join(', ')})`);
    const appender = await connection.createAppender('answer');
    rows.forEach((row, line) => {
      appender.appendInteger(line);
      for (const value of row) {
        if (value === null) appender.appendNull();
        else if (typeof value === 'number') appender.appendDouble(value);
        else appender.appendVarchar(value);
      }
      appender.endRow();
    });
    appender.closeSync();
    await copyToParquet(connection, 'SELECT * EXCLUDE (line) FROM answer ORDER BY line', path, {
      compression: 'snappy',
      about,
    });
    await connection.run('DROP TABLE answer');
  });
}
