import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { submitCommand } from '../../src/cli/submit.ts';
import { validateCommand } from '../../src/cli/validate.ts';
import type { Receipt } from '../../src/npm-package/client/generated/operations.ts';
import type { Language } from '../../src/standard/text.ts';
import { createApiKey } from '../../src/store/api-keys-repository.ts';
import { type Fault, type FaultyNetwork, openFaultyNetwork } from '../support/faulty-network.ts';
import {
  PAST_RETURN,
  type SubmittingService,
  startSubmittingService,
} from '../support/submitting-service.ts';
import { promiseOf, waitingJob } from '../support/waiting-job.ts';

const ROWS = PAST_RETURN.tables.profiles?.length;
const WRONG = { ...PAST_RETURN, period_end: '2025-09-29' };
const BUSY =
  'HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n';

let backend: SubmittingService;
let folder: string;
let network: FaultyNetwork | null = null;
beforeAll(async () => {
  backend = await startSubmittingService();
});
afterAll(() => backend.close());
beforeEach(async () => {
  await backend.empty();
  folder = await mkdtemp(join(tmpdir(), 'spcd-submit-test-'));
});
afterEach(async () => {
  await network?.close();
  network = null;
  await rm(folder, { recursive: true, force: true });
});

interface Setting {
  readonly faults?: readonly Fault[];
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly language?: Language;
  readonly stdin?: string;
  readonly isTTY?: boolean;
}

/** Runs the command over a network with faults and collects what it says. */
async function run(argv: readonly string[], setting: Setting = {}) {
  const { faults = [], environment = {}, language = 'en', stdin = '', isTTY = false } = setting;
  await network?.close();
  network = await openFaultyNetwork(backend.service.port, faults);
  const said = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    isTTY,
    write: (text: string) => {
      said[name] += text;
    },
  });
  async function* read() {
    yield new TextEncoder().encode(stdin);
  }
  const exitCode = await submitCommand(argv, {
    stdin: read(),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    environment: {
      SPCD_URL: `http://127.0.0.1:${network.port}`,
      SPCD_KEY: backend.key,
      XDG_STATE_HOME: join(folder, 'state'),
      ...environment,
    },
    workingFolder: folder,
    language,
  });
  return { exitCode, ...said };
}

async function file(name: string, content: unknown): Promise<string> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  await writeFile(join(folder, name), text);
  return name;
}

/** What is written down as waiting for an answer. */
async function waiting(): Promise<string[]> {
  const found = await readdir(join(folder, 'state'), { recursive: true }).catch(() => []);
  return found.filter((path) => path.endsWith('.json'));
}

describe('a return that is accepted', () => {
  it('ends with 0 and a receipt that says what became of each table, and what to do next', async () => {
    const { exitCode, stdout, stderr } = await run([await file('return.json', PAST_RETURN)]);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Valid: the return meets the standard.');
    expect(stdout).toContain('State: Accepted');
    expect(stdout).toMatch(/profiles: new, 8 rows, digest [0-9a-f]{64}/);
    expect(stdout).toContain('What to do next: Nothing more to do.');
    expect(await backend.stored()).toEqual({ rows: ROWS, states: { accepted: 1 } });
    expect(await waiting()).toEqual([]);
  });

  it('says the same in Welsh', async () => {
    const { stdout } = await run([await file('return.json', PAST_RETURN), '--lang', 'cy']);
    expect(stdout).toContain("Dilys: mae'r ffurflen yn bodloni'r safon.");
    expect(stdout).toContain('Cyflwr: Derbyniwyd');
    expect(stdout).toContain("Beth i'w wneud nesaf: Nid oes dim mwy i'w wneud.");
  });

  it('is a receipt in JSON where that is asked for', async () => {
    const { stdout } = await run([await file('return.json', PAST_RETURN), '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ state: 'accepted', organisation: '7A7', dry_run: false });
  });

  it('comes from standard input as well, and can be sent again', async () => {
    const { exitCode } = await run(['-'], {
      stdin: JSON.stringify(PAST_RETURN),
      faults: [{ cutRequestAfter: 1 }],
    });
    expect(exitCode).toBe(0);
    expect((await backend.stored()).rows).toBe(ROWS);
  });

  it('is tried with --dry-run, and nothing is stored', async () => {
    const { exitCode, stdout } = await run([await file('return.json', PAST_RETURN), '--dry-run']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('Receipt: a trial; nothing was stored');
    expect(await backend.stored()).toEqual({ rows: 0, states: {} });
  });

  it('may be a table in CSV with its header beside it', async () => {
    const { tables: _, ...header } = PAST_RETURN;
    const rows = PAST_RETURN.tables.profiles ?? [];
    const columns = Object.keys(rows[0] ?? {});
    const csv = [columns, ...rows.map((row) => columns.map((name) => row[name as keyof typeof row]))];
    await file('profiles.csv', `${csv.map((line) => line.join(',')).join('\n')}\n`);
    await file('header.json', { ...header, coverage: { ...header.coverage, tables: {} } });
    const { exitCode, stdout } = await run([
      'profiles.csv',
      '--header',
      'header.json',
      '--period',
      '2025-Q3',
    ]);
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('profiles: new, 8 rows')]);
  });
});

describe('a return that is refused', () => {
  it('ends with 1 and the findings exactly as spcd validate prints them', async () => {
    const name = await file('return.json', WRONG);
    const validated: string[] = [];
    await validateCommand([join(folder, name)], {
      stdin: (async function* () {})(),
      stdout: (text) => validated.push(text),
      stderr: () => undefined,
      env: {},
    });
    const { exitCode, stdout } = await run([name]);
    expect(exitCode).toBe(1);
    expect(stdout.startsWith(validated.join('').trimEnd())).toBe(true);
    expect(stdout).toContain('State: Refused');
    expect(stdout).toContain('What to do next: Mend what the findings');
    expect(await waiting()).toEqual([]);
  });

  it('says apart what only the service can find', async () => {
    const coverage = { ...PAST_RETURN.coverage, services_included: ['no-such-service'] };
    const { exitCode, stdout } = await run([await file('return.json', { ...PAST_RETURN, coverage })]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain('What the service found besides:');
  });
});

describe('a return that the service works on already', () => {
  const atWork = (retryAfter: number): Fault => {
    const problem = {
      ...{ type: '/problems/IDEMPOTENCY_KEY_IN_USE', title: 'At work', status: 409, detail: 'At work' },
      ...{ instance: 'r', code: 'IDEMPOTENCY_KEY_IN_USE' },
    };
    const text = JSON.stringify(problem);
    return {
      answer: `HTTP/1.1 409 Conflict\r\nContent-Type: application/problem+json\r\nRetry-After: ${retryAfter}\r\nContent-Length: ${text.length}\r\nConnection: close\r\n\r\n${text}`,
    };
  };

  it('is waited for beyond the attempts that may fail, and its receipt comes in the end', async () => {
    const faults = [{ cutAnswerAfter: 10 }, ...Array.from({ length: 6 }, () => atWork(0))];
    const { exitCode, stdout, stderr } = await run([await file('return.json', PAST_RETURN)], { faults });
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('State: Accepted')]);
    const [broke, works, ...others] = stderr.trimEnd().split('\n');
    expect(broke).toContain('The connection broke.');
    expect([works, others]).toEqual([expect.stringContaining('still working on it'), []]);
    expect(await backend.stored()).toEqual({ rows: ROWS, states: { accepted: 1 } });
    expect(await waiting()).toEqual([]);
  });

  it.each<[Language, string]>([
    ['en', 'Run the same command again: it goes on with the same submission'],
    ['cy', "Rhedwch yr un gorchymyn eto: mae'n mynd ymlaen â'r un cyflwyniad"],
  ])('and is given up says in %s that the same command goes on with it', async (language, words) => {
    const name = await file('return.json', PAST_RETURN);
    const onTheWay = await openFaultyNetwork(backend.service.port, [atWork(1_000)]);
    const environment = { SPCD_URL: `http://127.0.0.1:${onTheWay.port}` };
    const given = await run([name], { environment, language });
    expect([given.exitCode, given.stderr]).toEqual([3, expect.stringContaining(words)]);
    expect(await waiting()).toHaveLength(1);
    const again = await run([name], { environment });
    expect([again.exitCode, again.stderr]).toEqual([0, expect.stringContaining('the same submission')]);
    expect(await waiting()).toEqual([]);
    await onTheWay.close();
  });
});

describe('a network with faults', () => {
  it.each<[string, Fault]>([
    ['in the middle of the body', { cutRequestAfter: 4_000 }],
    ['in the middle of the answer', { cutAnswerAfter: 900 }],
  ])('%s is told in words, and the return stands once', async (_, fault) => {
    const { exitCode, stderr } = await run([await file('return.json', PAST_RETURN)], { faults: [fault] });
    expect(exitCode).toBe(0);
    expect(stderr).toMatch(/^The connection broke\. Trying again in about 1 s \(attempt 2 of 5\)\.\n$/);
    expect((await backend.stored()).rows).toBe(ROWS);
  });

  it('that is busy is told in words, in Welsh too', async () => {
    const { exitCode, stderr } = await run([await file('return.json', PAST_RETURN)], {
      faults: [{ answer: BUSY }],
      language: 'cy',
    });
    expect(exitCode).toBe(0);
    expect(stderr).toContain("Mae'r gwasanaeth yn brysur (503).");
  });

  it('that never answers ends with 3, and the same command goes on with the same submission', async () => {
    const name = await file('return.json', PAST_RETURN);
    const gone = await openFaultyNetwork(backend.service.port, []);
    await gone.close();
    const url = `http://127.0.0.1:${gone.port}`;
    const first = await run([name], { environment: { SPCD_URL: url } });
    expect(first.exitCode).toBe(3);
    expect(first.stderr).toContain('No answer came from the service.');
    expect(first.stderr).toContain('ECONNREFUSED');
    const [kept] = await waiting();
    expect(kept).toBeDefined();
    const second = await run([name], { environment: { SPCD_URL: url } });
    expect(second.stderr).toContain('going on with the same submission');
    expect(await waiting()).toEqual([kept]);
    await file('return.json', WRONG);
    const third = await run([name], { environment: { SPCD_URL: url } });
    expect(third.stderr).not.toContain('going on with the same submission');
  }, 60_000);
});

describe('a return that is to be taken in later', () => {
  it('is waited for with --async, and its receipt is the same', async () => {
    const name = await file('return.json', PAST_RETURN);
    const { exitCode, stdout, stderr } = await run([name, '--async', '--json'], { isTTY: true });
    expect([exitCode, JSON.parse(stdout).state]).toEqual([0, 'accepted']);
    expect(stderr).toContain('Received. The service has checked');
    expect(stderr.endsWith('\r\u001b[K')).toBe(true);
    expect(await waiting()).toEqual([]);
  });

  it('has its receipt also with a key that may only submit', async () => {
    const { presented } = await createApiKey(backend.store.db, {
      ...{ organisation: '7A7', scopes: ['submit'], expires_at: null, now: new Date() },
    });
    const environment = { SPCD_KEY: presented };
    const name = await file('return.json', PAST_RETURN);
    const { exitCode, stdout, stderr } = await run([name, '--async'], { environment });
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toContain('State: Accepted');
    expect(await waiting()).toEqual([]);
    await file('wrong.json', WRONG);
    const refused = await run(['wrong.json', '--async'], { environment });
    expect([refused.exitCode, refused.stdout]).toEqual([1, expect.stringContaining('State: Refused')]);
  });
});

describe('a return that was to be taken in later and never will be', () => {
  const INTERNAL = { en: 'Tell the publisher the request id.', cy: 'Rhowch wybod am y rhif cais.' };
  it.each([
    ['was cancelled', 'cancelled', null, null, 1, 'was cancelled before it was taken in'],
    [
      'failed',
      'failed',
      403,
      { code: 'ORGANISATION_MISMATCH', detail: INTERNAL, instance: 'r-1' },
      2,
      'Request: r-1',
    ],
    [
      'failed on the side of the service',
      'failed',
      500,
      { code: 'INTERNAL', detail: INTERNAL },
      3,
      'INTERNAL',
    ],
  ])('as it %s is sent anew by the same command', async (_, state, status, answer, code, words) => {
    const name = await file('return.json', PAST_RETURN);
    const id = await waitingJob(backend.store);
    await backend.store.pool.query(
      'update submission_jobs set state = $2, status = $3, answer = $4, ended_at = now() where id = $1',
      [id, state, status, answer],
    );
    const first = await run([name, '--async'], { faults: [{ answer: promiseOf(id) }] });
    expect([first.exitCode, first.stderr]).toEqual([code, expect.stringContaining(words)]);
    expect(await waiting()).toEqual([]);
    const second = await run([name, '--async']);
    expect([second.exitCode, second.stderr]).toEqual([0, '']);
    expect(await backend.stored()).toEqual({ rows: ROWS, states: { accepted: 1 } });
  });

  it('stays written down while nothing is known of it', async () => {
    const name = await file('return.json', PAST_RETURN);
    const environment = { SPCD_KEY: 'spcd_0123456789ab_wrong' };
    expect((await run([name], { environment })).exitCode).toBe(2);
    expect(await waiting()).toHaveLength(1);
  });
});

describe('a return that is held', () => {
  const profiles = (PAST_RETURN.tables.profiles ?? []).map((row) => ({ ...row, area_code: 'W06000018' }));

  it('is accepted once --verify confirms what rules ask', async () => {
    const name = await file('return.json', { ...PAST_RETURN, tables: { profiles } });
    const { exitCode, stdout } = await run([name, '--json']);
    const { submission_id, state, report, service_findings } = JSON.parse(stdout);
    expect([exitCode, state]).toEqual([1, 'needs_verification']);
    const asked = [...report.findings, ...service_findings].filter(({ tier }) => tier === 'verify');
    const rules = new Set<string>(asked.map(({ rule }) => rule));
    const confirm = [...rules].flatMap((rule) => ['--confirm', `${rule}:checked_and_correct`]);
    expect((await run(['--verify', submission_id])).exitCode).toBe(2);
    const verified = await run(['--verify', submission_id, ...confirm]);
    expect([verified.exitCode, verified.stderr]).toEqual([0, '']);
    expect(verified.stdout).toContain('State: Accepted');
    const unknown = await run(['--verify', 'nonsense', ...confirm], { language: 'cy' });
    expect([unknown.exitCode, unknown.stderr]).toEqual([2, expect.stringContaining('SUBMISSION_NOT_FOUND')]);
  });
});

it('lets a return stand again that was sent before a corrected one', async () => {
  const [first, ...others] = PAST_RETURN.tables.profiles ?? [];
  const send = async (people: number, faults: readonly Fault[]) => {
    const profiles = [{ ...first, people, people_first_in_year: 11 }, ...others];
    const name = await file('return.json', {
      ...PAST_RETURN,
      tables: { ...PAST_RETURN.tables, profiles },
    });
    return JSON.parse((await run([name, '--json'], { faults })).stdout) as Receipt;
  };
  const cut = [{ cutAnswerAfter: 900 }];
  const receipts = [await send(14, cut), await send(15, []), await send(14, cut)];
  expect(new Set(receipts.map(({ submission_id }) => submission_id)).size).toBe(3);
  const { rows } = await backend.store.pool.query(
    "select submission_id from standing_tables where table_name = 'profiles'",
  );
  expect(rows).toEqual([{ submission_id: receipts[2]?.submission_id }]);
}, 60_000);

describe('how far it is', () => {
  it('is said on a terminal, on one line', async () => {
    const { stderr } = await run([await file('return.json', PAST_RETURN)], { isTTY: true });
    expect(stderr).toContain('Sent: 0.0 of 0.0 MB');
    expect(stderr).not.toContain('\n');
    expect(stderr.endsWith('\r\u001b[K')).toBe(true);
  });
});

describe('a command line that cannot be followed ends with 2 and says why', () => {
  it.each<[string, readonly string[], Setting['environment'], string]>([
    ['a key on it', ['--key', 'spcd_x_y'], {}, 'every user of this machine can read it'],
    ['no key', [], { SPCD_KEY: '' }, 'give --key-file, or set SPCD_KEY'],
    ['a key of two lines', [], { SPCD_KEY: 'secret\nsecret' }, 'What was given as the key is none'],
    ['a key file that is not there', ['--key-file', 'none'], {}, 'There is no file'],
    ['no address', [], { SPCD_URL: '' }, 'Say with --url'],
    ['an address without a scheme', ['--url', 'data.example.wales'], {}, 'begins with https://'],
    ['a key sent unencrypted', ['--url', 'http://data.example.wales'], {}, 'unencrypted'],
    ['an odd confirmation', ['--confirm', 'all'], {}, 'RULE:REASON'],
    ['a file to verify', ['--verify', 'some-id', '--confirm', 'a:b'], {}, '--verify takes the id'],
    ['an unknown option', ['--frist'], {}, 'There is no option --frist.'],
    ['a wrong language', ['--lang', 'fr'], {}, '--lang is en or cy'],
    ['a table of JSON', ['--table', 'profiles'], {}, 'go with CSV'],
  ])('%s', async (_, argv, environment, words) => {
    const { exitCode, stdout, stderr } = await run([await file('return.json', PAST_RETURN), ...argv], {
      environment: environment ?? {},
    });
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
    expect(stderr).not.toContain('secret');
    expect(network?.connections()).toBe(0);
  });

  it('two files, none, or one that is not there', async () => {
    expect((await run([])).exitCode).toBe(2);
    expect((await run(['a.json', 'b.json'])).exitCode).toBe(2);
    expect((await run(['none.json'])).stderr).toContain('There is no file');
    expect((await run(['.'])).exitCode).toBe(2);
  });

  it('a header that would change the request', async () => {
    const name = await file('profiles.csv', 'population\n');
    expect((await run([name, '--set', 'dry_run=true'])).exitCode).toBe(2);
    await file('header.json', { coverage: [1], period: '2025-Q3' });
    expect((await run([name, '--header', 'header.json'])).stderr).toContain("header's coverage");
    await file('header.json', { notes: [{ en: 'a' }] });
    expect((await run([name, '--header', 'header.json'])).stderr).toContain("header's notes");
  });

  it('a key that the service does not know', async () => {
    const { exitCode, stderr } = await run([await file('return.json', PAST_RETURN)], {
      environment: { SPCD_KEY: 'spcd_0123456789ab_wrong' },
    });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('A valid key is needed (UNAUTHENTICATED)');
    expect(stderr).toMatch(/Request: \S+/);
  });
});

it('says how it is used in both languages', async () => {
  expect((await run(['--help'])).stdout).toContain('Usage: spcd submit FILE');
  expect((await run(['--help'], { language: 'cy' })).stdout).toContain('Defnydd: spcd submit FFEIL');
});
