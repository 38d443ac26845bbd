import { type DuckDBConnection, quoteText } from './duckdb.ts';

/** How a Parquet file is packed, and what it says of itself. */
export interface ParquetFile {
  /** zstd is smaller; snappy is read by every reader of Parquet without anything more. */
  readonly compression: 'snappy' | 'zstd';
  readonly about: Readonly<Record<string, string>>;
}

/**
 * Writes the rows of a query as one Parquet file, with words about it in its key-value metadata.
 *
 * The same rows in the same order give the same bytes.
 *
 * @param query - A SELECT. Without an ORDER BY its rows come as the engine likes, unless it keeps the order.
 * @param path - In a folder that the engine may touch.
 */
export async function copyToParquet(
  connection: DuckDBConnection,
  query: string,
  path: string,
  { about, compression }: ParquetFile,
): Promise<void> {
  const pairs = Object.entries(about).map(([key, value]) => `${key}: ${quoteText(value)}`);
  await connection.run(
    `COPY (${query}) TO ${quoteText(path)} ` +
      `(FORMAT parquet, COMPRESSION ${compression}, ROW_GROUP_SIZE 122880, KV_METADATA {${pairs.join(', ')}})`,
  );
}
