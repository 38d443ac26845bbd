import type { DuckDBConnection } from '../archive/duckdb.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import type { CellQuery } from './cell-sql.ts';
import { type ProtectedCell, placeOf, shapeOf, type Totals } from './protect-cells.ts';

/**
 * Adds up a table of things, such as offers, which are published as they are.
 *
 * Where the table has a least count (`x-least-shown`), a cell with fewer is left out with all its figures: how
 * many hours three volunteers gave is about three people.
 */
export async function* countThings(
  connection: DuckDBConnection,
  query: CellQuery,
  at: { readonly table: TableName; readonly period: string },
): AsyncGenerator<ProtectedCell> {
  const least = TABLES[at.table].least_shown;
  const result = await connection.stream(query.sql);
  const columns = new Map(result.columnNames().map((name, index) => [name, index]));
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    for (const values of chunk.getRows()) {
      const totals: Totals = (name) => values[columns.get(name) ?? -1] ?? null;
      const place = placeOf(query, shapeOf(query, totals), at, totals);
      if (!place || (least && Number(totals(`n_${least.figure}`)) < least.minimum)) continue;
      for (const { name } of query.figures) {
        const sum = totals(`n_${name}`);
        yield { place, figure: name, value: sum === null ? null : roundSum(Number(sum)) };
      }
    }
  }
}

/** Adding fractions such as full-time equivalents leaves dust beyond the two decimals that were sent. */
function roundSum(sum: number): number {
  return Math.round(sum * 100) / 100;
}
