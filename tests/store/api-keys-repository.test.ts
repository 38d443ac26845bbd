import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  authenticateApiKey,
  createApiKey,
  listApiKeys,
  revokeApiKey,
  rotateApiKey,
} from '../../src/store/api-keys-repository.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';

const NOW = new Date('2026-11-01T12:00:00Z');
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

function makeKey(expires_at: Date | null = null) {
  return createApiKey(open.db, { organisation: '7A7', scopes: ['submit', 'read_own'], expires_at, now: NOW });
}

function replaceLast(text: string): string {
  return text.slice(0, -1) + (text.endsWith('A') ? 'B' : 'A');
}

it('lets a key in and says whom it speaks for', async () => {
  const { key, presented } = await makeKey();
  expect(presented).toMatch(new RegExp(`^spcd_${key.key_id}_[A-Za-z0-9_-]{43}$`));
  expect(await authenticateApiKey(open.db, presented, NOW)).toEqual({
    kind: 'key',
    sandbox: false,
    key_id: key.key_id,
    organisation: '7A7',
    scopes: ['submit', 'read_own'],
    expires_at: null,
  });
});

it('stores the digest of the secret and nothing that holds the secret itself', async () => {
  const { key, presented } = await makeKey();
  const secret = presented.slice(-43);
  const stored = await open.db.execute(
    sql`select *, api_keys::text as whole from api_keys where key_id = ${key.key_id}`,
  );
  expect(stored.rows[0]?.secret_sha256).toEqual(createHash('sha256').update(secret).digest());
  expect(String(stored.rows[0]?.whole)).not.toContain(secret);
});

it('refuses a wrong secret, an unknown id and anything that is not a key', async () => {
  const { key, presented } = await makeKey();
  const unknown = presented.replace(key.key_id, '000000000000');
  for (const wrong of [
    replaceLast(presented),
    unknown,
    `Bearer ${presented}`,
    `${presented}A`,
    'spcd__',
    '',
  ]) {
    expect(await authenticateApiKey(open.db, wrong, NOW), wrong).toBeNull();
  }
});

it('refuses a key from the moment it expires', async () => {
  const { presented } = await makeKey(new Date('2027-04-01T00:00:00Z'));
  expect(await authenticateApiKey(open.db, presented, new Date('2027-03-31T23:59:59Z'))).not.toBeNull();
  expect(await authenticateApiKey(open.db, presented, new Date('2027-04-01T00:00:00Z'))).toBeNull();
});

it('refuses a key at once when it is revoked, and keeps the first time of revoking', async () => {
  const { key, presented } = await makeKey();
  expect(await authenticateApiKey(open.db, presented, NOW)).not.toBeNull();
  await revokeApiKey(open.db, key.key_id, NOW);
  expect(await authenticateApiKey(open.db, presented, NOW)).toBeNull();
  const again = await revokeApiKey(open.db, key.key_id, new Date('2026-12-01T00:00:00Z'));
  expect(again?.revoked_at).toEqual(NOW);
});

it('says when there is no key to revoke', async () => {
  expect(await revokeApiKey(open.db, 'ffffffffffff', NOW)).toBeNull();
});

it('notes the last use of a key that was let in, and not of one that was refused', async () => {
  const { key, presented } = await makeKey();
  const lastUse = async () =>
    (await listApiKeys(open.db)).find((each) => each.key_id === key.key_id)?.last_used_at;
  await authenticateApiKey(open.db, replaceLast(presented), NOW);
  expect(await lastUse()).toBeNull();
  await authenticateApiKey(open.db, presented, NOW);
  expect(await lastUse()).toEqual(NOW);
  const later = new Date('2026-11-02T12:00:00Z');
  await authenticateApiKey(open.db, presented, later);
  expect(await lastUse()).toEqual(later);
});

it('lets nobody wait who uses a key while its last use is being written down', async () => {
  const { key, presented } = await makeKey();
  const client = await open.pool.connect();
  try {
    await client.query('begin');
    await client.query('update api_keys set last_used_at = now() where key_id = $1', [key.key_id]);
    expect(await authenticateApiKey(open.db, presented, NOW)).not.toBeNull();
  } finally {
    await client.query('rollback');
    client.release();
  }
});

const DAY_MS = 86_400_000;

it('replaces a key by one that may do the same, and lets the old one work until the overlap ends', async () => {
  const { key, presented } = await createApiKey(open.db, {
    ...{ organisation: '7A1', scopes: ['read_own'], sandbox: true, expires_at: null, now: NOW },
  });
  const ends_at = new Date(NOW.getTime() + 7 * DAY_MS);
  const rotated = await rotateApiKey(open.db, key.key_id, { ends_at, expires_at: null, now: NOW });
  expect(rotated?.old).toMatchObject({ key_id: key.key_id, expires_at: ends_at });
  const last = new Date(ends_at.getTime() - 1);
  const holder = await authenticateApiKey(open.db, presented, last);
  expect(await authenticateApiKey(open.db, rotated?.presented ?? '', last)).toEqual({
    ...holder,
    key_id: rotated?.key.key_id,
    expires_at: null,
  });
  expect(holder).toMatchObject({ organisation: '7A1', scopes: ['read_own'], sandbox: true });
  expect(await authenticateApiKey(open.db, presented, ends_at)).toBeNull();
  expect(await authenticateApiKey(open.db, rotated?.presented ?? '', ends_at)).not.toBeNull();
});

it('never lengthens the life of a key by replacing it, and replaces none that has ended', async () => {
  const end = new Date(NOW.getTime() + DAY_MS);
  const { key } = await makeKey(end);
  const times = { ends_at: new Date(NOW.getTime() + 9 * DAY_MS), expires_at: null, now: NOW };
  expect((await rotateApiKey(open.db, key.key_id, times))?.old.expires_at).toEqual(end);
  expect(await rotateApiKey(open.db, key.key_id, { ...times, now: end })).toBeNull();
  const revoked = await makeKey();
  await revokeApiKey(open.db, revoked.key.key_id, NOW);
  expect(await rotateApiKey(open.db, revoked.key.key_id, times)).toBeNull();
  expect(await rotateApiKey(open.db, 'ffffffffffff', times)).toBeNull();
});
