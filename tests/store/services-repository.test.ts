import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Service } from '../../src/standard/generated/types.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { findServices, listServices, saveServices } from '../../src/store/services-repository.ts';
import { services } from '../../src/store/tables/registers.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';

const POWYS: Service = {
  id: 'powys-connectors',
  name: { en: 'Powys connectors', cy: 'Cysylltwyr Powys' },
  submitter: '7A7',
  areas: ['W06000023'],
  valid_from: '2024-04-01',
};
const GWENT: Service = {
  id: 'gwent-links',
  name: { en: 'Gwent links', cy: 'Dolenni Gwent' },
  submitter: '7A6',
  areas: ['W06000018', 'W06000019'],
  valid_from: '2023-01-01',
  valid_to: '2026-12-31',
  programme: 'National Framework',
  contact_role: 'Data manager',
  contact_address: 'https://example.org/contact',
};

let database: TestDatabase;
let open: OpenDatabase;

beforeAll(async () => {
  database = await createMigratedDatabase();
  open = openDatabase(database.connectionString);
});

beforeEach(async () => {
  await open.db.delete(services);
});

afterAll(async () => {
  await open?.close();
  await database?.drop();
});

it('gives services back as they were saved, by id', async () => {
  await saveServices(open.db, [POWYS, GWENT]);
  expect(await listServices(open.db)).toEqual([GWENT, POWYS]);
  expect(await listServices(open.db, '7A7')).toEqual([POWYS]);
  expect(await findServices(open.db, ['powys-connectors', 'nobody'])).toEqual([POWYS]);
});

it('replaces a service whose id is in the register and keeps the others', async () => {
  await saveServices(open.db, [POWYS, GWENT]);
  const { valid_to: _, programme: __, ...shorter } = GWENT;
  await saveServices(open.db, [shorter]);
  expect(await listServices(open.db)).toEqual([shorter, POWYS]);
});

it('saves all or nothing', async () => {
  const backwards: Service = { ...GWENT, valid_from: '2026-12-31', valid_to: '2026-01-01' };
  const many = Array.from({ length: 1_500 }, (_, index) => ({ ...POWYS, id: `powys-${index}` }));
  await expect(saveServices(open.db, [...many, backwards])).rejects.toThrow();
  expect(await listServices(open.db)).toEqual([]);
  await saveServices(open.db, many);
  expect(await listServices(open.db)).toHaveLength(1_500);
});
