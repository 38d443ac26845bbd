import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { codedLines, HEADER } from '../../bench/coded-rows.ts';
import type { ListedCase } from '../../src/codegen/render-conformance.ts';
import { headerFromParameters } from '../../src/standard/read/header-from-parameters.ts';
import { type ReturnSource, serialiseReport, validateReturn } from '../../src/standard/validate-return.ts';
import { writeCsvArchive } from '../../src/standard/write/write-csv-archive.ts';
import { mayHaveOneMore } from '../../src/validation/pool-room.ts';
import { IN_PROCESS } from '../../src/validation/validate-in-process.ts';
import {
  openValidationPool,
  type PoolOptions,
  type ValidationPool,
} from '../../src/validation/validation-pool.ts';
import { VALID_RETURN } from '../support/valid-return.ts';
import { CSV_HEADING, CSV_ROWS, CSV_SOURCE, csvOf, OpenBody } from './made-bodies.ts';

const KIT = fileURLToPath(new URL('../../examples/conformance/cases/', import.meta.url));

const opened: ValidationPool[] = [];
const threads = new Set<Worker>();
const noteThread = (thread: Worker) => threads.add(thread);

beforeAll(() => {
  process.on('worker', noteThread);
});
afterEach(() => Promise.all(opened.splice(0).map((pool) => pool.close())));
afterAll(() => {
  process.off('worker', noteThread);
});

/** Ends every worker thread from outside, without a word to the pool. */
async function endThreads(): Promise<void> {
  expect(threads.size).toBeGreaterThan(0);
  await Promise.all([...threads].map((thread) => thread.terminate()));
}

/** A pool in which also the smallest return goes to a worker. */
function openPool(options: Partial<PoolOptions> = {}): ValidationPool {
  const pool = openValidationPool({ workers: 1, smallBytes: 0, ...options });
  opened.push(pool);
  return pool;
}

async function* inPieces(bytes: Uint8Array, length = 1_000): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}

let strangers = 0;
/** An owner of whom nothing is being checked. */
const stranger = () => {
  strangers += 1;
  return `stranger ${strangers}`;
};

const small = (owner = stranger()) => ({
  ...{ source: CSV_SOURCE, owner },
  body: inPieces(Buffer.from(CSV_HEADING + CSV_ROWS)),
});

describe('a return that is validated in a worker', () => {
  it('gets the same report, byte for byte, in every form and for every case of the kit', async () => {
    const pool = openPool();
    const { cases } = JSON.parse(readFileSync(join(KIT, 'cases.json'), 'utf8')) as {
      cases: readonly (ListedCase & { readonly table?: string; readonly header?: string })[];
    };
    expect(cases.length).toBeGreaterThan(200);
    for (const { file, format, table, header } of cases) {
      const source = {
        format,
        ...(table === undefined
          ? {}
          : { table, header: JSON.parse(readFileSync(join(KIT, String(header)), 'utf8')) }),
      } as ReturnSource;
      const bytes = readFileSync(join(KIT, file));
      const held = await pool.receive({ source, owner: stranger(), body: inPieces(bytes) });
      held.release();
      expect(serialiseReport(held.report), file).toBe(serialiseReport(validateReturn(bytes, source).report));
    }
    expect(pool.load).toEqual({ workers: 1, held: 0, waiting: 0 });
  });

  it('answers what its rows are asked for as it does in process', async () => {
    const bytes = Buffer.from(JSON.stringify(VALID_RETURN));
    const asked = [];
    for (const validation of [openPool(), IN_PROCESS]) {
      const held = await validation.receive({
        source: { format: 'json' },
        owner: stranger(),
        body: inPieces(bytes),
      });
      const copied: Uint8Array[] = [];
      for await (const piece of held.copyText('outcomes', 'an-id')) copied.push(piece);
      asked.push({
        header: held.header,
        tables: held.tables,
        body_sha256: Buffer.from(held.body_sha256).toString('hex'),
        digests: await held.digestTables(held.tables),
        totals: held.totals,
        beside: await held.checkBeside([
          {
            table: 'pathway',
            rows: 0,
            async *read() {
              yield Buffer.from('');
            },
          },
        ]),
        copied: Buffer.concat(copied).toString(),
      });
      held.release();
    }
    expect(asked[0]).toEqual(asked[1]);
    expect(asked[0]?.copied.split('\n')).toHaveLength((VALID_RETURN.tables.outcomes?.length ?? 0) + 1);
  });

  it('needs no worker when it is small', async () => {
    const pool = openPool({ smallBytes: 16 * 1024 });
    const held = await pool.receive(small());
    expect(held.report.rows).toEqual({ profiles: VALID_RETURN.tables.profiles?.length });
    expect(pool.load.workers).toBe(0);
    // A small archive may unpack to much.
    const zip = writeCsvArchive(VALID_RETURN);
    expect(zip.length).toBeLessThan(16 * 1024);
    (await pool.receive({ source: { format: 'zip' }, owner: stranger(), body: inPieces(zip) })).release();
    expect(pool.load.workers).toBe(1);
  });

  it('goes to a worker that has nothing to do, and no more of those are started than are wanted', async () => {
    const pool = openPool({ workers: 2 });
    (await pool.receive(small())).release();
    (await pool.receive(small())).release();
    expect(pool.load.workers).toBe(1);
    const held = await Promise.all([small(), small(), small()].map((each) => pool.receive(each)));
    expect(pool.load).toMatchObject({ workers: 2, held: 3 });
    for (const each of held) each.release();
    expect(pool.load.held).toBe(0);
  });
});

describe('a worker that ends', () => {
  it('fails the returns it held, in order, and the next return gets another', async () => {
    const failures: Error[] = [];
    const pool = openPool({ log: (error) => failures.push(error) });
    const body = new OpenBody();
    const receiving = pool.receive({ source: CSV_SOURCE, owner: stranger(), body });
    body.send(CSV_HEADING, CSV_ROWS);
    const held = await pool.receive(small());
    expect(pool.load).toMatchObject({ workers: 1, held: 2 });

    await endThreads();
    // While its sender is silent.
    await expect(receiving).rejects.toThrow('a validation worker ended');
    await expect(held.digestTables(held.tables)).rejects.toThrow('a validation worker ended');
    held.release();
    expect(failures).toHaveLength(1);
    expect(pool.load).toEqual({ workers: 0, held: 0, waiting: 0 });

    const next = await pool.receive(small());
    expect(next.report.rows).toEqual({ profiles: VALID_RETURN.tables.profiles?.length });
    next.release();
  });

  it('fails a return whose COPY text was being read', async () => {
    const pool = openPool();
    const source = { format: 'csv', table: 'connections', header: headerFromParameters(HEADER) } as const;
    const body = inPieces(Buffer.from([...codedLines('connections', 10_000)].join('')));
    const held = await pool.receive({ source, owner: stranger(), body });
    // More than is asked for ahead.
    const reading = held.copyText('connections', 'an-id')[Symbol.asyncIterator]();
    expect((await reading.next()).done).toBe(false);
    await endThreads();
    await expect(reading.next()).rejects.toThrow('a validation worker ended');
    held.release();
  });
});

describe('a sender', () => {
  it('is read no faster than the worker takes what it sends', async () => {
    const pool = openPool();
    const body = new OpenBody();
    const piece = new Uint8Array(64 * 1024).fill(0x20);
    body.send(CSV_HEADING, ...Array<Uint8Array>(200).fill(piece));
    const receiving = pool.receive({ source: CSV_SOURCE, owner: stranger(), body });
    // The worker is starting, and takes nothing for now.
    await vi.waitFor(() => expect(pool.load.held).toBe(1));
    await new Promise((resolve) => setImmediate(resolve));
    // Two times half a megabyte, and the piece with which it was full.
    expect(body.read).toBeLessThanOrEqual(2 * (8 * piece.length + piece.length));
    body.end();
    (await receiving).release();
    expect(body.read).toBe(200 * piece.length + CSV_HEADING.length);
  });

  it('that goes away leaves its place at once', async () => {
    const pool = openPool({ placesPerWorker: 1 });
    const gone = new AbortController();
    const body = new OpenBody();
    const receiving = pool.receive({ source: CSV_SOURCE, owner: stranger(), body, gone: gone.signal });
    body.send(CSV_HEADING, CSV_ROWS);
    await vi.waitFor(() => expect(pool.load.held).toBe(1));
    gone.abort();
    await expect(receiving).rejects.toMatchObject({ code: 'REQUEST_MALFORMED' });
    expect(pool.load).toMatchObject({ held: 0, waiting: 0 });
    (await pool.receive(small())).release();
  });

  it('that goes away while the rules are run takes the worker with it, if nobody else is there', async () => {
    const pool = openPool();
    const gone = new AbortController();
    const body = new OpenBody();
    const receiving = pool.receive({ source: { format: 'zip' }, owner: stranger(), body, gone: gone.signal });
    body.send(writeCsvArchive(VALID_RETURN));
    body.end();
    await vi.waitFor(() => expect(pool.load.held).toBe(1));
    await new Promise((resolve) => setImmediate(resolve));
    gone.abort();
    await expect(receiving).rejects.toMatchObject({ code: 'REQUEST_MALFORMED' });
    expect(pool.load).toEqual({ workers: 0, held: 0, waiting: 0 });
  });

  it('whose body fails leaves its place, and the failure is told as it is', async () => {
    const pool = openPool();
    const failing = async function* () {
      yield* csvOf(10_000);
      throw new Error('the line was cut');
    };
    await expect(pool.receive({ source: CSV_SOURCE, owner: stranger(), body: failing() })).rejects.toThrow(
      'the line was cut',
    );
    expect(pool.load.held).toBe(0);
  });
});

describe('when all places are taken', () => {
  it('a return waits for one, and one too many is told to come again', async () => {
    const pool = openPool({ placesPerWorker: 1, waitingAtMost: 1 });
    const first = await pool.receive(small());
    const second = pool.receive(small());
    await vi.waitFor(() => expect(pool.load.waiting).toBe(1));
    await expect(pool.receive(small())).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      headers: { 'retry-after': expect.stringMatching(/^\d+$/) },
    });
    first.release();
    (await second).release();
    expect(pool.load).toMatchObject({ held: 0, waiting: 0 });
  });

  it('a sender that goes away no longer waits', async () => {
    const pool = openPool({ placesPerWorker: 1 });
    const first = await pool.receive(small());
    const gone = new AbortController();
    const second = pool.receive({ ...small(), gone: gone.signal });
    await vi.waitFor(() => expect(pool.load.waiting).toBe(1));
    gone.abort();
    await expect(second).rejects.toMatchObject({ code: 'REQUEST_MALFORMED' });
    expect(pool.load.waiting).toBe(0);
    first.release();
  });

  it('senders that hardly send give theirs up to those that wait, and are told', async () => {
    const pool = openPool({ placesPerWorker: 2, patienceMs: 50 });
    const slow = [new OpenBody(), new OpenBody()];
    const refused = slow.map((body) => {
      body.send(CSV_HEADING);
      return expect(pool.receive({ source: CSV_SOURCE, owner: stranger(), body })).rejects.toMatchObject({
        code: 'REQUEST_TIMEOUT',
      });
    });
    await vi.waitFor(() => expect(pool.load.held).toBe(2));
    const [one, other] = await Promise.all([pool.receive(small()), pool.receive(small())]);
    await Promise.all(refused);
    one?.release();
    other?.release();
  });

  it('senders that are only slow keep theirs as long as nobody waits', async () => {
    const pool = openPool({ placesPerWorker: 2, patienceMs: 1 });
    const body = new OpenBody();
    const receiving = pool.receive({ source: CSV_SOURCE, owner: stranger(), body });
    body.send(CSV_HEADING);
    await vi.waitFor(() => expect(pool.load.held).toBe(1));
    (await pool.receive(small())).release();
    body.send(CSV_ROWS);
    body.end();
    (await receiving).release();
  });

  it('those that have sent only a little hold no place at all', async () => {
    const pool = openPool({ placesPerWorker: 1, smallBytes: 1_000_000 });
    const idle = Array.from({ length: 50 }, () => {
      const body = new OpenBody();
      body.send(CSV_HEADING);
      return { body, receiving: pool.receive({ source: CSV_SOURCE, owner: stranger(), body }) };
    });
    const large = await pool.receive({ source: CSV_SOURCE, owner: stranger(), body: csvOf(1_200_000) });
    expect(large.report.rows.profiles).toBeGreaterThan(1_000);
    expect(pool.load).toEqual({ workers: 1, held: 1, waiting: 0 });
    large.release();
    for (const { body } of idle) body.end();
    for (const { receiving } of idle) (await receiving).release();
  });
});

describe('one owner', () => {
  /** Senders of one owner that have begun and stopped. */
  const stall = (pool: ValidationPool, owner: string, length: number) =>
    Array.from({ length }, () => {
      const body = new OpenBody();
      body.send(CSV_HEADING);
      return { body, receiving: pool.receive({ source: CSV_SOURCE, owner, body }) };
    });
  const finish = async (stalled: ReturnType<typeof stall>) => {
    for (const { body } of stalled) body.end();
    for (const { receiving } of stalled) (await receiving).release();
  };

  it('has it together with all among whom it is, however many owners they are', async () => {
    const pool = openPool({ placesPerWorker: 8, waitingAtMost: 8, patienceMs: 600_000 });
    const nobodies = Array.from({ length: 9 }, (_, index) => {
      const body = new OpenBody();
      body.send(CSV_HEADING);
      const sender = { owner: `network ${index}`, among: 'callers without a key' };
      const receiving = pool.receive({ source: CSV_SOURCE, ...sender, body });
      const outcome = receiving.then(
        (held) => held.release(),
        (reason) => reason.code,
      );
      return { body, outcome };
    });
    await vi.waitFor(() => expect(pool.load).toMatchObject({ held: 2, waiting: 2 }));
    (await pool.receive(small())).release();
    expect(pool.load).toMatchObject({ held: 2, waiting: 2 });
    for (const { body } of nobodies) body.end();
    const outcomes = await Promise.all(nobodies.map(({ outcome }) => outcome));
    expect(outcomes.filter((code) => code === 'UNAVAILABLE')).toHaveLength(5);
    expect(outcomes.filter((code) => code === undefined)).toHaveLength(4);
  });

  it('among others gives up places that it hardly uses to those that wait among them, and to others', async () => {
    const pool = openPool({ placesPerWorker: 4, patienceMs: 50 });
    const body = new OpenBody();
    body.send(CSV_HEADING);
    const among = 'callers without a key';
    const slow = pool.receive({ source: CSV_SOURCE, owner: 'network 1', among, body });
    const refused = expect(slow).rejects.toMatchObject({ code: 'REQUEST_TIMEOUT' });
    await vi.waitFor(() => expect(pool.load).toMatchObject({ held: 1, waiting: 0 }));
    const next = await pool.receive({ ...small('network 2'), among });
    await refused;
    next.release();
  });

  it('has a quarter of the places, and the return of another is checked at once', async () => {
    const pool = openPool({ placesPerWorker: 8 });
    const stalled = stall(pool, 'board', 20);
    await vi.waitFor(() => expect(pool.load).toMatchObject({ held: 2, waiting: 18 }));
    (await pool.receive(small())).release();
    expect(pool.load).toMatchObject({ held: 2, waiting: 18 });
    await finish(stalled);
    expect(pool.load).toMatchObject({ held: 0, waiting: 0 });
  });

  it('is told of its own returns when they fill its room to wait, while others still wait for theirs', async () => {
    const pool = openPool({ placesPerWorker: 1, waitingAtMost: 8 });
    const first = await pool.receive(small());
    const own = stall(pool, 'board', 2);
    await vi.waitFor(() => expect(pool.load.waiting).toBe(2));
    const refused = await pool.receive(small('board')).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'UNAVAILABLE',
      headers: { 'retry-after': expect.stringMatching(/^\d+$/) },
      detail: {
        en: expect.stringContaining('came from you'),
        cy: expect.stringContaining('oddi wrthych chi'),
      },
    });
    const other = pool.receive(small());
    await vi.waitFor(() => expect(pool.load.waiting).toBe(3));
    first.release();
    await finish(own.slice(0, 1));
    (await other).release();
    await finish(own.slice(1));
  });

  it('that has none finds a place and room to wait, however many others have all that they may', async () => {
    const pool = openPool({ placesPerWorker: 8, waitingAtMost: 8 });
    const others = ['a', 'b', 'c', 'd'].flatMap((owner) => stall(pool, owner, 2));
    // The second of the fourth would take the last quarter.
    await vi.waitFor(() => expect(pool.load).toMatchObject({ held: 7, waiting: 1 }));
    (await pool.receive(small())).release();
    expect(pool.load).toMatchObject({ held: 7, waiting: 1 });
    await finish(others.slice(0, 2));
    await vi.waitFor(() => expect(pool.load).toMatchObject({ held: 6, waiting: 0 }));
    await finish(others.slice(2));
    expect([
      ...[mayHaveOneMore(0, 7, 8), mayHaveOneMore(0, 8, 8)],
      ...[mayHaveOneMore(1, 5, 8), mayHaveOneMore(1, 6, 8), mayHaveOneMore(2, 2, 8)],
      mayHaveOneMore(0, 0, 1),
    ]).toEqual([true, false, true, false, false, true]);
  });

  it('takes turns with the others, however many of its own came first', async () => {
    const pool = openPool({ placesPerWorker: 1 });
    const first = await pool.receive(small());
    const order: string[] = [];
    const waiting: Promise<void>[] = [];
    for (const owner of ['board', 'board', 'board', 'trust', 'trust', 'charity']) {
      waiting.push(
        pool.receive(small(owner)).then((held) => {
          order.push(owner);
          held.release();
        }),
      );
      await vi.waitFor(() => expect(pool.load.waiting).toBe(waiting.length));
    }
    first.release();
    await Promise.all(waiting);
    expect(order).toEqual(['board', 'trust', 'charity', 'board', 'trust', 'board']);
  });

  it('that has the most places gives up those of its slow senders first', async () => {
    const pool = openPool({ placesPerWorker: 8, patienceMs: 50 });
    const ended: string[] = [];
    const told = (owner: string, stalled: ReturnType<typeof stall>) =>
      stalled.map(({ receiving }) =>
        receiving.then(
          (held) => held.release(),
          ({ code }) => ended.push(`${owner} ${code}`),
        ),
      );
    // The slower ones.
    const few = ['a', 'b'].flatMap((owner) => stall(pool, owner, 1));
    const ends = told('few', few);
    await vi.waitFor(() => expect(pool.load.held).toBe(2));
    const many = ['x', 'y'].flatMap((owner) => stall(pool, owner, 2));
    ends.push(...told('many', many));
    await vi.waitFor(() => expect(pool.load.held).toBe(6));
    few.push(...['c', 'd'].flatMap((owner) => stall(pool, owner, 1)));
    ends.push(...told('few', few.slice(2)));
    await vi.waitFor(() => expect(pool.load.held).toBe(8));
    (await pool.receive(small())).release();
    await vi.waitFor(() => expect(ended).toEqual(['many REQUEST_TIMEOUT']));
    for (const { body } of [...few, ...many]) body.end();
    await Promise.all(ends);
    expect(ended).toHaveLength(1);
  });

  it('that waits for places of its own takes none from the slow senders of others', async () => {
    const pool = openPool({ placesPerWorker: 8, patienceMs: 50 });
    const other = stall(pool, 'other', 1);
    const [own] = stall(pool, 'board', 1);
    const evicted = expect(own?.receiving).rejects.toMatchObject({ code: 'REQUEST_TIMEOUT' });
    const held = await pool.receive(small('board'));
    await vi.waitFor(() => expect(pool.load.held).toBe(3));
    // Two wait, and only one slow sender is their own.
    const next = [small('board'), small('board')].map((each) => pool.receive(each));
    await evicted;
    held.release();
    for (const each of next) (await each).release();
    await finish(other);
  });
});

it('closes with every return refused that is being checked or waits, and takes no more', async () => {
  const pool = openPool({ placesPerWorker: 1 });
  const body = new OpenBody();
  const first = pool.receive({ source: CSV_SOURCE, owner: stranger(), body });
  body.send(CSV_HEADING);
  const second = pool.receive(small());
  await vi.waitFor(() => expect(pool.load).toMatchObject({ held: 1, waiting: 1 }));
  const refused = [first, second].map((each) => expect(each).rejects.toMatchObject({ code: 'UNAVAILABLE' }));
  await pool.close();
  await Promise.all(refused);
  await expect(pool.receive(small())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});
