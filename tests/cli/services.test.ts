import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { servicesCommand } from '../../src/cli/services.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { listServices } from '../../src/store/services-repository.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { emptyRegisters } from '../support/empty-registers.ts';
import { run } from './run-command.ts';

const SERVICE = {
  id: 'powys-connectors',
  name: { en: 'Powys connectors', cy: 'Cysylltwyr Powys' },
  submitter: '7A7',
  areas: ['W06000023'],
  valid_from: '2024-04-01',
};

let database: TestDatabase;
let open: OpenDatabase;
let folder: string;

beforeAll(async () => {
  database = await createMigratedDatabase();
  open = openDatabase(database.connectionString);
  folder = await mkdtemp(join(tmpdir(), 'spcd-services-'));
});

beforeEach(async () => {
  await emptyRegisters(open);
});

afterAll(async () => {
  await open?.close();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

async function importText(text: string, ...options: string[]) {
  const path = join(folder, 'services.json');
  await writeFile(path, text);
  return run(servicesCommand, open.db, ['import', path, ...options]);
}

it('imports a file of services and lists them in the language asked for', async () => {
  expect(await importText(JSON.stringify([SERVICE]))).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await listServices(open.db)).toEqual([SERVICE]);
  const listed = await run(servicesCommand, open.db, ['list'], 'cy');
  expect(listed.stdout).toContain('Cysylltwyr Powys');
  const asJson = await run(servicesCommand, open.db, ['list', '--organisation', '7A7', '--json']);
  expect(JSON.parse(asJson.stdout)).toEqual([SERVICE]);
});

it.each([
  ['a service without an area', [{ ...SERVICE, areas: [] }], '/1/areas'],
  ['an unknown organisation', [{ ...SERVICE, submitter: 'XYZ' }], '/1/submitter'],
  ['an area that no list knows', [{ ...SERVICE, id: 'other', areas: ['W99'] }], '/1/areas/0: W99'],
  ['a name that cannot be stored', [{ ...SERVICE, id: 'other', name: { en: 'a\u0000', cy: 'b' } }], '/1'],
  ['an unknown field', [{ ...SERVICE, phone: '1' }], '/1'],
  ['a service that is there twice', [SERVICE], '/1/id'],
  ['a last day before the first', [{ ...SERVICE, id: 'other', valid_to: '2024-03-31' }], '/1/valid_to'],
])('refuses %s, says where, and saves nothing of the file', async (_, others, place) => {
  const refused = await importText(JSON.stringify([SERVICE, ...others]));
  expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
  expect(refused.stderr).toContain(place);
  expect(await listServices(open.db)).toEqual([]);
});

it.each(['{}', '[', 'null'])('refuses the file %s, which is not a list', async (text) => {
  const refused = await importText(text, '--json');
  expect(refused.exitCode).toBe(1);
  expect(JSON.parse(refused.stdout)).toMatchObject({ saved: 0, faults: [{ en: expect.any(String) }] });
});

it('says in the language asked that there is no such file', async () => {
  const missing = await run(servicesCommand, open.db, ['import', '/no/such/file.json'], 'cy');
  expect(missing).toMatchObject({ exitCode: 2, stderr: 'Nid oes ffeil /no/such/file.json.\n' });
});

it('shows the usage when no file is named', async () => {
  const refused = await run(servicesCommand, open.db, ['import']);
  expect(refused).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Usage:') });
});

it('shows what a service was before and after each change, and nothing for a file that changes nothing', async () => {
  await importText(JSON.stringify([SERVICE]));
  await importText(JSON.stringify([SERVICE]));
  await importText(JSON.stringify([{ ...SERVICE, submitter: '7A4' }]));
  const { stdout } = await run(servicesCommand, open.db, ['history', SERVICE.id]);
  expect(stdout.match(/submitter: .*/g)).toEqual(['submitter: – → 7A7', 'submitter: 7A7 → 7A4']);
  expect((await run(servicesCommand, open.db, ['history', 'nobody'])).exitCode).toBe(1);
});
