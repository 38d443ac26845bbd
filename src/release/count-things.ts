import { TABLES } from '../standard/generated/tables.ts';
import { placeOf } from './cell-block.ts';
import { planFinder, readTokens, type TableAndPeriod } from './cell-plan.ts';
import type { ProtectedCell } from './protect-cells.ts';
import { positionOf, readSums } from './read-sums.ts';
import type { QueryUnderway } from './sums-ahead.ts';

/**
 * Adds up a table of things, such as offers, which are published as they are.
 *
 * Where the table has a least count (`x-least-shown`), a cell with fewer is left out with all its figures: how
 * many hours three volunteers gave is about three people.
 */
export async function countThings(
  underway: Iterable<QueryUnderway>,
  at: TableAndPeriod,
): Promise<ProtectedCell[]> {
  const cells: ProtectedCell[] = [];
  for (const each of underway) await countSums(each, at, cells);
  return cells;
}

async function countSums(
  { query, sums: started }: QueryUnderway,
  at: TableAndPeriod,
  cells: ProtectedCell[],
): Promise<void> {
  const least = TABLES[at.table].least_shown;
  const planAt = planFinder(query, at);
  const tokens: number[] = [];
  for await (const sums of readSums(started)) {
    for (let row = 0; row < sums.count; row += 1) {
      const plan = planAt(sums, row);
      if (!plan || (least && Number(sums.read(positionOf(sums, `n_${least.figure}`), row)) < least.minimum))
        continue;
      readTokens(plan, sums, row, tokens);
      const place = placeOf({ ...at, ...plan, texts: query.texts }, tokens);
      for (const { name } of query.figures) {
        const sum = sums.read(positionOf(sums, `n_${name}`), row);
        cells.push({ place, figure: name, value: sum === null ? null : roundSum(Number(sum)) });
      }
    }
  }
}

/** Adding fractions such as full-time equivalents leaves dust beyond the two decimals that were sent. */
function roundSum(sum: number): number {
  return Math.round(sum * 100) / 100;
}
