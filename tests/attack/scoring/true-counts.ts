import { type CellFilter, readCellFiles } from '../country/cells.ts';
import type { Country } from '../country/open-country.ts';

/**
 * The true count of every cell of the lattice, by the id that published cells have too. A cell that is not there
 * is truly zero.
 *
 * For scoring alone: no function that attacks may be given it.
 */
export async function trueCounts(
  { truthFolder }: Country,
  filter: CellFilter = {},
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for await (const cells of readCellFiles(truthFolder, filter)) {
    for (const { id, value } of cells) counts.set(id, value as number);
  }
  return counts;
}
