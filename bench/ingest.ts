import { createReadStream } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openPostgres } from '../src/store/embedded-postgres.ts';
import { codedFile, HEADER } from './coded-rows.ts';
import { cpuSecondsOfServer } from './processor-time.ts';
import { type Cost, describeMachine, median, runScript } from './rounds.ts';
import { runService } from './running-service.ts';
import { sendReturn } from './send-return.ts';

const RIVAL = fileURLToPath(new URL('csv-rival.ts', import.meta.url));
const COPY = fileURLToPath(new URL('copy-alone.ts', import.meta.url));
const TABLE = 'connections';
const [sizes = '10000,100000,1000000,2000000', times = '3'] = process.argv.slice(2);

/** Rows drawn by chance are not what a quarter's figures would be. */
const CONFIRMED = ['count-within-half-of-the-one-before', 'too-soon-to-know-only-within-eight-weeks'];

/** Each round is of a quarter of its own, so nothing is replaced, and nothing unchanged. */
const QUARTERS = [2023, 2024, 2025].flatMap((year) => [1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`));

console.log(describeMachine());
const service = await runService();
const postgres = await openPostgres({ dataDir: service.folder });
try {
  console.log(`the service at rest: ${service.memory().now.toFixed(0)} MB`);
  const quarters = QUARTERS.values();
  for (const rows of sizes.split(',').map(Number)) {
    const file = await codedFile(TABLE, rows);
    const parts: Record<'validating' | 'copying' | 'unordered' | 'ingest', Cost[]> = {
      validating: [],
      copying: [],
      unordered: [],
      ingest: [],
    };
    const copy = (order: string) =>
      runScript<Cost>(COPY, [TABLE, file, order, postgres.connectionString(), String(postgres.pid)]);
    for (let round = 0; round < Number(times); round += 1) {
      parts.validating.push(runScript<Cost>(RIVAL, ['spcd', TABLE, file]));
      parts.copying.push(copy('in-order'));
      const period = quarters.next().value ?? '2026-Q1';
      const query = new URLSearchParams({ ...HEADER, period, table: TABLE });
      for (const rule of CONFIRMED) query.append('confirm', `${rule}:checked_and_correct`);
      const [own, server] = [service.cpuSeconds(), cpuSecondsOfServer(postgres.pid)];
      const { words, seconds } = await sendReturn(service.port, {
        path: `/v1/submissions?${query}`,
        type: 'text/csv',
        key: service.key,
        body: () => createReadStream(file),
      });
      const copying = cpuSecondsOfServer(postgres.pid) - server;
      const validating = service.cpuSeconds() - own;
      parts.ingest.push({
        seconds,
        cpuSeconds: copying + validating,
        peakMegabytes: service.memory().most,
      });
      console.log(
        `  ${words}: ${seconds.toFixed(1)} s; processor time ${validating.toFixed(1)} s of the service, ${copying.toFixed(1)} s of PostgreSQL`,
      );
    }
    parts.unordered.push(copy('as-they-come'));
    report(rows, parts);
  }
} finally {
  await postgres.stop();
  await service.stop();
}

function report(rows: number, parts: Readonly<Record<string, readonly Cost[]>>): void {
  const of = (part: string, what: 'seconds' | 'cpuSeconds') => (parts[part] ?? []).map((cost) => cost[what]);
  const ratio = (what: 'seconds' | 'cpuSeconds', rivals: readonly string[]) =>
    median(
      of('ingest', what).map(
        (cost, round) => cost / Math.max(...rivals.map((rival) => of(rival, what)[round] ?? Number.NaN)),
      ),
    );
  const words = Object.keys(parts).map(
    (part) =>
      `${part} ${median(of(part, 'seconds')).toFixed(2)} s (processor ${median(of(part, 'cpuSeconds')).toFixed(2)} s)`,
  );
  const most = Math.max(...(parts.ingest ?? []).map(({ peakMegabytes }) => peakMegabytes));
  console.log(
    `${rows} rows: ${words.join(', ')}; to the longer of both ${ratio('seconds', ['validating', 'copying']).toFixed(2)}; ` +
      `to validating ${ratio('seconds', ['validating']).toFixed(2)}, to copying ${ratio('seconds', ['copying']).toFixed(2)}; ` +
      `microseconds a row ${((median(of('ingest', 'seconds')) / rows) * 1e6).toFixed(1)}; memory at most ${most.toFixed(0)} MB`,
  );
}
