import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { outcome } from '../../src/standard/rules/example-rows.ts';
import { listAcceptedTables, readAcceptedRows } from '../../src/store/accepted-tables.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import { listSubmissions } from '../../src/store/submissions-repository.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { VALID_RETURN } from '../support/valid-return.ts';
import { countStored, returnOf, returnWith, SERVICE, send } from './send.ts';

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createMigratedDatabase();
  open = openDatabase(database.connectionString);
  await saveServices(open.db, [SERVICE]);
});

beforeEach(async () => {
  await open.db.execute(
    sql`truncate submissions, submission_tables, standing_tables, rows_profiles, rows_characteristics, rows_outcome_coverage, rows_outcomes`,
  );
});

afterAll(async () => {
  await open?.close();
  await database?.drop();
});

it('takes in returns for one period that come at once one after the other', async () => {
  const modes = ['self', 'assisted', 'telephone_or_video', 'proxy', 'mixed'] as const;
  await send(open, returnOf('outcome_coverage'));
  const sent = await Promise.all(
    modes.map((completion_mode) =>
      send(open, returnWith({ tables: { outcomes: [outcome({ completion_mode })] } }), {
        confirmed: [],
      }),
    ),
  );
  expect(sent.flatMap(({ receipt }) => receipt.tables.map((table) => table.outcome)).sort()).toEqual([
    'created',
    ...Array(4).fill('revised'),
  ]);
  const [last] = await listSubmissions(open.db, { organisation: '7A7', sandbox: false }, { limit: 1 });
  const standing = await listAcceptedTables(open.db, { collection: 'synthetic' });
  const outcomes = standing.find(({ table }) => table === 'outcomes');
  expect(outcomes?.submission_id).toBe(last?.id);
  const position = sent.findIndex(({ receipt }) => receipt.submission_id === last?.id);
  for await (const rows of readAcceptedRows(open.pool, outcomes?.submission_id ?? '', 'outcomes')) {
    expect(rows.map((row) => row[6])).toEqual([modes[position]]);
  }
});

it('lets one of two identical returns that come at once store the rows', async () => {
  const sent = await Promise.all([send(open, VALID_RETURN), send(open, VALID_RETURN)]);
  const outcomes = sent.map(({ receipt }) => [...new Set(receipt.tables.map((table) => table.outcome))]);
  expect(outcomes.sort()).toEqual([['created'], ['unchanged']]);
  expect(await countStored(open)).toMatchObject({ submissions: 2, rows_profiles: 8, standing_tables: 4 });
});

it('leaves nothing when the connection is ended in the middle of writing, and what stood still stands', async () => {
  await send(open, returnOf('outcome_coverage'));
  const before = await countStored(open);
  const other = await open.pool.connect();
  // The rows of characteristics are written by then, those of outcomes wait for this lock.
  await other.query('begin');
  await other.query('lock table rows_outcomes in share mode');
  const sending = send(open, VALID_RETURN);
  const [sent] = await Promise.allSettled([sending, endBackendThatWaits()]);
  await other.query('rollback');
  other.release();
  expect(sent.status).toBe('rejected');
  expect(await countStored(open)).toEqual(before);
  expect((await send(open, VALID_RETURN)).accepted).toBe(true);
});

async function endBackendThatWaits(): Promise<void> {
  for (;;) {
    const ended = await open.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if (ended.rowCount === 1) return;
  }
}
