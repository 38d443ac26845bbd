import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { acceptSubmission, statusOf } from '../../src/ingest/accept-submission.ts';
import { receiptOf } from '../../src/ingest/receipt.ts';
import { digestTables } from '../../src/standard/digest-tables.ts';
import { TABLE_NAMES } from '../../src/standard/generated/tables.ts';
import { profile } from '../../src/standard/rules/example-rows.ts';
import { serialiseReport, validateReturn } from '../../src/standard/validate-return.ts';
import { listAcceptedTables } from '../../src/store/accepted-tables.ts';
import { listAudit } from '../../src/store/audit-log.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import { findSubmission, listSubmissions } from '../../src/store/submissions-repository.ts';
import { IN_PROCESS } from '../../src/validation/validate-in-process.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { VALID_RETURN } from '../support/valid-return.ts';
import { countStored, NOW, returnOf, returnWith, SERVICE, send, sendCsv, TURNS } from './send.ts';

const NOTHING_STORED = {
  submissions: 0,
  submission_tables: 0,
  standing_tables: 0,
  ...Object.fromEntries(TABLE_NAMES.map((table) => [`rows_${table}`, 0])),
};

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

const outcomesOf = ({ receipt }: Awaited<ReturnType<typeof send>>) =>
  Object.fromEntries(receipt.tables.map(({ table, outcome }) => [table, outcome]));

const TABLES_SENT = ['profiles', 'characteristics', 'outcome_coverage', 'outcomes'];

const revisedOutcomes = returnWith({
  tables: {
    outcomes:
      VALID_RETURN.tables.outcomes?.map((row) => ({ ...row, completion_mode: 'assisted' as const })) ?? [],
  },
});

it('takes in a return that nothing stands against, and says what became of each table', async () => {
  const { accepted, receipt } = await send(open, VALID_RETURN);
  expect(receipt.report.findings).toEqual([]);
  expect(accepted).toBe(true);
  expect(receipt).toMatchObject({
    submission_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    dry_run: false,
    organisation: '7A7',
    period: '2026-Q3',
    collection: 'synthetic',
    state: 'accepted',
    received_at: NOW.toISOString(),
    service_findings: [],
  });
  expect(receipt.tables.map(({ table, outcome, rows }) => [table, outcome, rows])).toEqual([
    ['profiles', 'created', 8],
    ['characteristics', 'created', 8],
    ['outcome_coverage', 'created', 2],
    ['outcomes', 'created', 2],
  ]);
  const body = new TextEncoder().encode(JSON.stringify(VALID_RETURN));
  expect(await digestTables(validateReturn(body, { format: 'json' }))).toEqual(
    receipt.tables.map(({ table, rows, table_digest }) => ({ table, rows, table_digest })),
  );
  const stored = await listAcceptedTables(open.db, { collection: 'synthetic' });
  expect(
    stored.map(({ table, table_digest, rows, organisation, period }) => [
      organisation,
      period,
      table,
      rows,
      table_digest,
    ]),
  ).toEqual(
    [...receipt.tables]
      .sort((one, other) => (one.table < other.table ? -1 : 1))
      .map(({ table, rows, table_digest }) => ['7A7', '2026-Q3', table, rows, table_digest]),
  );
  const { tables: _, ...header } = VALID_RETURN;
  expect(stored[0]?.header).toEqual(header);
});

it('gives the same receipt when the submission is read back, and the report byte for byte', async () => {
  const { receipt } = await send(open, VALID_RETURN);
  const stored = await findSubmission(
    open.db,
    { organisation: '7A7', sandbox: false },
    receipt.submission_id ?? '',
  );
  if (!stored) throw new Error('the submission is not there');
  expect(receiptOf(stored)).toEqual(receipt);
  const bytes = new TextEncoder().encode(JSON.stringify(VALID_RETURN));
  expect(serialiseReport(stored.report)).toBe(
    serialiseReport(validateReturn(bytes, { format: 'json' }).report),
  );
  expect(await findSubmission(open.db, { organisation: '7A6', sandbox: false }, stored.id)).toBeNull();
  expect(await findSubmission(open.db, { organisation: '7A7', sandbox: false }, 'not an id')).toBeNull();
});

it('keeps the tables that a later return does not name', async () => {
  await send(open, returnOf('profiles', 'characteristics'));
  const second = await sendCsv(open, VALID_RETURN, 'outcome_coverage');
  expect(outcomesOf(second)).toEqual({ outcome_coverage: 'created' });
  await sendCsv(open, VALID_RETURN, 'outcomes');
  const standing = await listAcceptedTables(open.db, { collection: 'synthetic' });
  expect(standing.map(({ table }) => table)).toEqual([
    'characteristics',
    'outcome_coverage',
    'outcomes',
    'profiles',
  ]);
  expect(await countStored(open)).toMatchObject({
    submissions: 3,
    rows_profiles: 8,
    rows_characteristics: 8,
    rows_outcomes: 2,
  });
});

it('gives JSON and CSV of one table one digest, and calls the second unchanged', async () => {
  await send(open, VALID_RETURN);
  const before = await countStored(open);
  const again = await sendCsv(open, VALID_RETURN, 'profiles');
  expect(again.accepted).toBe(true);
  expect(outcomesOf(again)).toEqual({ profiles: 'unchanged' });
  expect(await countStored(open)).toEqual({ ...before, submissions: 2, submission_tables: 5 });
});

it('stores no rows for an unchanged table, however its rows are ordered, but holds to the new header and says so', async () => {
  const { receipt: first } = await send(open, VALID_RETURN);
  const reversed = returnWith({
    figures_status: 'final',
    tables: { ...VALID_RETURN.tables, profiles: VALID_RETURN.tables.profiles?.toReversed() ?? [] },
  });
  const second = await send(open, reversed);
  expect(new Set(Object.values(outcomesOf(second)))).toEqual(new Set(['unchanged']));
  expect(statusOf(second)).toBe(201);
  const changed = { field: 'figures_status', tables: TABLES_SENT, before: 'provisional', after: 'final' };
  expect(second.receipt.header_changes).toEqual([changed]);
  expect(second.receipt.next_action).toMatchObject({
    en: expect.stringMatching(/^The rows stood already, .*“Status of the figures”/),
    cy: expect.stringMatching(/^Roedd y rhesi'n sefyll eisoes, .*“Statws y ffigurau”/),
  });
  const audited = await listAudit(open.db, { subject: second.receipt.submission_id ?? '' });
  expect(audited).toMatchObject([
    { action: 'header_changed', tables: TABLES_SENT },
    { action: 'submission_accepted' },
  ]);
  expect(await countStored(open)).toMatchObject({ rows_profiles: 8, rows_outcomes: 2, standing_tables: 4 });
  const standing = await listAcceptedTables(open.db, { collection: 'synthetic' });
  expect(standing.map(({ submission_id }) => submission_id)).toEqual(Array(4).fill(first.submission_id));
  expect(standing.map(({ header }) => header.figures_status)).toEqual(Array(4).fill('final'));

  const third = await send(open, reversed);
  expect(statusOf(third)).toBe(200);
  expect(third.receipt).toMatchObject({
    header_changes: [],
    next_action: { en: expect.stringContaining('stood already') },
  });
});

it('replaces a table whose rows differ and leaves the others unchanged', async () => {
  const { receipt: first } = await send(open, VALID_RETURN);
  const second = await send(open, revisedOutcomes);
  expect(outcomesOf(second)).toEqual({ outcomes: 'revised' });
  const standing = await listAcceptedTables(open.db, { collection: 'synthetic' });
  expect(Object.fromEntries(standing.map(({ table, submission_id }) => [table, submission_id]))).toEqual({
    characteristics: first.submission_id,
    outcome_coverage: first.submission_id,
    outcomes: second.receipt.submission_id,
    profiles: first.submission_id,
  });
});

it('leaves nothing of a refused return but its report', async () => {
  const broken = returnWith({ tables: { profiles: [profile({ people: 0 })] } });
  const { accepted, receipt } = await send(open, broken);
  expect(accepted).toBe(false);
  expect(receipt).toMatchObject({
    state: 'rejected',
    tables: [{ table: 'profiles', outcome: 'rejected', rows: 1, table_digest: null }],
  });
  expect(await countStored(open)).toEqual({ ...NOTHING_STORED, submissions: 1 });
  const owner = { organisation: '7A7', sandbox: false };
  const [stored] = await listSubmissions(open.db, owner, { limit: 10 });
  const id = receipt.submission_id ?? '';
  expect(stored).toMatchObject({ id, state: 'rejected', brief: { rows: { profiles: 1 } } });
  expect(await findSubmission(open.db, owner, id)).toMatchObject({
    state: 'rejected',
    report: { result: 'invalid' },
    accepted_at: null,
  });
});

it('keeps the report of a return whose header cannot be read', async () => {
  const { accepted, receipt } = await acceptSubmission(
    { ...open, validation: IN_PROCESS, turns: TURNS },
    {
      ...{ organisation: '7A7', dry_run: false, maximumBytes: 1_000, clock: () => NOW, request_id: 'r' },
      ...{ actor: { kind: 'key', id: 'k' } as const, sandbox: false, confirmed: [] },
      source: { format: 'json' },
      body: (async function* () {
        yield new TextEncoder().encode('{"standard":');
      })(),
    },
  );
  expect(accepted).toBe(false);
  expect(receipt).toMatchObject({ state: 'rejected', period: null, collection: null, tables: [] });
  expect(await countStored(open)).toEqual({ ...NOTHING_STORED, submissions: 1 });
});

it.each([
  ['accepted', VALID_RETURN],
  ['rejected', returnWith({ tables: { profiles: [profile({ people: 0 })] } })],
])('stores nothing at all in a dry run that would be %s', async (state, whole) => {
  const { receipt } = await send(open, whole, { dry_run: true });
  expect(receipt).toMatchObject({ state, dry_run: true, submission_id: null });
  expect(await countStored(open)).toEqual(NOTHING_STORED);
});

it('tells a dry run what a submission would do beside what stands', async () => {
  await send(open, VALID_RETURN);
  const before = await countStored(open);
  const trial = await send(open, revisedOutcomes, { dry_run: true });
  expect(outcomesOf(trial)).toEqual({ outcomes: 'revised' });
  expect(trial.receipt.next_action.cy).toContain('dry_run');
  expect(await countStored(open)).toEqual(before);
});

it("refuses another organisation's return and stores nothing", async () => {
  const sent = send(open, VALID_RETURN, { organisation: '7A6' });
  await expect(sent).rejects.toMatchObject({ code: 'ORGANISATION_MISMATCH' });
  expect(await countStored(open)).toEqual(NOTHING_STORED);
});

it('stops reading a body that grows too large and stores nothing', async () => {
  let pieces = 0;
  const endless = (async function* () {
    for (;;) {
      pieces += 1;
      yield new Uint8Array(1_000).fill(0x20);
    }
  })();
  const sent = acceptSubmission(
    { ...open, validation: IN_PROCESS, turns: TURNS },
    {
      ...{
        organisation: '7A7',
        actor: { kind: 'key', id: 'k' } as const,
        sandbox: false,
        confirmed: [],
        dry_run: false,
        maximumBytes: 10_000,
        clock: () => NOW,
        request_id: 'r',
      },
      source: { format: 'json' },
      body: endless,
    },
  );
  await expect(sent).rejects.toMatchObject({ code: 'REQUEST_TOO_LARGE', facts: { maximum_bytes: 10_000 } });
  expect(pieces).toBe(11);
  expect(await countStored(open)).toEqual(NOTHING_STORED);
});

it('keeps the report of a return with words that PostgreSQL could not hold', async () => {
  const notes = { en: 'a\u0000b', cy: 'a\ud800b' };
  const { receipt } = await send(open, returnWith({ notes }));
  expect(receipt).toMatchObject({ state: 'rejected', report: { result: 'invalid' } });
  const stored = await findSubmission(
    open.db,
    { organisation: '7A7', sandbox: false },
    receipt.submission_id ?? '',
  );
  expect(stored?.report.findings.map(({ rule }) => rule)).toEqual([
    'text-without-control-characters',
    'text-without-control-characters',
  ]);
});

it('leaves out rows in which every count is zero, and gives the table the digest of the rest', async () => {
  const [everyone] = VALID_RETURN.tables.outcome_coverage ?? [];
  if (!everyone) throw new Error('the valid return has no outcome coverage');
  const empty = {
    ...everyone,
    measure: 'ons4' as const,
    n_eligible: 0,
    n_baseline: 0,
    n_follow_up: 0,
    n_paired: 0,
  };
  const first = await send(open, returnWith({ tables: { outcome_coverage: [everyone, empty] } }));
  expect(first.receipt.tables).toMatchObject([{ outcome: 'created', rows: 1 }]);
  const second = await send(open, returnWith({ tables: { outcome_coverage: [everyone] } }));
  expect(second.receipt.tables).toMatchObject([{ outcome: 'unchanged', rows: 1 }]);
});

it('writes down each return and what became of it, and nothing of a trial run', async () => {
  const before = (await listAudit(open.db)).length;
  await send(open, VALID_RETURN, { dry_run: true });
  expect(await listAudit(open.db)).toHaveLength(before);
  const { receipt } = await send(open, VALID_RETURN);
  const written = await listAudit(open.db, { subject: String(receipt.submission_id) });
  expect(written).toMatchObject([
    {
      action: 'submission_accepted',
      organisation: '7A7',
      actor: { kind: 'key' },
      digest: expect.any(Buffer),
    },
  ]);
});
