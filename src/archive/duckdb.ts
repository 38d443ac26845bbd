import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

export interface DuckDbLimits {
  /** For example `1GB`. */
  readonly memoryLimit: string;
  readonly threads: number;
  /** Where what does not fit in memory may go; without it, it is an error. */
  readonly spillFolder?: string;
  /** The only folders that statements may touch. */
  readonly folders: readonly string[];
}

/**
 * Opens an in-memory DuckDB that can touch only the given folders, load nothing and change none of its settings.
 */
export async function openDuckDb(limits: DuckDbLimits): Promise<DuckDBInstance> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: limits.memoryLimit,
    threads: String(limits.threads),
    temp_directory: limits.spillFolder ?? '',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'false',
  });
  const connection = await instance.connect();
  const folders = [...limits.folders, ...(limits.spillFolder ? [limits.spillFolder] : [])].map(quoteText);
  await connection.run(`SET allowed_directories = [${folders.join(', ')}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  connection.closeSync();
  return instance;
}

/** A text as a SQL literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export type { DuckDBConnection, DuckDBInstance };
