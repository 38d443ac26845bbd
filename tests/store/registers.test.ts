import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Organisation, Service } from '../../src/standard/generated/types.ts';
import { listAudit } from '../../src/store/audit-log.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import {
  findOrganisation,
  listOrganisations,
  saveOrganisations,
} from '../../src/store/organisations-repository.ts';
import { findPeriod, listPeriods, savePeriod } from '../../src/store/periods-repository.ts';
import { type Change, listRegisterHistory } from '../../src/store/register-history.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { emptyRegisters } from '../support/empty-registers.ts';

const POWYS: Organisation = { code: '7A7', obligation: 'core', valid_from: '2026-04-01' };
const CARDIFF: Organisation = {
  code: '7A4',
  obligation: 'standard',
  tables: ['profiles', 'needs'],
  valid_from: '2024-04-01',
  valid_to: '2027-03-31',
  contact_role: 'Data manager',
  contact_address: 'https://example.org/contact',
};
const SERVICE: Service = {
  id: 'powys-links',
  name: { en: 'Powys Links', cy: 'Cysylltiadau Powys' },
  submitter: '7A7',
  areas: ['W06000023'],
  valid_from: '2024-04-01',
};
const Q2 = { period: '2026-Q2', opens_on: '2026-07-01', due_on: '2026-08-20', closes_on: '2026-11-20' };

const BY_ALICE: Change = {
  actor: { kind: 'command', id: 'alice' },
  at: new Date('2026-05-01T10:00:00Z'),
};

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createMigratedDatabase();
  open = openDatabase(database.connectionString);
});

beforeEach(async () => {
  await emptyRegisters(open);
});

afterAll(async () => {
  await open?.close();
  await database?.drop();
});

const audited = () => listAudit(open.db);

it('gives organisations back as they were saved, by code', async () => {
  expect(await saveOrganisations(open.db, [POWYS, CARDIFF])).toBe(2);
  expect(await listOrganisations(open.db)).toEqual([CARDIFF, POWYS]);
  expect(await findOrganisation(open.db, '7A7')).toEqual(POWYS);
  expect(await findOrganisation(open.db, '7A1')).toBeNull();
});

it('keeps what an organisation was before and after each change, who changed it and when', async () => {
  await saveOrganisations(open.db, [POWYS], BY_ALICE);
  const full: Organisation = { ...POWYS, obligation: 'full' };
  const later = {
    ...BY_ALICE,
    actor: { kind: 'command', id: 'bob' } as const,
    at: new Date('2026-06-01T10:00:00Z'),
  };
  await saveOrganisations(open.db, [full, CARDIFF], later);
  expect(await listRegisterHistory(open.db, 'organisations', '7A7')).toMatchObject([
    { entry: '7A7', actor: 'alice', changed_at: BY_ALICE.at, before: null, after: POWYS },
    { entry: '7A7', actor: 'bob', changed_at: later.at, before: POWYS, after: full },
  ]);
  expect(await listRegisterHistory(open.db, 'organisations')).toHaveLength(3);
  expect(await listRegisterHistory(open.db, 'services')).toEqual([]);
});

it('writes a line of the audit log for each change, and none for an entry that stays as it is', async () => {
  await saveOrganisations(open.db, [POWYS, CARDIFF], BY_ALICE);
  await saveServices(open.db, [SERVICE], BY_ALICE);
  await savePeriod(open.db, Q2, BY_ALICE);
  const lines = await audited();
  expect(lines).toMatchObject([
    { subject: '7A4', action: 'organisation_saved', organisation: '7A4', actor: BY_ALICE.actor },
    { subject: '7A7', action: 'organisation_saved', organisation: '7A7', at: BY_ALICE.at },
    { subject: 'powys-links', action: 'service_saved', organisation: '7A7' },
    { subject: '2026-Q2', action: 'period_saved', organisation: null },
  ]);
  expect(await saveOrganisations(open.db, [POWYS, CARDIFF])).toBe(0);
  expect(await saveServices(open.db, [SERVICE])).toBe(0);
  expect(await savePeriod(open.db, Q2)).toBe(false);
  expect(await audited()).toHaveLength(4);
  expect(await listRegisterHistory(open.db, 'organisations')).toHaveLength(2);
});

it('takes away what a replaced organisation no longer says', async () => {
  await saveOrganisations(open.db, [CARDIFF]);
  const plain: Organisation = { code: '7A4', obligation: 'core', valid_from: '2024-04-01' };
  await saveOrganisations(open.db, [plain]);
  expect(await findOrganisation(open.db, '7A4')).toEqual(plain);
});

it('saves all or nothing: neither entry, history nor audit log', async () => {
  const backwards: Organisation = { ...CARDIFF, valid_to: '2020-01-01' };
  await expect(saveOrganisations(open.db, [POWYS, backwards])).rejects.toThrow();
  await expect(savePeriod(open.db, { ...Q2, due_on: '2026-01-01' })).rejects.toThrow();
  expect(await listOrganisations(open.db)).toEqual([]);
  expect(await listPeriods(open.db)).toEqual([]);
  expect(await listRegisterHistory(open.db, 'organisations')).toEqual([]);
  expect(await audited()).toEqual([]);
});

it('gives the days of a period, and none where nobody set them', async () => {
  await savePeriod(open.db, Q2);
  await savePeriod(open.db, { ...Q2, due_on: '2026-08-31' });
  expect(await findPeriod(open.db, '2026-Q2')).toEqual({ ...Q2, due_on: '2026-08-31' });
  expect(await findPeriod(open.db, '2026-Q3')).toBeNull();
  expect(await listRegisterHistory(open.db, 'periods', '2026-Q2')).toMatchObject([
    { before: null, after: Q2 },
    { before: Q2, after: { ...Q2, due_on: '2026-08-31' } },
  ]);
});

it('lets changes of one entry that are made at once follow one another, each knowing the one before', async () => {
  const levels = ['core', 'standard', 'full'] as const;
  await Promise.all(
    levels.map((obligation) => saveOrganisations(open.db, [{ ...POWYS, obligation }], BY_ALICE)),
  );
  const history = await listRegisterHistory(open.db, 'organisations', '7A7');
  expect(history).toHaveLength(3);
  expect(history.map(({ before }) => before)).toEqual([
    null,
    ...history.slice(0, -1).map(({ after }) => after),
  ]);
});
