import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { quoteText } from '../../src/archive/duckdb.ts';
import { type PublishedFile, readPublishedFile } from '../../src/query/published-file.ts';

const OF = { table: 'profiles', period: '2026-Q1' } as const;
const COLUMNS = [
  'figure',
  'population',
  'deprivation_index',
  'area_code',
  'age_band',
  'sex',
  'deprivation_quintile',
];

let folder: string;
let instance: DuckDBInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-file-'));
  instance = await DuckDBInstance.create(':memory:');
});
afterAll(async () => {
  instance?.closeSync();
  await rm(folder, { recursive: true, force: true });
});

type Row = readonly [texts: readonly (string | null)[], period: string, value: number | null];

async function fileOf(rows: readonly Row[], name: string): Promise<PublishedFile> {
  const path = join(folder, name);
  const connection = await instance.connect();
  const columns = [...COLUMNS, 'period'].map((column) => `${column} VARCHAR`).join(', ');
  await connection.run(`CREATE OR REPLACE TABLE cells (${columns}, value DOUBLE)`);
  for (const [texts, period, value] of rows) {
    const values = [...texts, period].map((text) => (text === null ? 'NULL' : quoteText(text)));
    await connection.run(`INSERT INTO cells VALUES (${values.join(', ')}, ${value ?? 'NULL'})`);
  }
  await connection.run(`COPY cells TO ${quoteText(path)} (FORMAT parquet)`);
  const file = await readPublishedFile(connection, path, OF);
  connection.closeSync();
  return file;
}

function figureAt(file: PublishedFile, texts: readonly (string | null)[]) {
  const parts = COLUMNS.map((column, index) => file.partOf(column, texts[index] ?? undefined));
  return file.figureAt(parts.reduce((sum, part) => sum + part, 0));
}

const AREAS = ['W06000023', 'W06000024', "a'rea", 'nation:W92000004'];
const SEXES = [null, 'female', 'male'];

it('gives every cell of a file at its own place, in whatever order they stand, and nothing elsewhere', async () => {
  const all = AREAS.flatMap((area) =>
    SEXES.map((sex) => ['people', 'supported', null, area, null, sex, null]),
  );
  const published = all.filter((_, index) => index % 3 !== 1);
  const rows = published.map((texts, index): Row => [texts, '2026-Q1', index * 5]);
  const file = await fileOf(rows.toReversed(), 'some.parquet');
  expect(all.map((texts) => figureAt(file, texts))).toEqual(
    all.map((texts) => (published.includes(texts) ? published.indexOf(texts) * 5 : undefined)),
  );
});

it('tells a figure that the returns did not hold from one that is not published', async () => {
  const texts = ['people', 'supported', null, 'W06000023', null, null, null];
  const file = await fileOf([[texts, '2026-Q1', null]], 'null.parquet');
  expect(figureAt(file, texts)).toBeNull();
  expect(figureAt(file, ['people', 'supported', null, 'W06000023', null, 'female', null])).toBeUndefined();
  expect(figureAt(file, ['people', 'referred', null, 'W06000023', null, null, null])).toBeUndefined();
});

it('leaves out cells of another period, and reads a file without any', async () => {
  const texts = ['people', 'supported', null, 'W06000023', null, null, null];
  const file = await fileOf([[texts, '2025-Q4', 5]], 'other.parquet');
  expect(figureAt(file, texts)).toBeUndefined();
  expect(file.figureAt(0)).toBeUndefined();
});

it.each(['__proto__', 'constructor', '', "'; DROP TABLE cells; --"])(
  'takes the text %j for a text like any other',
  async (text) => {
    const texts = ['people', 'supported', null, text, null, text, null];
    const file = await fileOf([[texts, '2026-Q1', 35]], 'hostile.parquet');
    expect(figureAt(file, texts)).toBe(35);
    expect(file.partOf('sex', 'hasOwnProperty')).toBeNaN();
  },
);
