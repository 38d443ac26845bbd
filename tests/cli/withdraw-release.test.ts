import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { type WithdrawReleaseContext, withdrawReleaseCommand } from '../../src/cli/withdraw-release.ts';
import type { AuditEntry } from '../../src/store/audit-log.ts';
import { NOW } from '../support/test-keys.ts';

let archiveDir: string;
let recorded: AuditEntry[];

beforeEach(async () => {
  archiveDir = await mkdtemp(join(tmpdir(), 'spcd-withdraw-'));
  recorded = [];
  await mkdir(join(archiveDir, 'one'));
  const manifest = { release: 'one', collection: 'returns', published_at: '2026-01-01T00:00:00Z' };
  const rest = { tables: {}, coverage: [], scope: [], files: [] };
  await writeFile(join(archiveDir, 'one', 'manifest.json'), JSON.stringify({ ...manifest, ...rest }));
});

afterEach(() => rm(archiveDir, { recursive: true, force: true }));

async function withdraw(argv: readonly string[], differences: Partial<WithdrawReleaseContext> = {}) {
  const written = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({ write: (text: string) => (written[name] += text) });
  const exitCode = await withdrawReleaseCommand(argv, {
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    language: 'en',
    archiveDir,
    now: NOW,
    record: async (entry) => {
      recorded.push(entry);
    },
    ...differences,
  });
  return { exitCode, ...written };
}

const FOR_PRIVACY = ['one', '--reason', 'says_too_much'];

it('withdraws a release, says the notice, and writes it to the audit log', async () => {
  expect(await withdraw(FOR_PRIVACY)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('The release one was withdrawn: its figures could tell'),
    stderr: '',
  });
  expect(recorded).toMatchObject([{ action: 'release_withdrawn', subject: 'one', at: NOW }]);
  expect(await openArchive(archiveDir).list()).toEqual([]);
});

it('keeps the first notice when it is asked again', async () => {
  await withdraw(FOR_PRIVACY);
  const again = await withdraw(['one', '--reason', 'returns_wrong'], { now: new Date(), language: 'cy' });
  expect(again).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('gallai ei ffigurau') });
  expect(await openArchive(archiveDir).withdrawn()).toMatchObject([
    { reason: 'says_too_much', withdrawn_at: NOW.toISOString() },
  ]);
});

it('withdraws without a database, and where the audit log cannot be written says so', async () => {
  const failing = async () => {
    throw new Error('the database is away');
  };
  expect(await withdraw(FOR_PRIVACY, { record: failing })).toMatchObject({
    exitCode: 0,
    stderr: expect.stringMatching(/withdrawn.*audit log: the database is away/),
  });
  expect(await openArchive(archiveDir).list()).toEqual([]);
  expect(await withdraw(FOR_PRIVACY, { record: null })).toMatchObject({ exitCode: 0, stderr: '' });
});

it.each([
  [1, ['two', '--reason', 'says_too_much'], /No release two is published here/],
  [1, ['../one', '--reason', 'says_too_much'], /cannot name a release/],
  [2, ['one'], /--reason takes one of: says_too_much, returns_wrong/],
  [2, ['one', '--reason', 'whim'], /--reason takes one of/],
  [2, ['one', '--reason', '__proto__'], /--reason takes one of/],
  [2, [], /Name one release/],
  [2, ['one', 'two', '--reason', 'says_too_much'], /Name one release/],
] as const)('ends with %s at %j, and withdraws nothing', async (exitCode, argv, words) => {
  expect(await withdraw(argv)).toMatchObject({ exitCode, stdout: '', stderr: expect.stringMatching(words) });
  expect((await openArchive(archiveDir).list()).map(({ release }) => release)).toEqual(['one']);
  expect(recorded).toEqual([]);
});
