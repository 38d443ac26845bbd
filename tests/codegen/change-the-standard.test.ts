import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderFromSchema } from '../../src/codegen/generate.ts';
import type { Validator } from '../../src/standard/compiled-validator.ts';
import { newMigrations, PG_CORE, ROOT } from '../drift/write-migrations.ts';

interface Table {
  required: string[];
  properties: Record<string, object>;
  [keyword: string]: unknown;
}

const HOME_VISITS = {
  type: ['integer', 'null'],
  minimum: 0,
  maximum: 1000000000,
  title: 'Home visits',
  description: 'Visits to the home of the person. Null where it is not collected.',
  'x-cy': {
    title: 'Ymweliadau cartref',
    description: 'Ymweliadau â chartref yr unigolyn. Null lle na chaiff ei gasglu.',
  },
  'x-role': 'measure',
  'x-unit': 'episode',
  'x-periods': ['quarter'],
  'x-additive-over-time': false,
  examples: [4],
  'x-source': 'a test',
};

let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'spcd-standard-'));
  await cp(join(ROOT, 'schema'), join(root, 'schema'), { recursive: true });
  // What is tried here is how a version grows before it is frozen.
  await rm(join(root, 'schema', '1.0.frozen.json'));
  // The page of Welsh lists what the code says to people.
  await symlink(join(ROOT, 'src'), join(root, 'src'));
});

afterAll(() => rm(root, { recursive: true }));

const fileOf = (path: string) => join(root, 'schema', path);
const readTable = async (path: string) => JSON.parse(await readFile(fileOf(path), 'utf8')) as Table;
const write = (path: string, content: object) => writeFile(fileOf(path), JSON.stringify(content, null, 2));

describe('a field and a table added in schema/ alone', () => {
  let rendered: Map<string, string>;
  const source = (path: string) => rendered.get(path) as string;

  beforeAll(async () => {
    const closures = await readTable('1.0/tables/closures.schema.json');
    closures.properties.home_visits = HOME_VISITS;
    closures.required.push('home_visits');
    await write('1.0/tables/closures.schema.json', closures);

    const assets = await readTable('1.0/tables/assets.schema.json');
    const { area_code } = assets.properties as { area_code: object };
    await write('1.0/tables/sessions.schema.json', {
      ...assets,
      $id: (assets.$id as string).replace('assets', 'sessions'),
      title: 'SessionsRow',
      'x-position': 120,
      'x-title': 'Sessions',
      required: ['area_code', 'home_visits'],
      properties: { area_code, home_visits: HOME_VISITS },
    });
    rendered = await renderFromSchema(root);
  });

  it('have types, descriptions and a place in a return', () => {
    const types = source('src/standard/generated/types.ts');
    expect(types).toMatch(/export interface ClosuresRow \{[^}]*home_visits: \(?number \| null\)?/);
    expect(types).toMatch(/export interface SessionsRow \{[^}]*home_visits: /);
    expect(types).toMatch(/sessions\?: SessionsRow\[\]/);
    const tables = source('src/standard/generated/tables.ts');
    expect(tables).toMatch(/export const TABLE_NAMES = \[.*"assets","sessions"\] as const/);
    expect(tables.match(/"name":"home_visits"/g)).toHaveLength(2);
    expect(source('docs/welsh-review.md')).toContain('Ymweliadau cartref');
  });

  it('have compiled validators', async () => {
    const compiled = join(root, 'sessions.mjs');
    await writeFile(compiled, source('src/standard/generated/validators/sessions.js'));
    const { validateSessionsRow }: { validateSessionsRow: Validator } = await import(
      pathToFileURL(compiled).href
    );
    const row = { area_code: 'W06000023', home_visits: 4 };
    expect(
      [row, { ...row, home_visits: -1 }, { area_code: 'W06000023' }].map((each) => validateSessionsRow(each)),
    ).toEqual([true, false, false]);
  });

  it('have columns, for which a migration would be written', async () => {
    const rowTables = source('src/store/generated/row-tables.ts').replace('drizzle-orm/pg-core', PG_CORE);
    const [sql, ...others] = await newMigrations({ source: rowTables, inPlaceOf: 'row-tables.ts' });
    expect(others).toEqual([]);
    expect(sql).toContain('CREATE TABLE "rows_sessions"');
    expect(sql).toContain('ALTER TABLE "rows_closures" ADD COLUMN "home_visits" integer;');
  });

  it('are in the draft that extends the version, too', () => {
    const types = source('src/standard/generated/v1_1/types.ts');
    expect(types).toContain("SessionsRow } from '../types.ts'");
  });
});

describe('a version whose list of changes', () => {
  const faultsOf = (change: (list: { draft: boolean; changes: { at: string }[] }) => void) => async () => {
    const text = await readFile(fileOf('1.1/changes.json'), 'utf8');
    try {
      const list = JSON.parse(text);
      change(list);
      await write('1.1/changes.json', list);
      await renderFromSchema(root);
    } finally {
      await writeFile(fileOf('1.1/changes.json'), text);
    }
  };

  it('says less than what differs is refused', async () => {
    await expect(faultsOf(({ changes }) => changes.pop())()).rejects.toThrow(
      'schema/1.1/changes.json does not say: minor code-added at codelists/delivery_mode/materials_sent',
    );
  });

  it('says more than what differs is refused', async () => {
    const more = {
      rule: 'field-added',
      level: 'minor',
      at: 'tables/needs/other',
      reason: { en: 'A.', cy: 'A.' },
    };
    await expect(faultsOf(({ changes }) => changes.push(more))()).rejects.toThrow('says what is not so');
  });

  it('has no reasons is refused', async () => {
    const reasonless = ({ changes }: { changes: object[] }) =>
      changes.map((each) => Reflect.deleteProperty(each, 'reason'));
    await expect(faultsOf(reasonless)()).rejects.toThrow("must have required property 'reason'");
  });
});

it('refuses a minor version with a major change', async () => {
  const path = '1.1/tables/workforce.schema.json';
  const workforce = await readTable(path);
  const { fte: _, ...properties } = workforce.properties;
  const required = workforce.required.filter((name) => name !== 'fte');
  await write(path, { ...workforce, properties, required });
  await expect(renderFromSchema(root)).rejects.toThrow(
    'schema/1.1 has major changes since 1.0: it needs the next major number',
  );
  await write(path, workforce);
});
