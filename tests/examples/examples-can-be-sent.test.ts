import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readServices } from '../../src/cli/read-services.ts';
import type { Return } from '../../src/standard/generated/types.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import { send } from '../ingest/send.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);
const read = (path: string) => readFile(new URL(path, EXAMPLES), 'utf8');
const names = (await readdir(new URL('valid/', EXAMPLES))).filter((name) => name.endsWith('.json'));

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createMigratedDatabase();
  open = openDatabase(database.connectionString);
  const { services, faults } = readServices(await read('services/powys.json'));
  expect(faults).toEqual([]);
  await saveServices(open.db, services);
}, 60_000);
afterAll(async () => {
  await open?.close();
  await database?.drop();
});

it.each(names)(
  'examples/valid/%s is taken in where the register of the examples was imported',
  async (name) => {
    const document = JSON.parse(await read(`valid/${name}`)) as Return;
    const { receipt } = await send(open, document, { dry_run: true });
    const findings = [...receipt.report.findings, ...receipt.service_findings];
    expect(findings.filter(({ tier }) => tier === 'error')).toEqual([]);
    expect(receipt.state).toMatch(/^(accepted|needs_verification)$/);
  },
);
