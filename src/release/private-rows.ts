import { createHmac } from 'node:crypto';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, quoteText } from '../archive/duckdb.ts';
import { renameDurably, syncPath } from '../archive/durable-files.ts';
import { rowKey } from '../disclosure/keys.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import type { RowValues } from '../standard/row.ts';
import { countsOf, keyFields } from '../standard/table-description.ts';
import { tableOfVersion } from '../standard/versions/of-version.ts';
import type { AcceptedTable } from '../store/accepted-tables.ts';
import { rowColumns } from './lift-rows.ts';

/** A submitted table as keyed rows on disk, read by the builder only. */
export interface PrivateRows {
  readonly table: TableName;
  readonly period: string;
  readonly path: string;
}

export interface PrivateStore {
  readonly connection: DuckDBConnection;
  readonly privateDir: string;
  readonly recordKey: Uint8Array;
}

/**
 * Keys the rows of one submitted table and keeps them as Parquet, once: the same content under the same key
 * is found again by the next release. Rows are kept in the version that they came in (`liftedRows` reads them).
 *
 * @returns Where the rows are.
 */
export async function keepPrivateRows(
  store: PrivateStore,
  accepted: AcceptedTable,
  batches: AsyncIterable<readonly RowValues[]>,
): Promise<PrivateRows> {
  const { table, period, organisation } = accepted;
  const folder = join(store.privateDir, 'rows', `table=${table}`, `period=${period}`);
  // Header fields that the rows carry are part of the name: the digest covers the rows alone.
  const identity = [accepted.table_digest, ...headerColumns(accepted)].join('\u001f');
  const name = createHmac('sha256', store.recordKey).update(identity).digest('hex').slice(0, 32);
  const path = join(folder, `${organisation}-${name}.parquet`);
  if (await exists(path)) return { table, period, path };

  await mkdir(folder, { recursive: true, mode: 0o700 });
  await store.connection.run(`CREATE OR REPLACE TEMP TABLE incoming (${columnDefinitions(accepted)})`);
  for await (const batch of batches) await appendBatch(store, accepted, batch);
  const unfinished = `${path}.${process.pid}.unfinished`;
  await store.connection.run(
    `COPY (SELECT * FROM incoming ORDER BY ALL) TO ${quoteText(unfinished)} (FORMAT parquet, COMPRESSION zstd)`,
  );
  await store.connection.run('DROP TABLE incoming');
  // The next release takes this name for the whole table, so it must not outlive the bytes.
  await syncPath(unfinished);
  await renameDurably(unfinished, path);
  return { table, period, path };
}

/** Columns of a keyed row that come from the header of its return. */
const HEADER_COLUMNS = ['organisation', 'nation', 'period', 'deprivation_index', 'ethnicity_scheme'] as const;

function headerColumns(accepted: AcceptedTable): string[] {
  const organisation = CODE_LISTS.organisations.codes.find((code) => code.code === accepted.organisation);
  const { deprivation_index, ethnicity_scheme } = accepted.header;
  return [
    accepted.organisation,
    organisation?.extra?.nation ?? '',
    accepted.period,
    deprivation_index,
    ethnicity_scheme,
  ];
}

function columnDefinitions({ table, header }: AcceptedTable): string {
  return [
    ...HEADER_COLUMNS.map((name) => `${name} VARCHAR`),
    ...rowColumns(table, header.schema_version).map(({ name, type }) => `${name} ${type}`),
  ].join(', ');
}

async function appendBatch(
  store: PrivateStore,
  accepted: AcceptedTable,
  batch: readonly RowValues[],
): Promise<void> {
  const table = tableOfVersion(accepted.table, accepted.header.schema_version);
  const appender = await store.connection.createAppender('incoming');
  const header = headerColumns(accepted);
  const keyed = keyFields(table).filter((field) => !field.key_omits);
  const keyedColumns = keyed.map((field) => table.fields.indexOf(field));
  const counts = countsOf(table).map((field) => ({ field, column: table.fields.indexOf(field) }));
  for (const row of batch) {
    for (const text of header) appender.appendVarchar(text);
    table.fields.forEach((field, column) => {
      const value = row[column] ?? null;
      if (value === null) appender.appendNull();
      else if (field.kind === 'code') appender.appendVarchar(String(value));
      else if (field.kind === 'integer') appender.appendInteger(Number(value));
      else appender.appendDouble(Number(value));
    });
    const fields = keyedColumns.map((column) => String(row[column]));
    for (const { field, column } of counts) {
      const count = row[column] ?? null;
      if (count === null) appender.appendNull();
      else
        appender.appendUInteger(
          rowKey(store.recordKey, rowIdentity(accepted, field.name, fields, Number(count))),
        );
    }
    appender.endRow();
  }
  appender.closeSync();
}

function rowIdentity(accepted: AcceptedTable, measure: string, fields: readonly string[], count: number) {
  const table = TABLES[accepted.table].key_table ?? accepted.table;
  return { table, measure, table_digest: accepted.table_digest, fields, count };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
