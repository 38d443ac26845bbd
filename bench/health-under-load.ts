import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { headerFromParameters } from '../src/standard/read/header-from-parameters.ts';
import type { WritableReturn } from '../src/standard/row.ts';
import { createReturnValidator } from '../src/standard/validate-return.ts';
import { writeCsvArchive } from '../src/standard/write/write-csv-archive.ts';
import { writeReturnWorkbook } from '../src/standard/write/write-return-workbook.ts';
import { codedFile, codedLines, HEADER } from './coded-rows.ts';
import type { Run } from './csv-rival.ts';
import { watchHealth } from './probe-health.ts';
import { describeMachine, runScript } from './rounds.ts';
import { type RunningService, runService } from './running-service.ts';
import { type Sent, sendReturn } from './send-return.ts';

const RIVAL = fileURLToPath(new URL('csv-rival.ts', import.meta.url));
const CSV_ROWS = (process.argv[2] ?? '1000000').split(',').map(Number);
/** About 30 MB of JSON. */
const JSON_ROWS = 110_000;
const QUIET_MS = 5_000;

const CSV_QUERY = new URLSearchParams({ ...HEADER, table: 'connections' }).toString();

/** A return of so many rows of connections, as JSON would give it. */
function largeReturn(rows: number): WritableReturn {
  const [heading, ...lines] = codedLines('connections', rows);
  const names = String(heading).trim().split(',');
  const connections = lines.map((line) =>
    Object.fromEntries(
      line
        .trim()
        .split(',')
        .map((value, index) => [names[index], index === names.length - 1 ? Number(value) : value]),
    ),
  );
  const header = headerFromParameters(HEADER);
  const validator = createReturnValidator({ format: 'csv', table: 'connections', header });
  validator.write(Buffer.from(`${heading}${lines[0]}`));
  const { header: whole } = validator.end();
  if (whole === null) throw new Error('the header of the coded rows is not well formed');
  return { ...whole, tables: { connections } };
}

async function measure(service: RunningService, name: string, sent: Sent): Promise<void> {
  const health = watchHealth(service.port);
  const { words, seconds } = await sendReturn(service.port, sent);
  const { median, p99, most, probes } = await health.stop();
  const memory = service.memory();
  console.log(
    `${name.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s  health p50 ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ` +
      `most ${most.toFixed(1)} ms of ${probes}; memory ${memory.now.toFixed(0)} MB, most ${memory.most.toFixed(0)} MB; ${words}`,
  );
}

console.log(describeMachine());
const service = await runService();
try {
  const quiet = watchHealth(service.port);
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  const { median, p99, most, probes } = await quiet.stop();
  console.log(
    `nothing else to do: health p50 ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, most ${most.toFixed(1)} ms of ${probes}; memory ${service.memory().now.toFixed(0)} MB`,
  );
  for (const rows of CSV_ROWS) {
    const file = await codedFile('connections', rows);
    const csv = { type: 'text/csv', body: () => createReadStream(file) };
    const alone = runScript<Run>(RIVAL, ['spcd', 'connections', file]);
    console.log(
      `${`${rows} rows of CSV, validating alone`.padEnd(34)} ${alone.seconds.toFixed(1).padStart(6)} s  memory ${alone.peakMegabytes.toFixed(0)} MB; ${alone.found}`,
    );
    await measure(service, `${rows} rows, /v1/validate`, { ...csv, path: `/v1/validate?${CSV_QUERY}` });
    await measure(service, `${rows} rows, /v1/submissions`, {
      ...csv,
      path: `/v1/submissions?${CSV_QUERY}&confirm=count-within-half-of-the-one-before:checked_and_correct`,
      key: service.key,
    });
  }
  const large = largeReturn(JSON_ROWS);
  const forms: Record<string, Buffer> = {
    'application/json': Buffer.from(JSON.stringify(large)),
    'application/zip': Buffer.from(writeCsvArchive(large)),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': Buffer.from(
      writeReturnWorkbook(large),
    ),
  };
  for (const [type, bytes] of Object.entries(forms)) {
    const name = `${type.split(/[/.]/).at(-1)} of ${(bytes.length / 1e6).toFixed(1)} MB, ${JSON_ROWS} rows`;
    await measure(service, name, { type, path: '/v1/validate', body: () => Readable.from([bytes]) });
  }
} finally {
  await service.stop();
}
