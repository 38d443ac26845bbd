import type { DuckDBConnection } from '../archive/duckdb.ts';
import { TABLES } from '../standard/generated/tables.ts';
import { cellFinder, type TableAndPeriod } from './cell-plan.ts';
import type { CellQuery } from './cell-sql.ts';
import type { ProtectedCell } from './protect-cells.ts';
import { readSums } from './read-sums.ts';

/**
 * Adds up a table of things, such as offers, which are published as they are.
 *
 * Where the table has a least count (`x-least-shown`), a cell with fewer is left out with all its figures: how
 * many hours three volunteers gave is about three people.
 */
export async function* countThings(
  connection: DuckDBConnection,
  query: CellQuery,
  at: TableAndPeriod,
): AsyncGenerator<readonly ProtectedCell[]> {
  const least = TABLES[at.table].least_shown;
  const find = cellFinder(query, at);
  for await (const rows of readSums(connection, query.sql)) {
    const cells: ProtectedCell[] = [];
    for (const totals of rows) {
      const cell = find(totals);
      if (!cell || (least && Number(totals(`n_${least.figure}`)) < least.minimum)) continue;
      for (const { name } of query.figures) {
        const sum = totals(`n_${name}`);
        const value = sum === null ? null : roundSum(Number(sum));
        cells.push({ place: cell.place, figure: name, value });
      }
    }
    yield cells;
  }
}

/** Adding fractions such as full-time equivalents leaves dust beyond the two decimals that were sent. */
function roundSum(sum: number): number {
  return Math.round(sum * 100) / 100;
}
