import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUDIT_ACTIONS } from '../../src/store/audit-actions.ts';
import { type AuditEntry, listAudit, readAuditPages, recordAudit } from '../../src/store/audit-log.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';

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

const ENTRY: AuditEntry = {
  at: new Date('2026-11-22T09:30:00.123Z'),
  actor: { kind: 'key', id: '0123456789ab' },
  organisation: '7A7',
  action: 'submission_accepted',
  subject: 'a-submission',
  tables: ['profiles', 'needs'],
  request_id: 'a-request',
  digest: Buffer.alloc(32, 7),
};

it('gives back who did what to what, when, in which request and with which bytes', async () => {
  await recordAudit(open.db, ENTRY);
  expect(await listAudit(open.db, { subject: 'a-submission' })).toEqual([
    { ...ENTRY, sequence: expect.any(Number) },
  ]);
});

it('keeps nothing of a change that was undone', async () => {
  const undone = open.db.transaction(async (transaction) => {
    await recordAudit(transaction, { ...ENTRY, subject: 'undone' });
    throw new Error('and then it failed');
  });
  await expect(undone).rejects.toThrow('and then it failed');
  expect(await listAudit(open.db, { subject: 'undone' })).toEqual([]);
});

it('lists by organisation and from a moment on, oldest first', async () => {
  const actor = { kind: 'service', id: 'ingest' } as const;
  const of = (subject: string, day: string): AuditEntry => ({
    ...{ actor, subject, organisation: '7A1', action: 'submission_rejected' },
    at: new Date(`${day}T00:00:00Z`),
  });
  await recordAudit(
    open.db,
    of('first', '2026-01-01'),
    of('second', '2026-02-01'),
    of('third', '2026-03-01'),
  );
  const subjects = async (since?: Date) =>
    (await listAudit(open.db, { organisation: '7A1', since })).map(({ subject }) => subject);
  expect(await subjects()).toEqual(['first', 'second', 'third']);
  expect(await subjects(new Date('2026-02-01T00:00:00Z'))).toEqual(['second', 'third']);
});

it('is read a page at a time, each entry once and in order', async () => {
  const pagesOf = async (limit: number) => {
    const pages: string[][] = [];
    for await (const page of readAuditPages(open.db, { organisation: '7A1' }, limit))
      pages.push(page.map(({ subject }) => subject));
    return pages;
  };
  expect(await pagesOf(2)).toEqual([['first', 'second'], ['third']]);
  expect(await pagesOf(3)).toEqual([['first', 'second', 'third']]);
});

it('takes every action of the list', async () => {
  for (const action of Object.keys(AUDIT_ACTIONS) as (keyof typeof AUDIT_ACTIONS)[]) {
    await recordAudit(open.db, { ...ENTRY, subject: 'every action', action });
  }
  const listed = await listAudit(open.db, { subject: 'every action' });
  expect(listed.map(({ action }) => action)).toEqual(Object.keys(AUDIT_ACTIONS));
});
