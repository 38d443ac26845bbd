import { afterAll, beforeAll, expect, it } from 'vitest';
import { keysCommand } from '../../src/cli/keys.ts';
import { authenticateApiKey, listApiKeys } from '../../src/store/api-keys-repository.ts';
import { listAudit } from '../../src/store/audit-log.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { run } from './run-command.ts';

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createMigratedDatabase();
  open = openDatabase(database.connectionString);
});

afterAll(async () => {
  await open?.close();
  await database?.drop();
});

const keys = (argv: string[], language: 'en' | 'cy' = 'en') => run(keysCommand, open.db, argv, language);

it('prints a new key that opens the door, once', async () => {
  const made = await keys(['create', '--organisation', '7A7']);
  expect(made.exitCode).toBe(0);
  const [presented = ''] = /spcd_[0-9a-f]{12}_[\w-]{43}/.exec(made.stdout) ?? [];
  const holder = await authenticateApiKey(open.db, presented, new Date());
  expect(holder).toMatchObject({ organisation: '7A7', scopes: ['submit', 'read_own'] });
  const listed = await keys(['list']);
  expect(listed.stdout).toContain(holder?.key_id);
  expect(listed.stdout).not.toContain(presented.slice(-43));
});

it('gives a key the scopes and the last day asked for', async () => {
  const lastDay = `${new Date().getUTCFullYear() + 1}-03-31`;
  const made = await keys([
    ...['create', '--organisation', '7A1', '--scopes', 'read_own', '--expires', lastDay, '--json'],
  ]);
  const key = JSON.parse(made.stdout);
  expect(key).toMatchObject({ organisation: '7A1', scopes: ['read_own'] });
  const lastMoment = new Date(`${lastDay}T23:59:59Z`);
  expect(await authenticateApiKey(open.db, key.key, lastMoment)).not.toBeNull();
  expect(await authenticateApiKey(open.db, key.key, new Date(lastMoment.getTime() + 1_000))).toBeNull();
});

it('makes a sandbox key where one is asked for, and shows which keys are', async () => {
  const made = JSON.parse((await keys(['create', '--organisation', '7A3', '--sandbox', '--json'])).stdout);
  expect(await authenticateApiKey(open.db, made.key, new Date())).toMatchObject({ sandbox: true });
  const real = JSON.parse((await keys(['create', '--organisation', '7A3', '--json'])).stdout);
  expect(await authenticateApiKey(open.db, real.key, new Date())).toMatchObject({ sandbox: false });
  const lines = (await keys(['list'])).stdout.split('\n');
  expect(lines.find((line) => line.startsWith(made.key_id))).toContain('sandbox');
  expect(lines.find((line) => line.startsWith(real.key_id))).not.toContain('sandbox');
  expect((await keys(['list'], 'cy')).stdout).toContain('blwch tywod');
});

it.each([
  ['an unknown organisation', ['create', '--organisation', 'XYZ']],
  ['no organisation', ['create']],
  ['an unknown scope', ['create', '--organisation', '7A7', '--scopes', 'submit,publish']],
  ['a day that has passed', ['create', '--organisation', '7A7', '--expires', '2020-01-01']],
  ['a day that is none', ['create', '--organisation', '7A7', '--expires', '2099-02-30']],
  ['an unknown option', ['create', '--organisation', '7A7', '--forever']],
  ['an unknown action', ['remove']],
  ['no action', []],
  ['two keys at once', ['revoke', 'a', 'b']],
  ['no key to replace', ['rotate']],
  ['an overlap of no days', ['rotate', 'ffffffffffff', '--overlap', 'soon']],
  ['an overlap of years', ['rotate', 'ffffffffffff', '--overlap', '999']],
])('refuses %s with the usage, in both languages, and makes nothing', async (_, argv) => {
  const before = await listApiKeys(open.db);
  expect(await keys(argv)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Usage:') });
  expect(await keys(argv, 'cy')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Defnydd:') });
  expect(await listApiKeys(open.db)).toEqual(before);
});

it('revokes a key by its id', async () => {
  const key = JSON.parse((await keys(['create', '--organisation', '7A7', '--json'])).stdout);
  const revoked = await keys(['revoke', key.key_id]);
  expect(revoked).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('revoked') });
  expect(await authenticateApiKey(open.db, key.key, new Date())).toBeNull();
});

it('says when there is no key to revoke, in the language asked for', async () => {
  expect(await keys(['revoke', 'ffffffffffff'], 'cy')).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: "Nid oes allwedd â'r id ffffffffffff\n",
  });
});

it('replaces a key, says until when the old one works, and writes both down', async () => {
  const old = JSON.parse((await keys(['create', '--organisation', '7A7', '--json'])).stdout);
  const rotated = await keys(['rotate', old.key_id, '--overlap', '0']);
  expect(rotated).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('works no more') });
  const [presented = ''] = /spcd_[0-9a-f]{12}_[\w-]{43}/.exec(rotated.stdout) ?? [];
  expect(await authenticateApiKey(open.db, presented, new Date())).not.toBeNull();
  expect(await authenticateApiKey(open.db, old.key, new Date())).toBeNull();
  const written = await listAudit(open.db, { subject: old.key_id });
  expect(written.map(({ action }) => action)).toEqual(['key_created', 'key_rotated']);
  expect(await listAudit(open.db, { subject: presented.slice(5, 17) })).toMatchObject([
    { action: 'key_created' },
  ]);
});

it('replaces no key that has ended, in the language asked for', async () => {
  expect(await keys(['rotate', 'ffffffffffff'], 'cy')).toEqual({
    exitCode: 1,
    stdout: '',
    stderr: "Nid oes allwedd sy'n gweithio â'r id ffffffffffff\n",
  });
});
