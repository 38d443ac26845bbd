import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditCommand } from '../../src/cli/audit.ts';
import { keysCommand } from '../../src/cli/keys.ts';
import { recordAudit } from '../../src/store/audit-log.ts';
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

const audit = (argv: string[], language: 'en' | 'cy' = 'en') => run(auditCommand, open.db, argv, language);
const makeKey = async (organisation: string): Promise<string> =>
  JSON.parse((await run(keysCommand, open.db, ['create', '--organisation', organisation, '--json'])).stdout)
    .key_id;

it('says in words who made and revoked a key, each once, however often it is revoked', async () => {
  const key_id = await makeKey('7A7');
  for (let time = 0; time < 2; time++) await run(keysCommand, open.db, ['revoke', key_id]);
  const lines = (await audit(['list', '--subject', key_id])).stdout.trim().split('\n');
  expect(lines).toEqual([
    expect.stringMatching(new RegExp(`^\\S+  command .+  key made  ${key_id}  7A7$`)),
    expect.stringMatching(new RegExp(`^\\S+  command .+  key revoked  ${key_id}  7A7$`)),
  ]);
  const welsh = await audit(['list', '--subject', key_id], 'cy');
  expect(welsh.stdout).toContain('dirymwyd allwedd');
});

it('writes nothing of a key that was not there to be revoked', async () => {
  await run(keysCommand, open.db, ['revoke', 'ffffffffffff']);
  expect((await audit(['list', '--subject', 'ffffffffffff', '--json'])).stdout).toBe('[]\n');
});

it('gives digests in hex, and one organisation only when asked', async () => {
  await makeKey('7A2');
  await recordAudit(open.db, {
    at: new Date('2026-11-22T09:30:00Z'),
    actor: { kind: 'client', id: 'a-client' },
    organisation: '7A3',
    action: 'submission_rejected',
    subject: 'a-submission',
    digest: Buffer.alloc(32, 255),
  });
  const listed = JSON.parse((await audit(['list', '--organisation', '7A3', '--json'])).stdout);
  expect(listed).toMatchObject([{ organisation: '7A3', request_id: null, digest: 'ff'.repeat(32) }]);
});

it.each([
  ['no action', []],
  ['an unknown action', ['clear']],
  ['a day that is none', ['list', '--since', '2026-02-30']],
  ['a moment that is none', ['list', '--since', '2026-02-20T25:00:00Z']],
])('refuses %s with the usage, in both languages', async (_, argv) => {
  expect(await audit(argv)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Usage:') });
  expect(await audit(argv, 'cy')).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Defnydd:') });
});

it('says so when nothing fits', async () => {
  expect((await audit(['list', '--since', '2999-01-01'])).stdout).toBe(
    'The audit log holds nothing that fits.\n',
  );
});
