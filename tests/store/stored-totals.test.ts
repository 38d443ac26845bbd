import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Return } from '../../src/standard/generated/types.ts';
import { listAcceptedTables } from '../../src/store/accepted-tables.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import { listStoredTotals } from '../../src/store/stored-totals.ts';
import { TOTALLED } from '../../src/validation/total-counts.ts';
import { returnWith, SERVICE, send } from '../ingest/send.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';

const POWYS = JSON.parse(await readFile('examples/valid/powys-2026-q3.json', 'utf8')) as Return;

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createMigratedDatabase();
  open = openDatabase(database.connectionString);
  await saveServices(open.db, [SERVICE]);
});

beforeEach(() => open.db.execute(sql`truncate submissions, submission_tables, standing_tables`));

afterAll(async () => {
  await open?.close();
  await database?.drop();
});

async function storedTotals() {
  const standing = await listAcceptedTables(open.db, { collection: 'synthetic' });
  const byTable = new Map(standing.map(({ table }) => [table, new Map<string, number>()]));
  for (const { table, codes, count } of await listStoredTotals(open.db, standing)) {
    byTable.get(table)?.set(codes.join(), count);
  }
  return byTable;
}

it('keeps what every table that is compared counts, and nothing of the others', async () => {
  expect((await send(open, POWYS)).accepted).toBe(true);
  const stored = await storedTotals();
  const totalled = [...stored].filter(([, totals]) => totals.size > 0).map(([table]) => table);
  expect(totalled.sort()).toEqual([...TOTALLED].sort());
  const people = (POWYS.tables.profiles ?? [])
    .filter(({ population }) => population === 'referred')
    .reduce((sum, row) => sum + (row.people ?? 0), 0);
  expect(stored.get('profiles')?.get('referred')).toBe(people);
});

it('is the same for a table that was sent again', async () => {
  await send(open, POWYS);
  const first = await storedTotals();
  const { receipt } = await send(open, POWYS);
  expect(new Set(receipt.tables.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
  expect(await storedTotals()).toEqual(first);
});

it('has nothing for tables that do not stand', async () => {
  expect(await listStoredTotals(open.db, [])).toEqual([]);
});

it('was worked out by its migration for what had been stored before', async () => {
  await send(open, POWYS);
  await send(open, returnWith({ ...POWYS, figures_status: 'final' }));
  const stored = await storedTotals();
  await open.db.execute(sql`update submission_tables set totals = '[]'`);
  const migration = await readFile('migrations/0011_totals_of_tables.sql', 'utf8');
  const [, ...statements] = migration.split('--> statement-breakpoint');
  for (const statement of statements) await open.db.execute(sql.raw(statement));
  expect(await storedTotals()).toEqual(stored);
});
