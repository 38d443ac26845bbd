/**
 * Runs every attack on a country, asks what is left for use, and writes `docs/attacks.md`. Ends with 1 if an attack
 * succeeds or too little is left.
 *
 * `npm run attack -- [--size whole|small] [--only A4,A5]`
 *
 * With `--only` or the small country nothing is written: the report is of everything.
 */
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { measureUsefulness } from '../journeys/measure-usefulness.ts';
import { allAttacks } from './all-attacks.ts';
import type { Scene } from './attack.ts';
import { openCountry } from './country/open-country.ts';
import { SMALL_COUNTRY, WHOLE_COUNTRY } from './country/plan.ts';
import { serveCountry } from './country/serve-country.ts';
import { type AttackRecord, isUsefulEnough, renderReport } from './render-report.ts';

const REPORT = new URL('../../docs/attacks.md', import.meta.url);

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: 'whole' },
    only: { type: 'string' },
  },
});
const plan = options.size === 'small' ? SMALL_COUNTRY : WHOLE_COUNTRY;
const only = options.only?.split(',');
const chosen = (await allAttacks()).filter(({ id }) => only === undefined || only.includes(id));

const folder = await realpath(await mkdtemp(join(tmpdir(), 'spcd-attack-server-')));
const postgres = await startEmbeddedPostgres({ dataDir: folder });
try {
  const server = postgres.connectionString();
  const country = await openCountry(plan, { server, progress: print });
  const service = await serveCountry(country);
  const records = await runAll({ country, service, server });
  if (only === undefined && plan === WHOLE_COUNTRY) {
    const usefulness = await measureUsefulness(country, service);
    print(`${usefulness.answered} of ${usefulness.questions.length} research questions answered`);
    if (!isUsefulEnough(usefulness)) process.exitCode = 1;
    await writeFile(REPORT, renderReport({ plan, date: new Date(), records, usefulness }));
  }
  await service.close();
  const failed = records.filter(({ measurements }) => measurements.some(({ passed }) => !passed));
  print(`${records.length - failed.length} of ${records.length} attacks stay within their gates`);
  if (failed.length > 0) process.exitCode = 1;
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

async function runAll(scene: Scene): Promise<AttackRecord[]> {
  const records: AttackRecord[] = [];
  for (const { id, title, tried, run } of chosen) {
    const measurements = await run(scene);
    records.push({ id, title, tried, measurements });
    print(`${id} ${title}`);
    for (const { metric, gate, measured, passed } of measurements) {
      print(`   ${passed ? 'ok  ' : 'FAIL'} ${metric}: ${measured}${gate === null ? '' : ` (${gate})`}`);
    }
  }
  return records;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
