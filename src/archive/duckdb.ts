import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { ServiceError } from '../errors.ts';

export interface DuckDbLimits {
  /** For example `1GB`. */
  readonly memoryLimit: string;
  readonly threads: number;
  /** Where what does not fit in memory may go; without it, it is an error. */
  readonly spillFolder?: string;
  /** Whether rows come in the order in which they stand in files; it costs memory where they are sorted anyway. */
  readonly keepsOrder?: boolean;
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
    // It trusts a file of the same size and second to be the same, so what is mended could stay damaged.
    enable_external_file_cache: 'false',
    preserve_insertion_order: String(limits.keepsOrder ?? false),
  });
  const connection = await instance.connect();
  const folders = [...limits.folders, ...(limits.spillFolder ? [limits.spillFolder] : [])].map(quoteText);
  await connection.run(`SET allowed_directories = [${folders.join(', ')}]`);
  await connection.run('SET enable_external_access = false');
  await connection.run('SET lock_configuration = true');
  connection.closeSync();
  return instance;
}

/** What an engine has for all statements that run at once. */
export interface EngineRoom {
  readonly bytes: number;
  readonly threads: number;
}

/** What the engine of a connection was opened with. */
export async function engineRoom(connection: DuckDBConnection): Promise<EngineRoom> {
  const read = await connection.runAndReadAll(
    "SELECT current_setting('memory_limit'), current_setting('threads')::INTEGER",
  );
  const [limit, threads] = read.getRows()[0] ?? [];
  return { bytes: bytesOf(String(limit)), threads: Number(threads) };
}

const UNITS = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB'];

/** Reads a size as the engine writes it, such as `1.3 GiB`, which it rounds to a tenth. */
function bytesOf(size: string): number {
  const [, number, unit] = /^([\d.]+) (\w+)$/.exec(size) ?? [];
  const power = UNITS.indexOf(unit ?? '');
  if (number === undefined || power === -1) throw new Error(`The engine says that it has ${size} of memory`);
  return Number(number) * 1024 ** power;
}

const RETRY_AFTER_SECONDS = 2;

/** An interrupt does not reach a statement that still waits for a thread, so it is said again and again. */
const INTERRUPT_AGAIN_MS = 50;

/**
 * Runs statements of one connection, and interrupts whichever it is at when the time is over. The connection can
 * be used again afterwards.
 *
 * @throws {ServiceError} TIMEOUT, where they were interrupted; UNAVAILABLE, where they needed more memory than the
 *   engine has for everything that runs at once.
 */
export async function withinLimits<Result>(
  connection: DuckDBConnection,
  limitMs: number,
  run: () => Promise<Result>,
): Promise<Result> {
  let isOver = false;
  const interrupt = () => {
    isOver = true;
    connection.interrupt();
    timer = setTimeout(interrupt, INTERRUPT_AGAIN_MS);
  };
  let timer = setTimeout(interrupt, limitMs);
  try {
    return await run();
  } catch (error) {
    if (isOver) throw tookTooLong(error);
    throw isOutOfMemory(error) ? tookTooMuchMemory(error) : error;
  } finally {
    clearTimeout(timer);
  }
}

function tookTooLong(cause: unknown): ServiceError {
  return new ServiceError(
    'TIMEOUT',
    {
      en: 'The question was given up, as it took too long. Ask for fewer cells at once, or for the same in parts.',
      cy: "Rhoddwyd y gorau i'r cwestiwn, gan iddo gymryd gormod o amser. Gofynnwch am lai o gelloedd ar y tro, neu am yr un peth fesul rhan.",
    },
    {},
    { cause },
  );
}

/** Whether a statement failed as it needed more memory than the engine has. */
export function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Out of Memory Error');
}

function tookTooMuchMemory(cause: unknown): ServiceError {
  return new ServiceError(
    'UNAVAILABLE',
    {
      en: `The question needed more memory than there is beside the others that are being answered. Ask again in ${RETRY_AFTER_SECONDS} seconds, or for the same in parts.`,
      cy: `Roedd angen mwy o gof ar y cwestiwn nag sydd ar gael wrth ochr y rhai eraill sy'n cael eu hateb. Gofynnwch eto ymhen ${RETRY_AFTER_SECONDS} eiliad, neu am yr un peth fesul rhan.`,
    },
    { seconds: RETRY_AFTER_SECONDS },
    { cause, headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } },
  );
}

/** A text as a SQL literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

export type { DuckDBConnection, DuckDBInstance };
