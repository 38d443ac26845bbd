import { createReadStream } from 'node:fs';
import pg from 'pg';
import { newSubmissionId } from '../src/ingest/new-submission-id.ts';
import { keptRows } from '../src/standard/kept-rows.ts';
import { PackedRows } from '../src/standard/pack-rows.ts';
import { headerFromParameters } from '../src/standard/read/header-from-parameters.ts';
import { sortPackedRows } from '../src/standard/sort-packed-rows.ts';
import { createReturnValidator } from '../src/standard/validate-return.ts';
import { copyRowsIn } from '../src/store/copy-rows.ts';
import { copyTextWriter } from '../src/validation/write-copy-text.ts';
import { HEADER, type LargeTable } from './coded-rows.ts';
import { cpuSecondsOfServer } from './processor-time.ts';
import type { Cost } from './rounds.ts';

/**
 * Copies the rows of a file into their table, in one transaction that is committed, and measures that alone: the text
 * is made before, and held. The rows belong to a submission that nobody has sent, and stay.
 *
 *     node --import tsx bench/copy-alone.ts TABLE FILE in-order|as-they-come ADDRESS PID
 *
 * Prints what it cost PostgreSQL, whose first process has the id given; memory is not measured.
 */
const [table = '', file = '', order = '', address = '', server = ''] = process.argv.slice(2);
const name = table as LargeTable;
const validator = createReturnValidator({ format: 'csv', table, header: headerFromParameters(HEADER) });
for await (const chunk of createReadStream(file)) validator.write(chunk);
const rows = validator.end().tables[name];
if (!(rows instanceof PackedRows)) throw new Error(`${file} could not be read`);
const kept = keptRows(rows);
const places = order === 'in-order' ? sortPackedRows(rows, kept) : kept;
const pieces = [...copyTextWriter(newSubmissionId(), rows)(places)];
const client = new pg.Client({ connectionString: address });
await client.connect();
const cpu = cpuSecondsOfServer(Number(server));
const start = performance.now();
await client.query('begin');
await copyRowsIn(client, name, pieces);
await client.query('commit');
const cost: Cost = {
  seconds: (performance.now() - start) / 1000,
  cpuSeconds: cpuSecondsOfServer(Number(server)) - cpu,
  peakMegabytes: 0,
};
await client.end();
process.stdout.write(JSON.stringify(cost));
