import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { periodsCommand } from '../../src/cli/periods.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { listPeriods } from '../../src/store/periods-repository.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { emptyRegisters } from '../support/empty-registers.ts';
import { run } from './run-command.ts';

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createMigratedDatabase();
  open = openDatabase(database.connectionString);
});

beforeEach(async () => {
  await emptyRegisters(open);
});

afterAll(async () => {
  await open?.close();
  await database?.drop();
});

const periods = (argv: string[], language: 'en' | 'cy' = 'en') =>
  run(periodsCommand, open.db, argv, language);
const set = (opens: string, due: string, closes: string) => [
  ...['set', '2026-Q2', '--opens', opens, '--due', due, '--closes', closes],
];
const SET = set('2026-07-01', '2026-08-20', '2026-11-20');

it('sets the days of a period, lists them and keeps what they were', async () => {
  expect((await periods(['list'])).stdout).toContain('calendar of the standard');
  expect(await periods(SET)).toMatchObject({
    exitCode: 0,
    stdout: '2026-Q2  opens 2026-07-01, due 2026-08-20, closes 2026-11-20\n',
  });
  await periods(set('2026-07-01', '2026-08-31', '2026-11-20'));
  expect((await periods(['list'], 'cy')).stdout).toContain("i'w anfon erbyn 2026-08-31");
  expect(JSON.parse((await periods(['list', '--json'])).stdout)).toHaveLength(1);
  expect((await periods(['history', '2026-Q2'])).stdout).toContain('due_on: 2026-08-20 → 2026-08-31');
});

it.each([
  ['no period', ['set']],
  ['a financial year', ['set', '2026-27', ...SET.slice(2)]],
  ['a day that is none', set('2026-07-01', '2026-08-32', '2026-11-20')],
  ['a day in other signs', set('2026-07-01', '20/08/2026', '2026-11-20')],
  ['a due day before the first', set('2026-07-01', '2026-06-30', '2026-11-20')],
  ['an end before the due day', set('2026-07-01', '2026-08-20', '2026-08-19')],
  ['no days', ['set', '2026-Q2']],
  ['an unknown action', ['remove']],
])('refuses %s with the usage, in both languages, and sets nothing', async (_, argv) => {
  expect(await periods(argv)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Usage:') });
  expect(await periods(argv, 'cy')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('Defnydd:'),
  });
  expect(await listPeriods(open.db)).toEqual([]);
});
