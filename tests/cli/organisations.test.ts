import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { organisationsCommand } from '../../src/cli/organisations.ts';
import { listAudit } from '../../src/store/audit-log.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { listOrganisations } from '../../src/store/organisations-repository.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { emptyRegisters } from '../support/empty-registers.ts';
import { standReturn } from '../support/stand-return.ts';
import { VALID_RETURN } from '../support/valid-return.ts';
import { run } from './run-command.ts';

let database: TestDatabase;
let open: OpenDatabase;
let folder: string;

beforeAll(async () => {
  database = await createMigratedDatabase();
  open = openDatabase(database.connectionString);
  folder = await mkdtemp(join(tmpdir(), 'spcd-organisations-'));
});

beforeEach(async () => {
  await emptyRegisters(open);
});

afterAll(async () => {
  await open?.close();
  await database?.drop();
  await rm(folder, { recursive: true, force: true });
});

const organisations = (argv: string[], language: 'en' | 'cy' = 'en') =>
  run(organisationsCommand, open.db, argv, language);
const SET = ['set', '7A7', '--obligation', 'core', '--from', '2026-04-01'];

async function importText(text: string, ...options: string[]) {
  const path = join(folder, 'organisations.json');
  await writeFile(path, text);
  return organisations(['import', path, ...options]);
}

it.each([
  ['en', ['set', '7A7'], ['--obligation (obligation): it is missing', '--from (valid_from): it is missing']],
  ['cy', ['set', '7A7', '--obligation', 'core'], ['--from (valid_from): mae ar goll']],
  ['en', [...SET, '--tables', 'profiles,profiles'], ['--tables (tables): the list names something twice']],
  [
    'cy',
    ['set', '7A7', '--obligation', 'core', '--from', 'May'],
    ['--from (valid_from): nid yw May yn ddiwrnod'],
  ],
] as const)('says in %s which option of %j is missing or wrong', async (language, argv, words) => {
  const { exitCode, stderr } = await organisations([...argv], language);
  expect(exitCode).toBe(1);
  for (const each of words) expect(stderr).toContain(each);
});

it('sets an organisation, lists it, and says when the register said so already', async () => {
  const contact = ['--contact-role', 'Data manager', '--contact-address', 'https://example.org/contact'];
  const options = ['--tables', 'profiles,pathway', '--to', '2027-03-31', ...contact];
  expect(await organisations([...SET, ...options])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('Saved: 7A7  core  2026-04-01 – 2027-03-31  profiles,pathway'),
  });
  expect((await organisations([...SET, ...options])).stdout).toContain('said so already');
  const entry = {
    code: '7A7',
    obligation: 'core',
    tables: ['profiles', 'pathway'],
    valid_from: '2026-04-01',
    valid_to: '2027-03-31',
    contact_role: 'Data manager',
    contact_address: 'https://example.org/contact',
  };
  expect(await listOrganisations(open.db)).toEqual([entry]);
  expect(JSON.parse((await organisations(['list', '--json'])).stdout)).toEqual([entry]);
  expect((await organisations(['list'], 'cy')).stdout).toContain('7A7  core');
});

it('shows who changed what of an organisation, field by field, and nothing for a change that was none', async () => {
  await organisations(SET);
  await organisations([...SET.slice(0, 3), 'full', ...SET.slice(4)]);
  await organisations([...SET.slice(0, 3), 'full', ...SET.slice(4)]);
  const shown = await organisations(['history', '7A7']);
  expect(shown.stdout.match(/obligation: .*/g)).toEqual(['obligation: – → core', 'obligation: core → full']);
  expect(shown.stdout).toContain(`${userInfo().username}  added`);
  const asJson = JSON.parse((await organisations(['history', '7A7', '--json'])).stdout);
  expect(asJson).toMatchObject([{ before: null }, { before: { obligation: 'core' } }]);
  const digests = (await listAudit(open.db, { subject: '7A7' })).map(({ digest }) => digest?.toString('hex'));
  expect(digests).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), expect.stringMatching(/^[0-9a-f]{64}$/)]);
  expect(new Set(digests).size).toBe(2);
});

it('imports a file of them, all or none', async () => {
  const entry = { code: '7A4', obligation: 'standard', valid_from: '2024-04-01' };
  expect(await importText(JSON.stringify([entry]), '--json')).toMatchObject({
    exitCode: 0,
    stdout: `${JSON.stringify({ saved: 1, changed: 1, faults: [] })}\n`,
  });
  expect(await listOrganisations(open.db)).toEqual([entry]);
});

const ENTRY = { code: '7A7', obligation: 'core', valid_from: '2026-04-01' };

it.each([
  ['an organisation that no list knows', { ...ENTRY, code: 'XYZ' }, '/1/code: XYZ'],
  ['an unknown level', { ...ENTRY, code: '7A4', obligation: 'all' }, '/1/obligation: all'],
  ['an unknown table', { ...ENTRY, code: '7A4', tables: ['people'] }, '/1/tables/0: people'],
  ['a day that is none', { ...ENTRY, code: '7A4', valid_from: '2026-02-30' }, '/1/valid_from'],
  ['a last day before the first', { ...ENTRY, code: '7A4', valid_to: '2026-03-31' }, '/1/valid_to'],
  ['an organisation that is there twice', ENTRY, '/1/code'],
  ['a text that cannot be stored', { ...ENTRY, code: '7A4', contact_role: 'a\u0000b' }, '/1'],
  ['half a character', { ...ENTRY, code: '7A4', contact_role: 'a\ud800' }, '/1'],
  ['an unknown field', { ...ENTRY, code: '7A4', email: 'a@example.org' }, '/1'],
  ['null', null, '/1'],
  ['a person as a role', { ...ENTRY, code: '7A4', contact_role: 'Dr Jane Smith' }, '/1/contact_role'],
  ['a number of a person', { ...ENTRY, code: '7A4', contact_role: 'Data 07700 900123' }, '/1/contact_role'],
  [
    'the mailbox of a person',
    { ...ENTRY, code: '7A4', contact_address: 'jane.smith@example.org' },
    '/1/contact_address',
  ],
])('refuses a file with %s, says where in both languages, and saves nothing', async (_, other, place) => {
  const refused = await importText(JSON.stringify([ENTRY, other]));
  expect(refused).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining(place) });
  expect(refused.stderr).not.toContain('a@example.org');
  const { faults } = JSON.parse((await importText(JSON.stringify([ENTRY, other]), '--json')).stdout);
  expect(faults[0].cy).toContain(place.split(':')[0]);
  expect(await listOrganisations(open.db)).toEqual([]);
});

it.each([
  ['Data manager', 'social.prescribing@example.org'],
  ['Rheolwr data', 'mailto:Ymholiadau@example.org'],
  ['Drama and arts lead', 'https://example.org/contact'],
])('takes the role %s with the address %s', async (contact_role, contact_address) => {
  expect((await importText(JSON.stringify([{ ...ENTRY, contact_role, contact_address }]))).exitCode).toBe(0);
});

it('says who has sent what for a quarter, and who has not', async () => {
  const submitter = VALID_RETURN.submitter;
  for (const code of [submitter, '7A4'])
    await organisations(['set', code, '--obligation', 'core', '--from', '2024-04-01']);
  await standReturn(open, { ...VALID_RETURN, source_kind: 'case_management' });
  const asManager = openDatabase(database.connectionString, { role: 'spcd_manage' });
  const ask = (argv: string[], language: 'en' | 'cy' = 'en') =>
    run(organisationsCommand, asManager.db, ['completeness', ...argv], language);
  const { stdout } = await ask([VALID_RETURN.period, '--json']);
  const { organisations: found } = JSON.parse(stdout);
  expect(found).toMatchObject([
    {
      organisation: '7A4',
      complete: false,
      tables: [{ state: 'missing' }, { state: 'missing' }, { state: 'missing' }],
    },
    {
      organisation: submitter,
      tables: [{ table: 'profiles', state: 'in' }, {}, { table: 'pathway', state: 'missing' }],
    },
  ]);
  const lines = (await ask([VALID_RETURN.period], 'cy')).stdout.split('\n');
  expect(lines[0]).toContain(`${VALID_RETURN.period}: i'w anfon erbyn`);
  expect(lines[2]).toMatch(/^7A4 +core +anghyflawn +– +profiles,characteristics,pathway/);
  expect((await ask(['2026'])).exitCode).toBe(2);
  expect((await ask([])).stderr).toContain('Name one calendar quarter');
  await asManager.close();
});

it('refuses hostile keys and depths as it refuses any other entry', async () => {
  const hostile = `[{"code":"7A7","obligation":"core","valid_from":"2026-04-01","__proto__":{"valid_to":"1"}}]`;
  expect((await importText(hostile)).exitCode).toBe(1);
  expect((await importText(`${'['.repeat(5_000)}${']'.repeat(5_000)}`)).exitCode).toBe(1);
});

it.each([
  ['no code', ['set']],
  ['two codes', ['set', '7A7', '7A4']],
  ['an unknown option', [...SET, '--email', 'x']],
  ['an unknown action', ['remove', '7A7']],
  ['no entry to show', ['history']],
])('shows the usage for %s, in both languages', async (_, argv) => {
  expect(await organisations(argv)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('Usage:') });
  expect(await organisations(argv, 'cy')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('Defnydd:'),
  });
});

it('refuses to set an entry that cannot stand, and names the field', async () => {
  const refused = await organisations(['set', '7A7', '--obligation', 'everything', '--from', '2026-04-01']);
  expect(refused).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining('--obligation (obligation): everything'),
  });
  expect((await organisations(['set', '7A7', '--obligation', 'core'])).stderr).toContain('valid_from');
  expect(await listOrganisations(open.db)).toEqual([]);
});

it('says that an organisation was never there', async () => {
  expect(await organisations(['history', '7A1'], 'cy')).toMatchObject({
    exitCode: 1,
    stderr: 'Ni fu 7A1 erioed yn y gofrestr.\n',
  });
});
