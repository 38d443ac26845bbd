/**
 * Runs every attack on a country, asks what is left for use, and writes `docs/attacks.md`. Ends with 1 if an attack
 * succeeds or too little is left.
 *
 * `npm run attack -- [--size whole|small] [--only A4,A5] [--seeds 1,2,3,4,5] [--country 2027] [--report]`
 *
 * What is done is kept beside the country until the code changes: the same command goes on after an interruption, and
 * asks for more seeds than before build those alone. `--country` draws other people. With it, with `--only` or the small
 * country nothing is written: the report is of everything. With `--report` nothing is run: it is of what is kept, and names what is not run yet.
 */
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { measureUsefulness, type Usefulness } from '../journeys/measure-usefulness.ts';
import { allAttacks } from './all-attacks.ts';
import type { Attack, Scene } from './attack.ts';
import { type Country, openCountry } from './country/open-country.ts';
import { type CountryPlan, SMALL_COUNTRY, WHOLE_COUNTRY } from './country/plan.ts';
import { serveCountry } from './country/serve-country.ts';
import { findKept, findOnce, pathOfAttack, type RecordName } from './keep-records.ts';
import { type AttackRecord, renderReport } from './render-report.ts';
import { isUsefulEnough, type UsefulnessRecord } from './render-usefulness.ts';

const REPORT = new URL('../../docs/attacks.md', import.meta.url);

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: 'whole' },
    only: { type: 'string' },
    seeds: { type: 'string' },
    country: { type: 'string' },
    report: { type: 'boolean', default: false },
  },
});
const plan = planFrom(options);
const only = options.only?.split(',');
const chosen = (await allAttacks()).filter(({ id }) => only === undefined || only.includes(id));

const folder = await realpath(await mkdtemp(join(tmpdir(), 'spcd-attack-server-')));
const postgres = await startEmbeddedPostgres({ dataDir: folder });
try {
  const server = postgres.connectionString();
  const country = await openCountry(plan, { server, progress: print });
  const records = options.report ? await keptRecords(country) : await runAll(country, server);
  const failed = records.filter(({ measurements }) => measurements.some(({ passed }) => !passed));
  print(`${records.length - failed.length} of ${records.length} attacks stay within their gates`);
  if (failed.length > 0) process.exitCode = 1;
  if (only === undefined && plan.size === 'whole' && plan.seed === WHOLE_COUNTRY.seed) {
    const usefulness = options.report ? await keptUsefulness(country) : await measureAll(country);
    if (!usefulness.every(isUsefulEnough)) process.exitCode = 1;
    const done = new Set(records.map(({ id }) => id));
    const pending = chosen.filter(({ id }) => !done.has(id));
    await writeFile(REPORT, renderReport({ plan, date: new Date(), records, pending, usefulness }));
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function planFrom({
  size,
  seeds,
  country,
}: {
  readonly size: string;
  readonly seeds?: string | undefined;
  readonly country?: string | undefined;
}): CountryPlan {
  const usual = size === 'small' ? SMALL_COUNTRY : WHOLE_COUNTRY;
  const seed = country === undefined ? usual.seed : Number(country);
  const noiseSeeds = seeds?.split(',').map(Number) ?? usual.noiseSeeds;
  if (![seed, ...noiseSeeds].every(Number.isSafeInteger)) {
    throw new RangeError(`Seeds are whole numbers, not ${country ?? ''} ${seeds ?? ''}`);
  }
  return { ...usual, seed, noiseSeeds };
}

async function runAll(country: Country, server: string): Promise<AttackRecord[]> {
  const records: AttackRecord[] = [];
  const service = await serveCountry(country);
  for (const attack of chosen) {
    const record = await findOnce(recordOf(attack, country), () =>
      runOne(attack, { country, service, server }),
    );
    records.push(record);
    print(`${record.id} ${record.title} (${record.seconds} s of processor)`);
    for (const { metric, gate, measured, passed } of record.measurements) {
      print(`   ${passed ? 'ok  ' : 'FAIL'} ${metric}: ${measured}${gate === null ? '' : ` (${gate})`}`);
    }
  }
  await service.close();
  return records;
}

function recordOf({ id, noise }: Attack, { recordsFolder }: Country): RecordName {
  return { folder: recordsFolder, name: [id, ...noise(plan)].join('-'), own: pathOfAttack(id) };
}

async function keptRecords(country: Country): Promise<AttackRecord[]> {
  const found = chosen.map((attack) => findKept<AttackRecord>(recordOf(attack, country)));
  return (await Promise.all(found)).filter((record) => record !== undefined);
}

async function runOne({ id, title, tried, noise, run }: Attack, scene: Scene): Promise<AttackRecord> {
  const start = process.cpuUsage();
  const measurements = await run(scene);
  const { user, system } = process.cpuUsage(start);
  const seconds = Math.round((user + system) / 1e6);
  return { id, title, tried, noiseSeeds: noise(scene.country.plan), measurements, seconds };
}

async function measureAll(country: Country): Promise<UsefulnessRecord[]> {
  const measured: UsefulnessRecord[] = [];
  for (const noiseSeed of plan.noiseSeeds) {
    const usefulness = await findOnce(usefulnessOf(noiseSeed, country), async () => {
      const service = await serveCountry(country, noiseSeed);
      try {
        return await measureUsefulness(country, service, { noiseSeed });
      } finally {
        await service.close();
      }
    });
    print(`noise ${noiseSeed}: ${usefulness.answered} of ${usefulness.questions.length} questions answered`);
    measured.push({ noiseSeed, ...usefulness });
  }
  return measured;
}

function usefulnessOf(noiseSeed: number, { recordsFolder }: Country): RecordName {
  return { folder: recordsFolder, name: `usefulness-${noiseSeed}` };
}

async function keptUsefulness(country: Country): Promise<UsefulnessRecord[]> {
  const measured: UsefulnessRecord[] = [];
  for (const noiseSeed of plan.noiseSeeds) {
    const usefulness = await findKept<Usefulness>(usefulnessOf(noiseSeed, country));
    if (usefulness) measured.push({ noiseSeed, ...usefulness });
  }
  return measured;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
