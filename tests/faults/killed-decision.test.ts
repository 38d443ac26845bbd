import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { codedLines, HEADER } from '../../bench/coded-rows.ts';
import { createTestDatabase } from '../support/database.ts';
import { IS_WHOLE } from './extent.ts';
import { chooseSeed, seededRandom } from './seeded-random.ts';
import { expectPassing, get, type Ingest, post, sendOnce } from './senders.ts';
import { openHouse, type ServiceHouse } from './service-house.ts';

/** In each it is killed once, while one return is confirmed and two are withdrawn, of which one stands and one waits. */
const ROUNDS = IS_WHOLE ? 10 : 1;
const ROWS = IS_WHOLE ? 50_000 : 4_000;
const MINUTES = 60_000;
/** Returns of one period wait for each other; these do not. */
const PERIODS = { confirmed: '2026-Q1', standing: '2026-Q2', waiting: '2026-Q3' };

/** A return of people who live outside the area of its sender, which is to be verified; each number has a row more. */
function doubtfulIngest(number: number, period: string, confirmed: readonly string[] = []): Ingest {
  const own = {
    ...{ submitter: '7A7', services_included: 'powys-community-connectors' },
    ...{ areas_complete: 'W06000023', table: 'connections', period },
  };
  const query = new URLSearchParams({ ...HEADER, ...own });
  for (const rule of confirmed) query.append('confirm', `${rule}:checked_and_correct`);
  const body = [...codedLines('connections', ROWS + number)].join('');
  return { idempotencyKey: randomUUID(), body, isLater: false, query: query.toString() };
}

/** Sends a return, and gives its id and the rules that hold it, or would. */
async function send(house: ServiceHouse, ingest: Ingest): Promise<{ id: string; rules: string[] }> {
  const answer = await sendOnce(house, ingest);
  expect([201, 422], answer?.text).toContain(answer?.status);
  const told = JSON.parse(answer?.text ?? '');
  const { submission_id, report, service_findings } = told.receipt ?? told;
  const findings: { rule: string; tier: string }[] = [...report.findings, ...service_findings];
  expect(findings.filter(({ tier }) => tier === 'error')).toEqual([]);
  const rules = new Set(findings.filter(({ tier }) => tier === 'verify').map(({ rule }) => rule));
  return { id: submission_id, rules: [...rules] };
}

/** A request about a submission, said in one way however often it is sent. */
interface Said {
  readonly path: string;
  readonly body: object;
  readonly headers: Readonly<Record<string, string>>;
}

function confirmationOf({ id, rules }: { id: string; rules: readonly string[] }): Said {
  return {
    path: `/v1/submissions/${id}/verifications`,
    body: { verifications: rules.map((rule) => ({ rule, reason: 'checked_and_correct' })) },
    headers: { 'idempotency-key': randomUUID() },
  };
}

async function withdrawalOf(house: ServiceHouse, id: string): Promise<Said> {
  const found = await get(house, `/v1/submissions/${id}`);
  expect(found?.status, found?.text).toBe(200);
  return {
    path: `/v1/submissions/${id}/withdraw`,
    body: { reason: 'figures_wrong' },
    headers: { 'idempotency-key': randomUUID(), 'if-match': String(found?.headers.etag) },
  };
}

const say = (house: ServiceHouse, { path, body, headers }: Said) => post(house, path, body, headers);

async function sayUntilAnswered(house: ServiceHouse, said: Said): Promise<void> {
  for (;;) {
    const answer = await say(house, said);
    if (answer?.status === 200) return;
    if (answer !== null) expectPassing(answer);
    await sleep(50);
  }
}

/** What the database tells of submissions at one moment. */
async function lookAt(house: ServiceHouse, ids: readonly string[]): Promise<object[]> {
  const stored = await house.ask(
    `select s.state, t.withdrawn_at is not null as is_withdrawn, s.confirmations::text <> '[]' as is_confirmed,
      exists (select from standing_tables where submission_id = s.id) as stands,
      (select count(*)::int from rows_connections where submission_id = s.id) as rows,
      array(select action from audit_log where subject = s.id::text order by sequence) as audited
    from submissions s join submission_tables t on t.submission_id = s.id
    where s.id = any($1::uuid[]) order by array_position($1::uuid[], s.id)`,
    [ids],
  );
  expect(stored).toHaveLength(ids.length);
  return stored;
}

/** Before and after each decision, of returns of so many rows: nothing else may ever be there. */
function statesOf(rows: number): readonly { readonly before: object; readonly after: object }[] {
  const held = { state: 'needs_verification', is_withdrawn: false, is_confirmed: false, stands: false, rows };
  const standing = { ...held, state: 'accepted', is_confirmed: true, stands: true };
  const ofHeld = { before: ['submission_held'], withdrawn: ['submission_held', 'submission_withdrawn'] };
  return [
    {
      before: { ...held, audited: ofHeld.before },
      after: { ...standing, audited: ['submission_held', 'submission_verified', 'submission_accepted'] },
    },
    {
      before: { ...standing, audited: ['submission_accepted'] },
      after: {
        ...{ ...standing, is_withdrawn: true, stands: false },
        audited: ['submission_accepted', 'submission_withdrawn'],
      },
    },
    {
      before: { ...held, audited: ofHeld.before },
      after: { ...held, is_withdrawn: true, rows: 0, audited: ofHeld.withdrawn },
    },
  ];
}

it(
  `a service that is killed while returns of ${ROWS} rows are confirmed and withdrawn has done it whole or not at all`,
  async () => {
    const database = await createTestDatabase();
    const house = await openHouse(database.connectionString);
    try {
      const random = seededRandom(chooseSeed());
      let service = await house.serve();
      for (let round = 0; round < ROUNDS; round += 1) {
        const began = performance.now();
        const confirmed = await send(house, doubtfulIngest(round, PERIODS.confirmed));
        const takes = Math.ceil(performance.now() - began);
        const standing = await send(house, doubtfulIngest(round, PERIODS.standing, confirmed.rules));
        const waiting = await send(house, doubtfulIngest(round, PERIODS.waiting));
        const ids = [confirmed.id, standing.id, waiting.id];
        const states = statesOf(ROWS + round);
        expect(await lookAt(house, ids)).toEqual(states.map(({ before }) => before));

        const confirmation = confirmationOf(confirmed);
        const withdrawals = [await withdrawalOf(house, standing.id), await withdrawalOf(house, waiting.id)];
        const sent = [say(house, confirmation)];
        await sleep(random(takes));
        sent.push(...withdrawals.map((each) => say(house, each)));
        await sleep(random(50));
        await service.kill();
        await Promise.all(sent);
        for (const [index, stored] of (await lookAt(house, ids)).entries()) {
          expect([states[index]?.before, states[index]?.after]).toContainEqual(stored);
        }
        service = await house.serve();
        for (const said of [confirmation, ...withdrawals]) await sayUntilAnswered(house, said);
        expect(await lookAt(house, ids)).toEqual(states.map(({ after }) => after));
      }
      const left = await house.ask(`select submission_id from rows_connections r
        where not exists (select from submission_tables t where t.submission_id = r.submission_id)`);
      expect(left).toEqual([]);
      expect(await service.stop()).toBe(0);
    } finally {
      await house.close();
      await database.drop();
    }
  },
  (ROUNDS + 1) * 2 * MINUTES,
);
