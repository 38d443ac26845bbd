import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { DatabaseUnusable } from './database-unusable.ts';

/**
 * Compares the migrations that a database has had with those of this checkout.
 *
 * @returns Whether it has had all of them.
 * @throws {DatabaseUnusable} If it has had one that this checkout does not know: then a newer program, or another
 *   one, has been here, and what this program would write might not be what that one reads.
 */
export async function isUpToDate(client: pg.ClientBase, migrationsFolder: string): Promise<boolean> {
  const known = await readJournal(migrationsFolder);
  const applied = await readApplied(client);
  const newest = Math.max(...applied.filter((when) => !known.includes(when)));
  if (Number.isFinite(newest)) throw newerSchema(new Date(newest), new Date(Math.max(...known)));
  return known.every((when) => applied.includes(when));
}

/** Moments at which the migrations of a folder were written: drizzle knows them by these. */
async function readJournal(migrationsFolder: string): Promise<number[]> {
  const text = await readFile(join(migrationsFolder, 'meta', '_journal.json'), 'utf8');
  return (JSON.parse(text) as { entries: { when: number }[] }).entries.map(({ when }) => when);
}

async function readApplied(client: pg.ClientBase): Promise<number[]> {
  const { rows } = await client.query<{ there: boolean }>(
    "select to_regclass('drizzle.__drizzle_migrations') is not null as there",
  );
  if (!rows[0]?.there) return [];
  const applied = await client.query<{ when: string }>(
    'select created_at as when from drizzle.__drizzle_migrations',
  );
  return applied.rows.map(({ when }) => Number(when));
}

function newerSchema(newest: Date, known: Date): DatabaseUnusable {
  const [theirs, ours] = [newest, known].map((moment) => moment.toISOString());
  return new DatabaseUnusable({
    en: `The database was brought up to date by a newer version of this program: it has had a change of its tables of ${theirs}, and this version knows of none after ${ours}. Nothing was touched. Run the newer version, or go back to a copy of the database from before.`,
    cy: `Diweddarwyd y gronfa ddata gan fersiwn mwy newydd o'r rhaglen hon: cafodd newid i'w thablau dyddiedig ${theirs}, ac nid yw'r fersiwn hwn yn gwybod am unrhyw newid ar ôl ${ours}. Ni chyffyrddwyd â dim. Rhedwch y fersiwn mwy newydd, neu ewch yn ôl at gopi o'r gronfa ddata o'r cyfnod cynt.`,
  });
}
