import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAcceptedTables } from '../../src/store/accepted-tables.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { savePeriod } from '../../src/store/periods-repository.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import { findSubmission } from '../../src/store/submissions-repository.ts';
import { POWYS_SERVICE, peopleIn, smallReturn, TWO_SERVICES } from '../release/small-return.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { send } from './send.ts';

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createMigratedDatabase();
  open = openDatabase(database.connectionString);
});

beforeEach(async () => {
  await open.db.execute(
    sql`truncate submissions, submission_tables, standing_tables, rows_profiles, periods, services`,
  );
  await saveServices(open.db, TWO_SERVICES);
});

afterAll(async () => {
  await open?.close();
  await database?.drop();
});

const NOW = new Date('2026-08-11T12:00:00Z');
const CONFIRMED = ['one-code-does-not-hold-everything', 'figures-are-unrounded'].map((rule) => ({
  rule,
  reason: 'small_service' as const,
}));
const powys = (people: number, period = '2026-Q2', differences = {}) =>
  smallReturn('7A7', period, peopleIn({ W06000023: people }), {
    figures_status: 'provisional',
    ...differences,
  });
const sent = (whole: ReturnType<typeof powys>, sandbox: boolean) =>
  send(open, whole, { sandbox, now: NOW, confirmed: CONFIRMED });

describe('what comes with a sandbox key', () => {
  it('stands in a collection of its own and leaves what really stands as it is', async () => {
    expect((await sent(powys(57), false)).receipt).toMatchObject({
      state: 'accepted',
      collection: 'returns',
    });
    const before = await listAcceptedTables(open.db, { collection: 'returns' });
    const { receipt } = await sent(powys(23), true);
    expect(receipt).toMatchObject({ state: 'accepted', collection: 'sandbox', sandbox: true });
    expect(receipt.tables).toMatchObject([{ outcome: 'created', rows: 1 }]);
    expect(await listAcceptedTables(open.db, { collection: 'returns' })).toEqual(before);
    expect(await listAcceptedTables(open.db, { collection: 'sandbox' })).toHaveLength(1);
  });

  it('is told that it takes part in no release, in all that is said of it', async () => {
    const { receipt } = await sent(powys(57), true);
    const whole = { ...powys(61), period: '2025-Q3', period_start: '2025-07-01', period_end: '2025-09-30' };
    const late = await send(open, whole, {
      sandbox: true,
      now: new Date('2026-08-11T12:00:00Z'),
      confirmed: CONFIRMED,
    });
    expect(late.receipt).toMatchObject({ state: 'accepted', timeliness: 'after_close' });
    for (const { en, cy } of [receipt.next_action, late.receipt.next_action]) {
      expect(en).toContain('take part in no release');
      expect(en).not.toMatch(/next release|as a revision/);
      expect(cy).toContain('ni fyddant yn rhan o unrhyw ddatganiad');
    }
    expect((await sent(powys(57), false)).receipt.next_action.en).toContain('next release');
  });

  it('is not compared with real returns, nor are they with it, for what came before', async () => {
    await sent(powys(57, '2026-Q1'), true);
    expect((await sent(powys(211), false)).receipt.service_findings).toEqual([]);
    expect((await sent(powys(23, '2026-Q2'), true)).receipt.service_findings).toMatchObject([
      { rule: 'count-within-half-of-the-one-before' },
    ]);
  });

  it('shares no service with a real return', async () => {
    const coverage = { services_included: ['powys-links'], areas_complete: [] };
    await sent(powys(57), true);
    await saveServices(open.db, [{ ...POWYS_SERVICE, submitter: '7A4' }]);
    const cardiff = smallReturn('7A4', '2026-Q2', peopleIn({ W06000015: 57 }), { coverage });
    expect((await sent(cardiff, false)).receipt.service_findings).toEqual([]);
    expect((await sent(cardiff, true)).receipt.service_findings).toMatchObject([
      { rule: 'service-in-one-return-only' },
    ]);
  });
});

describe('a return that comes late', () => {
  const at = (now: string, differences = {}) =>
    send(open, powys(57, '2026-Q2', differences), { now: new Date(now), confirmed: CONFIRMED });

  it.each([
    ['2026-08-11T12:00:00Z', 'on_time', ''],
    ['2026-08-12T12:00:00Z', 'late', 'came after the day'],
    ['2026-11-12T12:00:00Z', 'after_close', 'period had closed'],
  ])('at %s is taken in, said to be %s, and stored so', async (now, timeliness, words) => {
    const { accepted, receipt } = await at(now);
    expect(accepted).toBe(true);
    expect(receipt.timeliness).toBe(timeliness);
    expect(receipt.next_action.en).toContain(words);
    const stored = await findSubmission(
      open.db,
      { organisation: '7A7', sandbox: false },
      receipt.submission_id ?? '',
    );
    expect(stored?.timeliness).toBe(timeliness);
  });

  it('is late by the days of the register where it has any, and final figures by their own day', async () => {
    const days = { opens_on: '2026-07-01', due_on: '2026-08-31', closes_on: '2026-09-30' };
    await savePeriod(open.db, { period: '2026-Q2', ...days });
    expect((await at('2026-08-31T12:00:00Z')).receipt.timeliness).toBe('on_time');
    expect((await at('2026-09-01T12:00:00Z')).receipt.timeliness).toBe('late');
    const final = await at('2026-09-01T12:00:00Z', { figures_status: 'final' });
    expect(final.receipt.timeliness).toBe('on_time');
    expect(final.receipt.next_action.cy).not.toContain('Daeth');
  });

  it('has no time of its own when it comes before its period has ended', async () => {
    expect((await at('2026-06-30T12:00:00Z')).receipt).toMatchObject({ state: 'rejected', timeliness: null });
  });
});
