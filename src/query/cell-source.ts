import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Archive, CellsFile } from '../archive/archive.ts';
import { type DuckDBConnection, openDuckDb, withinLimits } from '../archive/duckdb.ts';
import type { Manifest } from '../archive/manifest.ts';
import { openPlaces, type Places } from '../archive/places.ts';
import { keepEngine } from './keep-engine.ts';
import { type KeptFiles, keepPublishedFiles } from './keep-published-files.ts';

/** Where answers come from: the archive, and the engine that reads its files. */
export interface CellSource {
  readonly archive: Archive;
  /** Published cells that are in memory. */
  readonly kept: KeptFiles;
  /** In one answer, what of the archive it has looked at already. */
  readonly ofAnswer?: LookedAt;
  /** Runs a task when one of a bounded number of places is free, first come first served. */
  readonly limit: Places;
  /**
   * Works out one answer in one place. What the task looks up through the source that it is given takes no other.
   *
   * @throws {ServiceError} UNAVAILABLE where no place comes free.
   */
  inPlace<Result>(task: (source: CellSource) => Promise<Result>): Promise<Result>;
  /**
   * Runs the statements of one question in one place, on a connection of its own, in bounded time.
   *
   * @throws {ServiceError} UNAVAILABLE where no place comes free or the engine's memory is not enough, TIMEOUT where
   *   the statements take too long.
   */
  lookUp<Result>(task: (connection: DuckDBConnection) => Promise<Result>): Promise<Result>;
  /** Lets the engine write one file in a folder of this process alone, as one question, and gives its bytes. */
  writeFile(write: (connection: DuckDBConnection, path: string) => Promise<void>): Promise<Buffer>;
  close(): Promise<void>;
}

/** What of the archive was looked at for one answer, so that it looks at each thing once. */
export interface LookedAt {
  /** By the id of the release. */
  readonly standing: Map<string, Promise<Manifest | undefined>>;
  /** By release, table and period. */
  readonly files: Map<string, Promise<CellsFile>>;
}

/** How many questions are answered at once, how long one may take, and what memory that may need. */
export interface QuestionLimits {
  /** Each holds threads of the pool that file reading shares. */
  readonly atOnce: number;
  /** How many more may wait for a place; the next is refused. */
  readonly waiting: number;
  /** How long one may wait, and then how long its look-up may take. */
  readonly seconds: number;
  /** Of the engine, as it takes it: `512MB`. */
  readonly engineMemory?: string;
  /** Of published cells that are kept: 64 MB are four million. */
  readonly cellBytes?: number;
}

export const USUAL_QUESTION_LIMITS: QuestionLimits = { atOnce: 4, waiting: 32, seconds: 10 };

const CELL_BYTES = 64 * 1024 * 1024;

/** Opens the cells of an archive. The engine starts with the first question. */
export function openCellSource(
  archive: Archive,
  {
    atOnce,
    waiting,
    seconds,
    engineMemory = '512MB',
    cellBytes = CELL_BYTES,
  }: QuestionLimits = USUAL_QUESTION_LIMITS,
): CellSource {
  // Made with the first file, so that a service that may write nowhere else still answers what needs no file.
  const scratch = join(tmpdir(), `spcd-answers-${randomUUID()}`);
  let written = 0;
  const kept = keepPublishedFiles(cellBytes);
  const limit = openPlaces({ places: atOnce, waiting, waitMs: seconds * 1_000 });
  const engine = keepEngine(() =>
    openDuckDb({ memoryLimit: engineMemory, threads: 2, folders: [archive.folder, scratch] }),
  );
  const run: CellSource['lookUp'] = (task) =>
    engine.run((connection) => withinLimits(connection, seconds * 1_000, () => task(connection)));
  const through = (places: Places): CellSource => ({
    archive,
    kept,
    limit: places,
    inPlace: (task) => places(() => task({ ...held, ofAnswer: { standing: new Map(), files: new Map() } })),
    lookUp: (task) => places(() => run(task)),
    async writeFile(write) {
      await mkdir(scratch, { recursive: true, mode: 0o700 });
      written += 1;
      const path = join(scratch, String(written));
      try {
        await places(() => run((connection) => write(connection, path)));
        return await readFile(path);
      } finally {
        await rm(path, { force: true });
      }
    },
    async close() {
      await engine.close();
      await rm(scratch, { recursive: true, force: true });
    },
  });

  const ownPlace = <Result>(task: () => Promise<Result>) => task();
  const held = through(Object.assign(ownPlace, { isFull: limit.isFull }));
  return through(limit);
}
