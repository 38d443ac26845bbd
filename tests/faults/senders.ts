import { randomUUID } from 'node:crypto';
import { type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { ProfilesRow, Return } from '../../src/standard/generated/types.ts';
import { PAST_RETURN } from '../support/submitting-service.ts';
import type { ServiceHouse } from './service-house.ts';

/** Where the service is, and the key it knows. */
type Address = Pick<ServiceHouse, 'port' | 'key'>;

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** One return to be taken in, by however many requests it takes. */
export interface Ingest {
  readonly idempotencyKey: string;
  readonly body: string;
  readonly isLater: boolean;
  /** The header of a return whose body is one table as CSV. */
  readonly query?: string;
}

/** An ingest with the answer that its sender has in hand. */
export interface Promised extends Ingest {
  readonly answer: Answer;
}

// None of April to June, when people and people counted first in the year have to be the same.
const PAUSE_MS = 50;
/** Pauses only: a request that hangs counts for nothing. */
const PATIENCE_MS = 120_000;

const QUARTERS = ['2023-Q3', '2023-Q4', '2024-Q1', '2024-Q3', '2024-Q4', '2025-Q1'];
const STARTS = ['01-01', '04-01', '07-01', '10-01'];
const ENDS = ['03-31', '06-30', '09-30', '12-31'];
const QUINTILES = ['q1', 'q2', 'q3', 'q4', 'q5'] as const;

/** A return of one table, of some quarter that is over; those of numbers one after the other differ in their rows. */
export function returnNumber(number: number, period = QUARTERS[number % QUARTERS.length] as string): Return {
  const [year, quarter] = period.split('-Q') as [string, string];
  const turned = (row: ProfilesRow): ProfilesRow => {
    const place = QUINTILES.indexOf(row.deprivation_quintile as (typeof QUINTILES)[number]);
    return { ...row, deprivation_quintile: QUINTILES[(place + number) % QUINTILES.length] ?? 'q1' };
  };
  return {
    ...PAST_RETURN,
    period,
    period_start: `${year}-${STARTS[Number(quarter) - 1]}`,
    period_end: `${year}-${ENDS[Number(quarter) - 1]}`,
    tables: { profiles: (PAST_RETURN.tables.profiles ?? []).map(turned) },
  };
}

export function makeIngest(number: number, isLater = false, period?: string): Ingest {
  return { idempotencyKey: randomUUID(), body: JSON.stringify(returnNumber(number, period)), isLater };
}

/** Sends a return once. Null: the connection broke before the whole answer was there. */
export function sendOnce(house: Address, ingest: Ingest): Promise<Answer | null> {
  return ask(house.port, {
    method: 'POST',
    path: pathOf(ingest),
    headers: headersOf(house, ingest),
    body: ingest.body,
  });
}

/** The bytes of the same request, for those who send only some of them. */
export function requestBytes(house: Address, ingest: Ingest): Buffer {
  const headers = { host: '127.0.0.1', ...headersOf(house, ingest) };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.from(`POST ${pathOf(ingest)} HTTP/1.1\r\n${lines.join('')}\r\n${ingest.body}`);
}

function pathOf({ query }: Ingest): string {
  return query === undefined ? '/v1/submissions' : `/v1/submissions?${query}`;
}

function headersOf(
  { key }: Address,
  { idempotencyKey, body, isLater, query }: Ingest,
): Record<string, string> {
  return {
    authorization: `Bearer ${key}`,
    'content-type': query === undefined ? 'application/json' : 'text/csv',
    'content-length': String(Buffer.byteLength(body)),
    'idempotency-key': idempotencyKey,
    ...(isLater ? { prefer: 'respond-async' } : {}),
  };
}

/** Asks for something with the key of the house. */
export function get({ port, key }: Address, path: string): Promise<Answer | null> {
  return ask(port, { method: 'GET', path, headers: { authorization: `Bearer ${key}` } });
}

/** Sends a few words about a submission once. Null: the connection broke before the whole answer was there. */
export function post(
  { port, key }: Address,
  path: string,
  said: object,
  headers: Readonly<Record<string, string>>,
): Promise<Answer | null> {
  const body = JSON.stringify(said);
  const own = { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers };
  return ask(port, { method: 'POST', path, headers: own, body });
}

function ask(
  port: number,
  options: { method: string; path: string; headers: Record<string, string>; body?: string },
): Promise<Answer | null> {
  const { body, ...rest } = options;
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, agent: false, ...rest }, (response) => {
      text(response).then(
        (whole) => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: whole }),
        () => resolve(null),
      );
    });
    asked.on('error', () => resolve(null));
    asked.end(body);
  });
}

/**
 * Sends a return as a careful client does: again, with the same key, until there is an answer that is not
 * "later". Every refusal on the way is a problem of 409, 503 or 504 and none of 500.
 */
export async function sendUntilPromised(house: ServiceHouse, ingest: Ingest): Promise<Promised> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += PAUSE_MS) {
    const answer = await sendOnce(house, ingest);
    if (answer !== null) {
      if (answer.status < 400) return { ...ingest, answer };
      expectPassing(answer);
    }
    await sleep(PAUSE_MS);
  }
  throw new Error('The service did not take a return in, however often it was sent');
}

/** Sends returns, so many at once and every third to be taken in later, until it is told to stop. */
export function sendWithoutEnd(house: ServiceHouse, atOnce: number) {
  const promises: Promised[] = [];
  let number = 0;
  let isEnough = false;
  const sendOneAfterAnother = async () => {
    while (!isEnough) {
      number += 1;
      promises.push(await sendUntilPromised(house, makeIngest(number, number % 3 === 0)));
    }
  };
  const sending = Promise.all(Array.from({ length: atOnce }, sendOneAfterAnother));
  // Told by whichever of the two below is waited for.
  sending.catch(() => {
    isEnough = true;
  });
  const untilCount = async (count: number) => {
    while (promises.length < count && !isEnough) await sleep(5);
  };
  return {
    /** Waits until so many more returns have been answered; what went wrong with one is thrown here. */
    untilMore: (more: number) => Promise.race([untilCount(promises.length + more), sending]),
    /** Has every return under way answered, and gives all there were. */
    async finish(): Promise<readonly Promised[]> {
      isEnough = true;
      await sending;
      return promises;
    },
  };
}

/** That an answer asks to come again later, in the form of all problems. */
export function expectPassing(answer: Answer): void {
  expect([409, 503, 504], answer.text).toContain(answer.status);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  if (answer.status !== 504) expect(answer.headers['retry-after'], answer.text).toMatch(/^\d+$/);
}

/** Waits until the service says by itself that all is in order. */
export async function untilReady({ port }: Pick<ServiceHouse, 'port'>): Promise<void> {
  while ((await ask(port, { method: 'GET', path: '/health/ready', headers: {} }))?.status !== 200)
    await sleep(50);
}
