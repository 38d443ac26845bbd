import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellColumnsOf } from '../../src/release/published-cells.ts';
import { parquetWords, readParquetFile } from '../support/answer-in-formats.ts';
import { BOARDS, BULK_CELLS, examplesIn, makeBulkFiles } from '../support/bulk-example.ts';

let bulk: Awaited<ReturnType<typeof makeBulkFiles>>;
beforeAll(async () => {
  bulk = await makeBulkFiles();
});
afterAll(() => bulk?.remove());

const pathOf = (name: string) => join(bulk.folder, 'tables', name);

it('hold the same cells as Parquet and as CSV, every period in turn, read by readers of others', async () => {
  const parquet = await readParquetFile(pathOf('profiles.parquet'));
  expect(Object.keys(parquet[0] as object)).toEqual([...cellColumnsOf('profiles'), 'value']);
  expect(parquet.map(({ period }) => period)).toEqual([...Array(8).fill('2026-Q1'), '2026-Q2', '2025-26']);
  expect(parquet.map(({ value }) => value).sort()).toEqual(BULK_CELLS.map(({ value }) => value).sort());
  const text = await readFile(pathOf('profiles.csv'), 'utf8');
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  expect(errors).toEqual([]);
  const asText = (line: object) =>
    Object.fromEntries(
      Object.entries(line).map(([name, value]) => [name, value === null ? '' : String(value)]),
    );
  expect(data).toEqual(parquet.map(asText));
});

it('say of themselves which standard they follow, of what licence they are and how they are protected', async () => {
  expect(await parquetWords(await readFile(pathOf('profiles.parquet')))).toMatchObject({
    spcd_schema_version: '1.0',
    spcd_table: 'profiles',
    spcd_collection: 'returns',
    licence: 'OGL-UK-3.0',
    disclosure_control: expect.stringContaining('not shown'),
  });
});

it('are the same bytes for the same cells, however many threads write them', async () => {
  const again = await makeBulkFiles(2);
  for (const name of ['profiles.parquet', 'profiles.csv']) {
    const bytes = await readFile(join(again.folder, 'tables', name));
    expect([name, bytes.equals(await readFile(pathOf(name)))]).toEqual([name, true]);
  }
  await again.remove();
});

describe('the examples of docs/bulk.md for DuckDB', () => {
  it('print what they say', async () => {
    const [boards, words] = await examplesIn('sql');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const run = async (sql: string) => {
      const placed = sql.replaceAll("'profiles.parquet'", `'${pathOf('profiles.parquet')}'`);
      return (await connection.runAndReadAll(placed)).getRows();
    };
    expect((await run(String(boards))).map((row) => row.join(','))).toEqual(BOARDS);
    expect((await run(String(words))).map(([name]) => name)).toEqual([
      'disclosure_control',
      'licence',
      'spcd_collection',
      'spcd_schema_version',
      'spcd_table',
    ]);
    connection.closeSync();
  });
});
