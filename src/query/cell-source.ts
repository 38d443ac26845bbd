import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive } from '../archive/archive.ts';
import { type DuckDBConnection, type DuckDBInstance, openDuckDb, withinTime } from '../archive/duckdb.ts';
import { openPlaces, type Places } from '../archive/places.ts';

/** Where answers come from: the archive, and the engine that reads its files. */
export interface CellSource {
  readonly archive: Archive;
  duckdb(): Promise<DuckDBInstance>;
  /** Runs a task when one of a bounded number of places is free, first come first served. */
  readonly limit: Places;
  /**
   * Runs the statements of one question in one place, on a connection of its own, in bounded time.
   *
   * @throws {ServiceError} UNAVAILABLE where no place comes free, TIMEOUT where the statements take too long.
   */
  lookUp<Result>(task: (connection: DuckDBConnection) => Promise<Result>): Promise<Result>;
  /** Lets the engine write one file in a folder of this process alone, as one question, and gives its bytes. */
  writeFile(write: (connection: DuckDBConnection, path: string) => Promise<void>): Promise<Buffer>;
  close(): Promise<void>;
}

/** How many questions are looked up at once, and how long one may take. */
export interface QuestionLimits {
  /** Each holds threads of the pool that file reading shares. */
  readonly atOnce: number;
  /** How many more may wait for a place; the next is refused. */
  readonly waiting: number;
  /** How long one may wait, and then how long its look-up may take. */
  readonly seconds: number;
}

export const USUAL_QUESTION_LIMITS: QuestionLimits = { atOnce: 4, waiting: 32, seconds: 10 };

/** Opens the cells of an archive. The engine starts with the first question. */
export function openCellSource(
  archive: Archive,
  { atOnce, waiting, seconds }: QuestionLimits = USUAL_QUESTION_LIMITS,
): CellSource {
  // Made with the first file, so that a service that may write nowhere else still answers what needs no file.
  const scratch = join(tmpdir(), `spcd-answers-${randomUUID()}`);
  let written = 0;
  let instance: Promise<DuckDBInstance> | undefined;
  const limit = openPlaces({ places: atOnce, waiting, waitMs: seconds * 1_000 });
  const duckdb = () => {
    instance ??= openDuckDb({ memoryLimit: '512MB', threads: 2, folders: [archive.folder, scratch] });
    return instance;
  };
  const lookUp: CellSource['lookUp'] = (task) =>
    limit(async () => {
      const connection = await (await duckdb()).connect();
      try {
        return await withinTime(connection, seconds * 1_000, () => task(connection));
      } finally {
        connection.closeSync();
      }
    });
  return {
    archive,
    duckdb,
    limit,
    lookUp,
    async writeFile(write) {
      await mkdir(scratch, { recursive: true, mode: 0o700 });
      written += 1;
      const path = join(scratch, String(written));
      try {
        await lookUp((connection) => write(connection, path));
        return await readFile(path);
      } finally {
        await rm(path, { force: true });
      }
    },
    async close() {
      (await instance)?.closeSync();
      await rm(scratch, { recursive: true, force: true });
    },
  };
}
