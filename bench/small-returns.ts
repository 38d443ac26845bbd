import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { openPostgres } from '../src/store/embedded-postgres.ts';
import { cpuSecondsOf, cpuSecondsOfServer } from './processor-time.ts';
import { describeMachine, median } from './rounds.ts';
import { runService } from './running-service.ts';
import { sendReturn } from './send-return.ts';
import { rowsIn, servicesOfSmallReturns, smallReturn } from './small-return.ts';

const BARE = fileURLToPath(new URL('bare-route.ts', import.meta.url));
const [times = '5', perRound = '40', sizes = '10,100,1000,10000'] = process.argv.slice(2);
const STORED = sizes.split(',').map(Number);
/** What changes between returns that were drawn apart, and is compared with what stands. */
const CONFIRMED = [
  'count-within-half-of-the-one-before',
  'open-at-start-is-open-at-end-before',
  'cohort-is-referrals-of-quarter-before',
];

/** One sender for each quarter: returns of one quarter wait for each other. Of three in turn, none is as the last was. */
const BODIES = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4'].map((period) =>
  [1, 2, 3].map((seed) => smallReturn(period, seed)).map((made) => Buffer.from(JSON.stringify(made))),
);

const TABLES_SENT = Object.keys(smallReturn('2025-Q1', 1).tables);

interface Rival {
  readonly name: string;
  readonly port: number;
  readonly path: string;
  readonly key?: string;
  cpuSeconds(): number;
}

const sent = new Map<string, number>();

/** Sends so many returns over four connections at once. */
async function load(rival: Rival, returns: number): Promise<{ seconds: number; cpuSeconds: number }> {
  const before = rival.cpuSeconds() + cpuSecondsOfServer(postgres.pid);
  const start = performance.now();
  await Promise.all(
    BODIES.map(async (variants, sender) => {
      for (let turn = 0; turn < returns / BODIES.length; turn += 1) {
        const number = sent.get(`${rival.name} ${sender}`) ?? 0;
        sent.set(`${rival.name} ${sender}`, number + 1);
        const body = variants[number % variants.length] as Buffer;
        const { port, path, key } = rival;
        const { words } = await sendReturn(port, {
          path,
          type: 'application/json',
          ...(key === undefined ? {} : { key }),
          body: () => Readable.from([body]),
        });
        if (!/^20[01]/.test(words)) throw new Error(`${rival.name} answered ${words}`);
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  return { seconds, cpuSeconds: rival.cpuSeconds() + cpuSecondsOfServer(postgres.pid) - before };
}

/** Copies what is written of one submission and of its tables, as if other organisations had sent it. */
async function store(client: pg.Client, upTo: number): Promise<void> {
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from submissions');
  const wanted = upTo - (rows[0]?.count ?? 0);
  await client.query('create temp table made (id uuid, organisation text, period text)');
  await client.query(
    `insert into made select gen_random_uuid(), 'X' || number % 200, '20' || 20 + number % 6 || '-Q' || 1 + number % 4
     from generate_series(1, $1) as number`,
    [Math.max(0, wanted)],
  );
  const changed = ['id', 'sequence', 'organisation', 'period', 'services_included'];
  const others = (await columnsOf(client, 'submissions', changed)).join(', ');
  const standing = await client.query<{ id: string }>(
    'select rows_submission_id as id from standing_tables order by rows_submission_id limit 1',
  );
  const one = standing.rows[0]?.id;
  await client.query(
    `insert into submissions (id, organisation, period, services_included, ${others})
     select made.id, made.organisation, made.period, array['of-' || made.organisation], ${others.replaceAll(/(\w+)/g, 'one.$1')}
     from made, (select * from submissions where id = $1) as one`,
    [one],
  );
  await client.query(
    `insert into submission_tables (submission_id, table_name, table_digest, rows, outcome, totals)
     select made.id, table_name, table_digest, rows, 'created', totals from made, submission_tables where submission_id = $1`,
    [one],
  );
  await client.query(
    `insert into standing_tables (organisation, collection, period, table_name, submission_id, rows_submission_id)
     select distinct on (organisation, period, table_name) organisation, 'synthetic', period, table_name, id, id
     from made, submission_tables where submission_id = $1
     on conflict do nothing`,
    [one],
  );
  for (const table of TABLES_SENT) {
    const columns = await columnsOf(client, `rows_${table}`, ['submission_id']);
    await client.query(
      `insert into rows_${table} (submission_id, ${columns.join(', ')})
       select made.id, ${columns.map((name) => `one.${name}`).join(', ')}
       from (select id from made order by id) as made, (select * from rows_${table} where submission_id = $1) as one`,
      [one],
    );
  }
  await client.query('drop table made');
  await client.query('vacuum analyze');
}

async function columnsOf(client: pg.Client, table: string, without: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select column_name as name from information_schema.columns where table_name = $1',
    [table],
  );
  return rows.map(({ name }) => name).filter((name) => !without.includes(name));
}

console.log(describeMachine());
const service = await runService(servicesOfSmallReturns());
const postgres = await openPostgres({ dataDir: service.folder });
const bare = spawn(process.execPath, ['--import', 'tsx', BARE, postgres.connectionString()], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const client = new pg.Client({ connectionString: postgres.connectionString() });
try {
  const [port] = (await once(bare.stdout, 'data')) as [Buffer];
  await client.connect();
  const query = CONFIRMED.map((rule) => `confirm=${rule}:checked_and_correct`).join('&');
  const rivals: readonly Rival[] = [
    {
      name: 'service',
      port: service.port,
      path: `/v1/submissions?${query}`,
      key: service.key,
      cpuSeconds: service.cpuSeconds,
    },
    { name: 'bare', port: Number(String(port)), path: '/', cpuSeconds: () => cpuSecondsOf(bare.pid ?? 0) },
  ];
  const returns = Number(perRound);
  const made = smallReturn('2025-Q1', 1);
  console.log(`${rowsIn(made)} rows, ${(JSON.stringify(made).length / 1000).toFixed(0)} kB`);
  for (const rival of rivals) await load(rival, returns);
  for (const stored of [0, ...STORED]) {
    await store(client, stored);
    const ratios: { clock: number; cpu: number; service: number; bare: number; cpuMs: number }[] = [];
    for (let round = 0; round < Number(times); round += 1) {
      const costs = [];
      for (const rival of rivals) costs.push(await load(rival, returns));
      const [own, other] = costs;
      if (own === undefined || other === undefined) throw new Error('there are two rivals');
      ratios.push({
        clock: other.seconds / own.seconds,
        cpu: other.cpuSeconds / own.cpuSeconds,
        service: returns / own.seconds,
        bare: returns / other.seconds,
        cpuMs: (own.cpuSeconds / returns) * 1000,
      });
    }
    const of = (what: keyof (typeof ratios)[number]) => median(ratios.map((ratio) => ratio[what]));
    const { rows } = await client.query<{ count: string }>('select count(*) from submissions');
    console.log(
      `${rows[0]?.count} stored in the end: ${of('service').toFixed(1)} a second, bare ${of('bare').toFixed(1)}: ` +
        `${(of('clock') * 100).toFixed(0)} %, by processor time ${(of('cpu') * 100).toFixed(0)} %; ${of('cpuMs').toFixed(0)} ms of processor each`,
    );
  }
} finally {
  await client.end();
  bare.kill();
  await postgres.stop();
  await service.stop();
}
