import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type DuckDBConnection, quoteText } from '../src/archive/duckdb.ts';
import { AREA, periodLevelOf, systemOf } from '../src/disclosure/lattice.ts';
import type { Question } from '../src/query/question.ts';
import { liftedRows, rowColumns } from '../src/release/lift-rows.ts';
import {
  alias,
  choicesOf,
  joinOf,
  type LevelColumn,
  tokenTableStatements,
  tokenTextsOf,
} from '../src/release/token-table.ts';
import { TABLES, type TableName } from '../src/standard/generated/tables.ts';
import { dimensionsOf, INDEX_SELECTOR, selectorsOf } from '../src/standard/table-description.ts';
import { LATEST_SETTLED_VERSION } from '../src/standard/versions/of-version.ts';

const version = LATEST_SETTLED_VERSION;

/** A statement of PostgreSQL and its parameters. */
export interface Grouping {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Selectors of a table, with the index by which a row's fifth was found. */
function namedBy(table: TableName): string[] {
  return [...selectorsOf(TABLES[table]).map(({ name }) => name), INDEX_SELECTOR];
}

function figuresIn(table: TableName): string[] {
  return rowColumns(table, version).flatMap(({ name, type }) =>
    type === 'INTEGER' || type === 'DOUBLE' ? [name] : [],
  );
}

/** One column for each level of each dimension, so that no question needs a join. */
function levelColumns(table: TableName): LevelColumn[] {
  const columns = new Map<string, LevelColumn>();
  for (const { selectors } of choicesOf(table)) {
    for (const { name, ...field } of dimensionsOf(TABLES[table])) {
      for (const { id } of systemOf({ name, ...field }, selectors, version).levels) {
        columns.set(`${name}__${id}`, { dimension: name, level: id, column: `${name}__${id}` });
      }
    }
  }
  return [...columns.values()];
}

/**
 * The rows of a table in PostgreSQL: one line for each row, its code at every level as a number, and two indexes: by
 * selectors and period, and by selectors, period and the finest area.
 */
export function rawTableStatements(table: TableName): string[] {
  const columns = [
    ...['quarter', 'financial_year', ...namedBy(table)].map((name) => `${name} text`),
    ...levelColumns(table).map(({ column }) => `${column} integer`),
    ...figuresIn(table).map((name) => `${name} double precision`),
  ];
  const finest = levelColumns(table).findLast(({ dimension }) => dimension === AREA)?.column;
  const narrowed = [...selectorsOf(TABLES[table]).map(({ name }) => name), 'quarter'];
  return [
    `CREATE TABLE raw_${table} (${columns.join(', ')})`,
    `CREATE INDEX ON raw_${table} (${narrowed.join(', ')})`,
    `CREATE INDEX ON raw_${table} (${[...narrowed, finest].join(', ')})`,
  ];
}

/** Copies the keyed rows of a table into PostgreSQL, without their keys. */
export async function loadRawRows(
  { duckdb, client, folder }: { duckdb: DuckDBConnection; client: pg.Client; folder: string },
  table: TableName,
  { paths, year }: { paths: readonly string[]; year: string },
): Promise<void> {
  for (const statement of tokenTableStatements(table, version)) await duckdb.run(statement);
  const levels = levelColumns(table);
  const columns = [
    'kept.period',
    quoteText(year),
    ...namedBy(table).map((name) => `kept.${name}`),
    ...levels.map((item) => `${alias(item)}.token`),
    ...figuresIn(table).map((name) => `kept.${name}`),
  ];
  const file = join(folder, `${table}.csv`);
  await duckdb.run(
    `COPY (WITH kept AS (${liftedRows(table, version, paths)}) SELECT ${columns.join(', ')} ` +
      `FROM kept ${levels.map((item) => joinOf(table, item)).join(' ')}) TO ${quoteText(file)} (FORMAT csv, HEADER false)`,
  );
  const [create = '', ...indexes] = rawTableStatements(table);
  await client.query(create);
  await pipeline(createReadStream(file), client.query(copyFrom(`COPY raw_${table} FROM STDIN (FORMAT csv)`)));
  for (const statement of indexes) await client.query(statement);
  await client.query(`ANALYZE raw_${table}`);
}

/** What PostgreSQL is asked for the same cells, of raw rows: sums of counts, averages of scores. */
export function groupingOf({ table, figures, selectors, periods, area, dimensions }: Question): Grouping {
  const numbers = new Map(tokenTextsOf(table, version).map((text, number) => [text, number]));
  const values: unknown[] = [];
  const given = (value: unknown) => `$${values.push(value)}`;
  const period = periodLevelOf(periods[0] as string) === 'quarter' ? 'quarter' : 'financial_year';
  const asked = [area, ...dimensions].map(({ field, level, categories }) => ({
    column: `${field.name}__${level.id}`,
    tokens: categories.flatMap(({ token }) => numbers.get(token) ?? []),
  }));
  const grouped = [period, ...asked.map(({ column }) => column)];
  const conditions = [
    `${period} = ANY(${given(periods)})`,
    ...Object.entries(selectors).map(([name, code]) => `${name} = ${given(code)}`),
    ...asked.map(({ column, tokens }) => `${column} = ANY(${given(tokens)})`),
  ];
  const sums = figures
    .filter(({ kind }) => kind !== 'code')
    .map(({ name, magnitude }) => `${magnitude === null ? 'SUM' : 'AVG'}(${name}) AS ${name}`);
  const text = `SELECT ${[...grouped, ...sums].join(', ')} FROM raw_${table} WHERE ${conditions.join(' AND ')} GROUP BY ${grouped.join(', ')}`;
  return { text, values };
}
