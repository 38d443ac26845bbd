import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submissionsCommand } from '../../src/cli/submissions.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { standReturn } from '../support/stand-return.ts';
import { VALID_RETURN } from '../support/valid-return.ts';
import { run } from './run-command.ts';

let database: TestDatabase;
let owner: OpenDatabase;
let manager: OpenDatabase;
let id: string;
beforeAll(async () => {
  database = await createMigratedDatabase();
  owner = openDatabase(database.connectionString);
  manager = openDatabase(database.connectionString, { role: 'spcd_manage' });
  await standReturn(owner, VALID_RETURN);
  const confirmations = [
    { rule: 'figures-are-unrounded', reason: 'small_service', words: 'We serve one valley.' },
    { rule: 'people-not-above-residents', reason: 'checked_and_correct' },
  ];
  const { rows } = await owner.db.execute<{ id: string }>(
    sql`update submissions set confirmations = ${JSON.stringify(confirmations)}::json returning id`,
  );
  id = rows[0]?.id ?? '';
});
afterAll(async () => {
  await manager?.close();
  await owner?.close();
  await database?.drop();
});

const submissions = (argv: string[], language: 'en' | 'cy' = 'en') =>
  run(submissionsCommand, manager.db, argv, language);

it('lists what was sent, by period and organisation, to the role that keeps the registers', async () => {
  const { exitCode, stdout } = await submissions(['list']);
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining(`${id}  `)]);
  expect(stdout).toMatch(new RegExp(`${VALID_RETURN.submitter} +${VALID_RETURN.period} +Accepted`));
  const listed = async (...argv: string[]) =>
    JSON.parse((await submissions(['list', '--json', ...argv])).stdout).map(
      (each: { id: string }) => each.id,
    );
  expect(await listed('--period', VALID_RETURN.period, '--organisation', VALID_RETURN.submitter)).toEqual([
    id,
  ]);
  expect(await listed('--period', '2019-Q1')).toEqual([]);
  expect((await submissions(['list', '--organisation', '7A1'], 'cy')).stdout).toContain('Nid oes cyflwyniad');
});

it('shows what was confirmed with its words, and no figure of a table', async () => {
  const { stdout } = await submissions(['show', id]);
  expect(stdout).toContain('figures-are-unrounded: small_service: We serve one valley.');
  expect(stdout).toContain('people-not-above-residents: checked_and_correct\n');
  expect(stdout).toMatch(/profiles {2}new {2}\d+ {2}stands/);
  const shown = JSON.parse((await submissions(['show', id, '--json'])).stdout);
  expect(Object.keys(shown)).not.toContain('report');
  expect(shown).toMatchObject({ id, state: 'accepted', confirmations: [{ reason: 'small_service' }, {}] });
  const welsh = (await submissions(['show', id], 'cy')).stdout;
  for (const words of ['Cyflwr: Derbyniwyd', 'profiles  newydd  ', 'ar gyfer y cyhoeddwr yn unig'])
    expect(welsh).toContain(words);
});

it.each([
  ['no such id', ['show', '0b6f2a52-5a4e-4c1c-9d53-2f0f8f3f9c11'], 1, 'There is no such submission.'],
  ['what is no id', ['show', "x' or 1=1"], 1, 'There is no such submission.'],
  ['no id', ['show'], 2, 'Name one submission'],
  ['a limit that is none', ['list', '--limit', '0'], 2, '--limit is a whole number'],
  ['an unknown action', ['delete'], 2, 'Say what to do with submissions.'],
])('says what is wrong with %s', async (_, argv, exitCode, words) => {
  expect(await submissions(argv)).toMatchObject({ exitCode, stderr: expect.stringContaining(words) });
});
