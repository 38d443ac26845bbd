import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { codeDigest } from '../../src/release/code-digest.ts';
import { inputsOfFiles } from '../../src/release/file-inputs.ts';
import type { PrivateRows } from '../../src/release/private-rows.ts';
import { contentsOf } from '../../src/release/revision-contents.ts';
import type { ReleaseContent } from '../../src/release/write-release-cells.ts';
import { TABLE_NAMES, type TableName } from '../../src/standard/generated/tables.ts';
import { quartersOf } from '../../src/standard/period.ts';
import { testKey } from '../support/test-keys.ts';

const PERIODS = [...quartersOf('2025-26'), '2026-Q2'];
const WITH = { cellKey: testKey(1), code: 'this code' };

/** Every table in every quarter from one board, with other rows in one of them. */
function contentWith(changed?: TableName, period?: string): ReleaseContent {
  const rows = TABLE_NAMES.flatMap((table) =>
    PERIODS.map((quarter): PrivateRows => {
      const name = table === changed && quarter === period ? 'b' : 'a';
      return { table, period: quarter, path: `/rows/table=${table}/period=${quarter}/7A4-${name}.parquet` };
    }),
  );
  const nations = ['W92000004'];
  return { rows, nations, drawn: contentsOf(rows, '1.0'), version: '1.0', release: 'one' };
}

const before = inputsOfFiles(contentWith(), WITH);

/** The files that are made of something else, less the endings of their paths. */
function changedBy(table: TableName, period: string): string[] {
  const after = inputsOfFiles(contentWith(table, period), WITH);
  expect([...after.keys()]).toEqual([...before.keys()]);
  const changed = [...before.keys()].filter((path) => after.get(path) !== before.get(path));
  return changed
    .filter((path) => path.startsWith('cells/'))
    .map((path) => path.replace(/^cells\/table=(.*)\/period=(.*)\/cells.parquet$/, '$1 $2'));
}

const inQuarterAndYear = (tables: readonly TableName[], quarter: string) =>
  [quarter, '2025-26'].flatMap((period) => tables.map((table) => `${table} ${period}`));

describe('other rows of one table in one quarter', () => {
  it.each([
    ['connections', ['connections']],
    ['outcomes', ['outcomes']],
    ['outcome_coverage', ['outcome_coverage', 'outcomes']],
    ['closures', ['closures']],
    ['characteristics', ['characteristics', 'equity']],
    ['profiles', ['profiles', 'characteristics', 'equity', 'needs']],
  ] as const)('of %s make another file of it and of what asks it: %j', (table, touched) => {
    // Equity is of years only, and reads the return of the last quarter, but asks the other tables in the whole year.
    const expected = inQuarterAndYear(touched, '2025-Q3').filter((name) => name !== 'equity 2025-Q3');
    expect(changedBy(table, '2025-Q3').sort()).toEqual(expected.sort());
  });

  it('of pathway reach the quarters that read from it, one after the other', () => {
    expect(changedBy('pathway', '2025-Q4').sort()).toEqual([
      'closures 2025-26',
      'closures 2025-Q4',
      'pathway 2025-26',
      'pathway 2025-Q4',
      'pathway 2026-Q1',
      'pathway 2026-Q2',
    ]);
  });

  it('make the files of all its periods others too, and no other table’s', () => {
    const after = inputsOfFiles(contentWith('connections', '2026-Q2'), WITH);
    const changed = [...before.keys()].filter((path) => after.get(path) !== before.get(path));
    expect(changed).toEqual([
      'cells/table=connections/period=2026-Q2/cells.parquet',
      'tables/connections.parquet',
      'tables/connections.csv',
    ]);
  });
});

it('takes every file for another under another key, version, nation or code', () => {
  const others = [
    inputsOfFiles(contentWith(), { ...WITH, cellKey: testKey(2) }),
    inputsOfFiles(contentWith(), { ...WITH, code: 'other code' }),
    inputsOfFiles({ ...contentWith(), nations: ['W92000004', 'E92000001'] }, WITH),
    inputsOfFiles({ ...contentWith(), version: '1.1' }, WITH),
  ];
  for (const after of others) {
    expect([...before.keys()].filter((path) => after.get(path) === before.get(path))).toEqual([]);
  }
});

it('takes a parent that is not drawn for another than one that is', () => {
  const content = contentWith();
  const { 'profiles 2025-26': _, ...drawn } = content.drawn;
  const after = inputsOfFiles({ ...content, drawn }, WITH);
  const needs = 'cells/table=needs/period=2025-26/cells.parquet';
  expect(after.get(needs)).not.toBe(before.get(needs));
});

it('knows when a rule, a code list or anything else in the builder’s code changes', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'spcd-code-'));
  const source = fileURLToPath(new URL('../../src', import.meta.url));
  for (const room of ['archive', 'disclosure', 'release', 'standard']) {
    await cp(join(source, room), join(folder, room), { recursive: true });
  }
  expect(await codeDigest(folder)).toBe(await codeDigest());
  await writeFile(join(folder, 'disclosure', 'publish.ts'), 'export const FLOOR = 9;');
  expect(await codeDigest(folder)).not.toBe(await codeDigest());
  await rm(folder, { recursive: true });
});
