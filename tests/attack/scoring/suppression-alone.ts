import { FLOOR } from '../../../src/disclosure/publish.ts';
import { type Cell, type CellFilter, readCellFiles } from '../country/cells.ts';
import type { Country } from '../country/open-country.ts';

/**
 * The cells of the same country as suppression alone would publish them: counts below the floor left out, all others
 * as they are. An attack must succeed on these, or its failure on ours proves nothing.
 */
export async function suppressionAlone(country: Country, filter: CellFilter): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for await (const some of readCellFiles(country.truthFolder, filter)) {
    for (const cell of some) if (cell.value !== null && cell.value >= FLOOR) cells.push(cell);
  }
  return cells;
}
