/**
 * Runs every attack on a country, asks what is left for use, and writes `docs/attacks.md`. Ends with 1 if an attack
 * succeeds or too little is left.
 *
 * `npm run attack -- [--size whole|small] [--only A4,A5] [--seeds 1,2,3,4,5]`
 *
 * What is done is kept beside the country until the code changes: the same command goes on after an interruption, and
 * asks for more seeds than before build those alone. With `--only` or the small country nothing is written: the report
 * is of everything.
 */
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { measureUsefulness } from '../journeys/measure-usefulness.ts';
import { allAttacks } from './all-attacks.ts';
import type { Attack, Scene } from './attack.ts';
import { openCountry } from './country/open-country.ts';
import { type CountryPlan, SMALL_COUNTRY, WHOLE_COUNTRY } from './country/plan.ts';
import { serveCountry } from './country/serve-country.ts';
import { findOnce, pathOfAttack } from './keep-records.ts';
import { type AttackRecord, renderReport } from './render-report.ts';
import { isUsefulEnough, type UsefulnessRecord } from './render-usefulness.ts';

const REPORT = new URL('../../docs/attacks.md', import.meta.url);

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: 'whole' },
    only: { type: 'string' },
    seeds: { type: 'string' },
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
  const service = await serveCountry(country);
  const records = await runAll({ country, service, server });
  await service.close();
  const failed = records.filter(({ measurements }) => measurements.some(({ passed }) => !passed));
  print(`${records.length - failed.length} of ${records.length} attacks stay within their gates`);
  if (failed.length > 0) process.exitCode = 1;
  if (only === undefined && plan.size === 'whole') {
    const usefulness = await measureAll(country);
    if (!usefulness.every(isUsefulEnough)) process.exitCode = 1;
    await writeFile(REPORT, renderReport({ plan, date: new Date(), records, usefulness }));
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function planFrom({
  size,
  seeds,
}: {
  readonly size: string;
  readonly seeds?: string | undefined;
}): CountryPlan {
  const of = size === 'small' ? SMALL_COUNTRY : WHOLE_COUNTRY;
  if (seeds === undefined) return of;
  const noiseSeeds = seeds.split(',').map(Number);
  if (!noiseSeeds.every(Number.isSafeInteger)) throw new RangeError(`Seeds are whole numbers, not ${seeds}`);
  return { ...of, noiseSeeds };
}

async function runAll(scene: Scene): Promise<AttackRecord[]> {
  const records: AttackRecord[] = [];
  for (const attack of chosen) {
    const noiseSeeds = attack.noise(plan);
    const kept = {
      folder: scene.country.recordsFolder,
      name: [attack.id, ...noiseSeeds].join('-'),
      own: pathOfAttack(attack.id),
    };
    const record = await findOnce(kept, () => runOne(attack, scene));
    records.push(record);
    print(`${record.id} ${record.title} (${record.seconds} s of processor)`);
    for (const { metric, gate, measured, passed } of record.measurements) {
      print(`   ${passed ? 'ok  ' : 'FAIL'} ${metric}: ${measured}${gate === null ? '' : ` (${gate})`}`);
    }
  }
  return records;
}

async function runOne({ id, title, tried, noise, run }: Attack, scene: Scene): Promise<AttackRecord> {
  const start = process.cpuUsage();
  const measurements = await run(scene);
  const { user, system } = process.cpuUsage(start);
  const seconds = Math.round((user + system) / 1e6);
  return { id, title, tried, noiseSeeds: noise(scene.country.plan), measurements, seconds };
}

async function measureAll(country: Scene['country']): Promise<UsefulnessRecord[]> {
  const measured: UsefulnessRecord[] = [];
  for (const noiseSeed of plan.noiseSeeds) {
    const kept = { folder: country.recordsFolder, name: `usefulness-${noiseSeed}` };
    const usefulness = await findOnce(kept, async () => {
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

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
