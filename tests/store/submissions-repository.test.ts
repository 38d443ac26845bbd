import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Report } from '../../src/standard/finding.ts';
import type { CollectionCode } from '../../src/standard/generated/code-lists.ts';
import type { ReturnHeader } from '../../src/standard/row.ts';
import { listAcceptedTables } from '../../src/store/accepted-tables.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { letStand } from '../../src/store/standing-tables-repository.ts';
import {
  findSubmission,
  insertSubmission,
  insertTables,
  listSubmissions,
  type Submission,
} from '../../src/store/submissions-repository.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

const NOW = new Date('2026-10-20T09:00:00Z');
const REPORT: Report = {
  standard: 'spcd',
  schema_version: '1.0',
  status: 'candidate',
  result: 'valid',
  rows: { profiles: 2 },
  totals: { error: 0, verify: 0, advice: 0 },
  findings: [],
};

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

function submissionOf(organisation: string, differences: Partial<Submission> = {}): Submission {
  const { tables: _, ...header } = VALID_RETURN;
  return {
    id: randomUUID(),
    organisation,
    period: '2026-Q3',
    collection: 'returns',
    schema_version: '1.0',
    state: 'accepted',
    received_at: NOW,
    accepted_at: NOW,
    key_id: 'key',
    request_id: 'request',
    body_sha256: Buffer.alloc(32, 7),
    header: header as ReturnHeader,
    report: REPORT,
    service_findings: [],
    confirmations: [],
    header_changes: [],
    brief: { rows: REPORT.rows, disagrees_with: [], changed_fields: [] },
    timeliness: 'on_time',
    sandbox: false,
    // Nothing is made to stand for it here.
    tables: [
      {
        table: 'profiles',
        table_digest: 'a'.repeat(64),
        rows: 2,
        outcome: 'created',
        replaced_submission_id: null,
        stands: false,
        withdrawal: null,
      },
    ],
    ...differences,
  };
}

async function store({ tables, ...submission }: Submission): Promise<void> {
  await insertSubmission(open.db, submission);
  const unadded = tables.map((table) => ({ ...table, totals: [] }));
  await insertTables(open.db, submission.id, unadded);
}

it('gives a submission back as it was stored, to its own organisation only', async () => {
  const submission = submissionOf('7A7');
  await store(submission);
  expect(await findSubmission(open.db, { organisation: '7A7', sandbox: false }, submission.id)).toEqual({
    ...submission,
    sequence: expect.any(Number),
  });
  expect(await findSubmission(open.db, { organisation: '7A6', sandbox: false }, submission.id)).toBeNull();
  expect(await findSubmission(open.db, { organisation: '7A7', sandbox: false }, randomUUID())).toBeNull();
});

it('pages through the submissions of an organisation, newest first, and misses none', async () => {
  const sent = Array.from({ length: 5 }, () => submissionOf('7A4'));
  for (const submission of sent) await store(submission);
  await store(submissionOf('7A5'));
  const ids: string[] = [];
  for (let before: number | undefined; ; ) {
    const page = await listSubmissions(
      open.db,
      { organisation: '7A4', sandbox: false },
      { before, limit: 2 },
    );
    ids.push(...page.map(({ id }) => id));
    before = page.at(-1)?.sequence;
    if (before === undefined) break;
  }
  expect(ids).toEqual(sent.map(({ id }) => id).reverse());
});

it('lists nothing of a submission that may be large', async () => {
  await store(submissionOf('7A1'));
  const [listed] = await listSubmissions(open.db, { organisation: '7A1', sandbox: false }, { limit: 1 });
  const whole = Object.keys(submissionOf('7A1'));
  const large = ['confirmations', 'header', 'header_changes', 'report', 'service_findings'];
  expect(whole.filter((name) => !(name in (listed ?? {}))).toSorted()).toEqual(large);
});

it('has its brief from its migration, where it was stored before, whatever its texts hold', async () => {
  const brief = {
    rows: { profiles: 2, needs: 0 },
    disagrees_with: [],
    changed_fields: ['coverage.areas_complete'],
  };
  const hostile = 'a\u0000 "rows":{"needs":7} {} "field":"x" \\';
  const said = { en: hostile, cy: hostile };
  const words = { message: said, why: said, remedy: said };
  const finding = {
    rule: 'row-unique',
    tier: 'advice' as const,
    path: '/',
    count: 1,
    ...words,
    locations: [],
  };
  const submission = submissionOf('7A2', {
    report: { ...REPORT, findings: [finding], rows: brief.rows },
    header_changes: [
      { field: 'coverage.areas_complete', tables: ['profiles'], before: [hostile], after: hostile },
    ],
    brief,
  });
  await store(submission);
  await open.db.execute(sql`update submissions set brief = default`);
  const migration = await readFile('migrations/0012_brief_of_submissions.sql', 'utf8');
  const [, ...statements] = migration.split('--> statement-breakpoint');
  for (const statement of statements) await open.db.execute(sql.raw(statement));
  const found = await findSubmission(open.db, { organisation: '7A2', sandbox: false }, submission.id);
  expect(found).toMatchObject(submission);
});

it('does not take an accepted return without a header, or a time of acceptance for a rejected one', async () => {
  await expect(store(submissionOf('7A7', { header: null }))).rejects.toThrow();
  await expect(store(submissionOf('7A7', { state: 'rejected' }))).rejects.toThrow();
});

it('lists the tables that stand in one collection by period, organisation and table', async () => {
  const slots: [string, CollectionCode, string][] = [
    ['7A7', 'evidence', '2026-Q2'],
    ['7A1', 'evidence', '2026-Q3'],
    ['7A1', 'evidence', '2026-Q2'],
    ['7A1', 'synthetic', '2026-Q2'],
  ];
  for (const [organisation, collection, period] of slots) {
    const tables = (['outcomes', 'outcome_coverage'] as const).map((table) => ({
      ...{ table, table_digest: 'b'.repeat(64), rows: 1, outcome: 'created' as const },
      ...{ replaced_submission_id: null, stands: true, withdrawal: null },
    }));
    const submission = submissionOf(organisation, { collection, period, tables });
    await store(submission);
    await letStand(
      open.db,
      { organisation, collection, period },
      submission.id,
      tables.map(({ table }) => ({ table, rows_submission_id: submission.id })),
    );
  }
  const listed = await listAcceptedTables(open.db, { collection: 'evidence' });
  expect(listed.map(({ period, organisation, table }) => `${period} ${organisation} ${table}`)).toEqual([
    '2026-Q2 7A1 outcome_coverage',
    '2026-Q2 7A1 outcomes',
    '2026-Q2 7A7 outcome_coverage',
    '2026-Q2 7A7 outcomes',
    '2026-Q3 7A1 outcome_coverage',
    '2026-Q3 7A1 outcomes',
  ]);
  const narrowed = await listAcceptedTables(open.db, {
    collection: 'evidence',
    organisation: '7A1',
    period: '2026-Q3',
  });
  expect(narrowed.map(({ organisation, period }) => [organisation, period])).toEqual([
    ['7A1', '2026-Q3'],
    ['7A1', '2026-Q3'],
  ]);
});
