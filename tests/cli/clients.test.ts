import { afterAll, beforeAll, expect, it } from 'vitest';
import { clientsCommand } from '../../src/cli/clients.ts';
import { listAudit } from '../../src/store/audit-log.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { findClientHolder } from '../../src/store/oauth-clients-repository.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { run } from './run-command.ts';

const ISSUER = 'https://login.example.wales';
let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createMigratedDatabase();
  open = openDatabase(database.connectionString, { role: 'spcd_manage' });
});

afterAll(async () => {
  await open?.close();
  await database?.drop();
});

const clients = (argv: string[], language: 'en' | 'cy' = 'en', issuer: string | null = ISSUER) =>
  run((args, context) => clientsCommand(args, { ...context, issuer }), open.db, argv, language);

const TOKEN = { issuer: ISSUER, clientId: 'a-system', scopes: ['submit', 'read_own'] };

it('adds, lists and revokes a client, and writes down each change', async () => {
  const added = await clients([
    'add',
    'a-system',
    '--organisation',
    '7A7',
    '--scopes',
    'submit',
    '--sandbox',
  ]);
  expect(added.stdout).toContain(`a-system  7A7  submit  ${ISSUER}`);
  expect(await findClientHolder(open.db, TOKEN, new Date())).toEqual({
    ...{
      kind: 'client',
      key_id: 'a-system',
      organisation: '7A7',
      scopes: ['submit'],
      sandbox: true,
      expires_at: null,
    },
  });
  expect((await clients(['list'], 'cy')).stdout).toContain('blwch tywod');
  expect(await clients(['add', 'a-system', '--organisation', '7A1'])).toMatchObject({ exitCode: 1 });
  for (let time = 0; time < 2; time++) {
    const revoked = await clients(['revoke', 'a-system', '--json']);
    expect(JSON.parse(revoked.stdout).revoked_at).not.toBeNull();
  }
  expect(await findClientHolder(open.db, TOKEN, new Date())).toBeNull();
  const written = await listAudit(open.db, { subject: 'a-system' });
  expect(written.map(({ action, organisation }) => [action, organisation])).toEqual([
    ['client_added', '7A7'],
    ['client_revoked', '7A7'],
  ]);
});

it('tells clients of two issuers apart', async () => {
  const other = 'https://other.example.wales';
  await clients(['add', 'same-name', '--organisation', '7A2', '--issuer', other]);
  expect(await clients(['revoke', 'same-name'], 'cy')).toMatchObject({
    exitCode: 1,
    stderr: "Nid oes cleient â'r id same-name\n",
  });
  expect(await clients(['revoke', 'same-name', '--issuer', other])).toMatchObject({ exitCode: 0 });
});

it.each([
  ['no action', []],
  ['no client', ['add', '--organisation', '7A7']],
  ['no organisation', ['add', 'x']],
  ['an unknown scope', ['add', 'x', '--organisation', '7A7', '--scopes', 'all']],
  ['an issuer that is no address', ['add', 'x', '--organisation', '7A7', '--issuer', 'login']],
])('refuses %s with the usage, in both languages', async (_, argv) => {
  expect(await clients(argv)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Usage:') });
  expect(await clients(argv, 'cy')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('Defnydd:'),
  });
});

it('asks for the issuer where the settings have none', async () => {
  const refused = await clients(['add', 'x', '--organisation', '7A7'], 'en', null);
  expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('SPCD_OAUTH_ISSUER') });
});
