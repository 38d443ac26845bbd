import type { Archive } from '../archive/archive.ts';
import { type DuckDBInstance, openDuckDb } from '../archive/duckdb.ts';

/** Where answers come from: the archive, and the engine that reads its files. */
export interface CellSource {
  readonly archive: Archive;
  duckdb(): Promise<DuckDBInstance>;
  /** Runs a look-up when one of a bounded number of places is free, first come first served. */
  limit<Result>(task: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

/** Look-ups that may run at once. Each holds threads of the pool that file reading shares. */
const PLACES = 4;

/** Opens the cells of an archive. The engine starts with the first question. */
export function openCellSource(archive: Archive): CellSource {
  let instance: Promise<DuckDBInstance> | undefined;
  const limit = limiter(PLACES);
  return {
    archive,
    duckdb: () => {
      instance ??= openDuckDb({ memoryLimit: '512MB', threads: 2, folders: [archive.folder] });
      return instance;
    },
    limit,
    close: async () => (await instance)?.closeSync(),
  };
}

function limiter(places: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (free === 0) await new Promise<void>((resume) => waiting.push(resume));
    else free -= 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
