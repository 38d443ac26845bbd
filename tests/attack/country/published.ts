import { join } from 'node:path';
import { openArchive } from '../../../src/archive/archive.ts';
import type { Manifest } from '../../../src/archive/manifest.ts';
import { type Cell, type CellFilter, readCellFiles } from './cells.ts';

/** All that anyone can download of a release: what an attacker has. */
export interface Published {
  readonly archiveDir: string;
  readonly release: string;
  manifest(): Promise<Manifest>;
  /** The published cells themselves, in the order of their files. A cell that is not there is suppressed. */
  cells(filter?: CellFilter): Promise<readonly Cell[]>;
}

function isNarrow({ table, period }: CellFilter): boolean {
  return table !== undefined || period !== undefined;
}

export function readPublished(archiveDir: string, release: string): Published {
  // Read once: most attacks want them all.
  let all: Promise<readonly Cell[]> | undefined;
  const read = async (filter: CellFilter) => {
    const cells: Cell[] = [];
    for await (const some of readCellFiles(join(archiveDir, release), filter)) {
      for (const cell of some) cells.push(cell);
    }
    return cells;
  };
  return {
    archiveDir,
    release,
    async manifest() {
      const found = await openArchive(archiveDir).find(release);
      if (!found) throw new Error(`${archiveDir} holds no release ${release}`);
      return found;
    },
    async cells(filter = {}) {
      if (all === undefined && isNarrow(filter)) return read(filter);
      all ??= read({});
      const { table, period } = filter;
      if (!isNarrow(filter)) return all;
      return (await all).filter(
        ({ place }) => (table ?? place.table) === place.table && (period ?? place.period) === place.period,
      );
    },
  };
}
