import { type SQL, sql } from 'drizzle-orm';
import type { TableName } from '../standard/generated/tables.ts';
import { countsOf } from '../standard/table-description.ts';
import { TABLES_OF_EVERY_VERSION } from '../standard/versions/every-version.ts';
import type { Database } from './database.ts';
import { ROW_TABLES } from './generated/row-tables.ts';

/** How the rows of one submission differ from those of another, in one table. */
export interface RowComparison {
  readonly rows_added: number;
  readonly rows_removed: number;
  /** Rows of which the codes are the same and a figure is not. */
  readonly rows_changed: number;
  readonly rows_equal: number;
  /** Each count of the table, added up over all of its rows; null where there are none. */
  readonly figures: readonly FigureComparison[];
}

export interface FigureComparison {
  readonly figure: string;
  readonly before: number | null;
  readonly after: number | null;
}

/**
 * Compares the stored rows of two submissions, in the database.
 *
 * These are true counts: they are for the organisation that sent them.
 *
 * @param before - Null compares with no rows at all.
 */
export async function compareRows(
  db: Database,
  table: TableName,
  { before, after }: { readonly before: string | null; readonly after: string },
): Promise<RowComparison> {
  const { fields } = TABLES_OF_EVERY_VERSION[table];
  const named = (names: readonly string[], alias?: string): SQL =>
    sql.join(
      names.map((name) =>
        alias === undefined ? sql.identifier(name) : sql`${sql.identifier(alias)}.${sql.identifier(name)}`,
      ),
      sql`, `,
    );
  const codes = fields.filter(({ role }) => role !== 'measure').map(({ name }) => name);
  const values = fields.filter(({ role }) => role === 'measure').map(({ name }) => name);
  const counts = countsOf(TABLES_OF_EVERY_VERSION[table]).map(({ name }) => name);
  const isThere = (alias: string) => sql`${sql.identifier(alias)}.submission_id is not null`;
  const isEqual = sql`row(${named(values, 'old')}) is not distinct from row(${named(values, 'new')})`;
  const sums = counts.flatMap((name, index) => [
    sql`sum(old.${sql.identifier(name)})::float8 as ${sql.identifier(`before_${index}`)}`,
    sql`sum(new.${sql.identifier(name)})::float8 as ${sql.identifier(`after_${index}`)}`,
  ]);
  const { rows } = await db.execute<Record<string, number | null>>(sql`
    select ${sql.join(
      [
        sql`count(*) filter (where not (${isThere('old')}))::int as added`,
        sql`count(*) filter (where not (${isThere('new')}))::int as removed`,
        sql`count(*) filter (where ${isThere('old')} and ${isThere('new')} and ${isEqual})::int as equal`,
        sql`count(*) filter (where ${isThere('old')} and ${isThere('new')} and not (${isEqual}))::int as changed`,
        ...sums,
      ],
      sql`, `,
    )}
    from (select * from ${ROW_TABLES[table]} where submission_id = ${before}) as old
    full join (select * from ${ROW_TABLES[table]} where submission_id = ${after}) as new using (${named(codes)})
  `);
  const [found] = rows;
  if (found === undefined) throw new Error('a comparison always gives one row');
  return {
    rows_added: Number(found.added),
    rows_removed: Number(found.removed),
    rows_changed: Number(found.changed),
    rows_equal: Number(found.equal),
    figures: counts.map((figure, index) => ({
      figure,
      before: found[`before_${index}`] ?? null,
      after: found[`after_${index}`] ?? null,
    })),
  };
}
