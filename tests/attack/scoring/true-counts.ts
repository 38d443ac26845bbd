import { LRUCache } from 'lru-cache';
import { type CellFilter, readCellFiles } from '../country/cells.ts';
import type { Country } from '../country/open-country.ts';

type TrueCounts = ReadonlyMap<string, number>;

/** Several attacks ask for the same period one after the other. */
const read = new LRUCache<string, Promise<TrueCounts>>({ max: 3 });

/**
 * The true count of every cell of the lattice, by the id that published cells have too. A cell that is not there
 * is truly zero.
 *
 * For scoring alone: no function that attacks may be given it.
 */
export function trueCounts({ truthFolder }: Country, filter: CellFilter = {}): Promise<TrueCounts> {
  const key = JSON.stringify([truthFolder, filter.table, filter.period]);
  const known = read.get(key);
  if (known) return known;
  const counts = readCounts(truthFolder, filter);
  read.set(key, counts);
  return counts;
}

async function readCounts(folder: string, filter: CellFilter): Promise<TrueCounts> {
  const counts = new Map<string, number>();
  for await (const cells of readCellFiles(folder, filter)) {
    for (const { id, value } of cells) counts.set(id, value as number);
  }
  return counts;
}
