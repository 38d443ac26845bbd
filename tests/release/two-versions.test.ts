import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Manifest } from '../../src/archive/manifest.ts';
import { draftFolder } from '../../src/release/build-release.ts';
import type { ConnectionsRow, WorkforceRow } from '../../src/standard/generated/types.ts';
import type { WorkforceRow as WorkforceRowOfDraft } from '../../src/standard/generated/v1_1/types.ts';
import type { WritableReturn } from '../../src/standard/row.ts';
import { exampleRow } from '../../src/standard/rules/example-rows.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { readCells } from '../support/read-cells.ts';
import { standReturn } from '../support/stand-return.ts';
import { peopleIn, smallReturn, TWO_SERVICES } from './small-return.ts';

const PERIOD = '2026-Q1';
const AREAS = { '7A7': 'W06000023', '7A4': 'W06000015' } as const;
const BOARDS = { '7A7': 'W11000024', '7A4': 'W11000029' } as const;

let house: ReleaseHouse;

beforeEach(async () => {
  house = await openReleaseHouse(TWO_SERVICES);
});

afterEach(() => house?.close());

type Submitter = keyof typeof AREAS;

/** Connections that were taken up, so many in each way; `materials_sent` is a way of 1.1 only. */
function connections(submitter: Submitter, ways: Readonly<Record<string, number>>): ConnectionsRow[] {
  return Object.entries(ways).map(([delivery_mode, count]) =>
    exampleRow('connections', {
      area_code: AREAS[submitter],
      delivery_mode: delivery_mode as ConnectionsRow['delivery_mode'],
      uptake: 'taken_up',
      barrier: 'not_applicable',
      connections: count,
    }),
  );
}

function linkWorkers(submitter: Submitter, headcount: number): WorkforceRow {
  return exampleRow('workforce', {
    area_code: BOARDS[submitter],
    headcount,
    fte: null,
    supervised: null,
    trained_in_period: null,
    trained_across_professions: null,
  });
}

function returnOf(
  submitter: Submitter,
  tables: { readonly connections: ConnectionsRow[]; readonly workforce: readonly WorkforceRowOfDraft[] },
) {
  const supported = peopleIn({ [AREAS[submitter]]: 120 });
  const profiles = [...supported, ...supported.map((row) => ({ ...row, population: 'connected' as const }))];
  return smallReturn(submitter, PERIOD, profiles, {
    tables: { profiles, connections: tables.connections, workforce: [...tables.workforce] as WorkforceRow[] },
  });
}

/** Powys follows 1.0, and still sends packs by post. */
const POWYS = returnOf('7A7', {
  connections: connections('7A7', { in_person: 120, by_post: 60 }),
  workforce: [linkWorkers('7A7', 12)],
});

/** Cardiff follows 1.1: it counts who works in Welsh, and what it sends under the code that took over. */
const CARDIFF: WritableReturn = {
  ...returnOf('7A4', {
    connections: connections('7A4', { in_person: 200, materials_sent: 90, by_post: 40 }),
    workforce: [{ ...linkWorkers('7A4', 20), works_in_welsh: 8 }],
  }),
  schema_version: '1.1',
};

type Cells = Awaited<ReturnType<typeof readCells>>;

function valueIn(cells: Cells, wanted: Readonly<Record<string, string | null>>) {
  const found = cells.filter((cell) => Object.entries(wanted).every(([name, value]) => cell[name] === value));
  if (found.length > 1) throw new Error(`${found.length} cells fit ${JSON.stringify(wanted)}`);
  return found[0] === undefined ? 'no cell' : found[0].value;
}

const workforce = (cells: Cells, figure: string, area_code: string) =>
  valueIn(cells, { table: 'workforce', figure, area_code, role: null, employer_sector: null });

const sentBy = (cells: Cells, delivery_mode: string, area_code: string) =>
  valueIn(cells, {
    ...{ table: 'connections', figure: 'connections', period: PERIOD, area_code, delivery_mode },
    ...{ activity_type: null, connection_kind: null, uptake: null, barrier: null, quality_mark: null },
    deprivation_quintile: null,
  });

const cellsOf = (release: string) => readCells(draftFolder(house.privateDir, release));

const contentsOf = async (release: string) =>
  JSON.parse(await readFile(join(draftFolder(house.privateDir, release), 'contents.json'), 'utf8')).contents;

async function privateFiles(): Promise<string[]> {
  const paths = await readdir(join(house.privateDir, 'rows'), { recursive: true });
  return paths.filter((path) => path.endsWith('.parquet')).sort();
}

const notCollected = ({ coverage }: Manifest, organisation: Submitter) =>
  Object.fromEntries(
    Object.entries(coverage.find((each) => each.organisation === organisation)?.tables ?? {}).map(
      ([table, { not_collected }]) => [table, not_collected],
    ),
  );

it('lifts rows of 1.0 beside rows of 1.1: what they could not hold is null and named, never zero', async () => {
  await house.accept([POWYS]);
  await standReturn(house.open, CARDIFF);
  const manifest = await house.build('trial', { schemaVersion: '1.1' });
  expect(manifest).toMatchObject({
    schema_version: '1.1',
    is_trial: true,
    returned_versions: ['1.0', '1.1'],
  });
  expect(notCollected(manifest, '7A7')).toEqual({
    profiles: [],
    connections: ['delivery_mode.materials_sent'],
    workforce: ['works_in_welsh'],
  });
  expect(notCollected(manifest, '7A4')).toEqual({ profiles: [], connections: [], workforce: [] });

  const cells = await cellsOf('trial');
  expect(workforce(cells, 'works_in_welsh', 'W11000029')).toBe(8);
  expect(workforce(cells, 'works_in_welsh', 'W11000024')).toBeNull();
  expect(workforce(cells, 'works_in_welsh', 'nation:W92000004')).toBeNull();
  expect(workforce(cells, 'headcount', 'nation:W92000004')).toBe(32);

  // The new code counts where it was sent; the deprecated one stays where it was used, in either version.
  const near = (count: number) => (value: unknown) => Math.abs(Number(value) - count) <= 15;
  expect(sentBy(cells, 'materials_sent', AREAS['7A4'])).toSatisfy(near(90));
  expect(sentBy(cells, 'materials_sent', AREAS['7A7'])).toBe('no cell');
  expect(sentBy(cells, 'by_post', AREAS['7A7'])).toSatisfy(near(60));
  expect(sentBy(cells, 'by_post', AREAS['7A4'])).toSatisfy(near(40));
  expect(sentBy(cells, 'by_post', 'nation:W92000004')).toSatisfy(near(100));
}, 120_000);

it('refuses to build at 1.0 where a return follows 1.1, and names it in both languages', async () => {
  await house.accept([POWYS]);
  await standReturn(house.open, CARDIFF);
  for (const request of [{}, { schemaVersion: '1.0' as const }]) {
    await expect(house.build('first', request)).rejects.toMatchObject({
      name: 'ReleaseRefused',
      text: {
        en: expect.stringMatching(/1\.0.*7A4 2026-Q1 \(1\.1\).*--schema-version/),
        cy: expect.stringMatching(/1\.0.*7A4 2026-Q1 \(1\.1\).*--schema-version/),
      },
    });
  }
  await expect(readdir(join(house.privateDir, 'drafts'))).rejects.toMatchObject({ code: 'ENOENT' });
}, 120_000);

it('never publishes a release that was built at a draft, and takes up no version of its figures', async () => {
  await house.accept([POWYS]);
  await house.build('trial', { schemaVersion: '1.1' });
  await expect(house.publish('trial')).rejects.toMatchObject({
    name: 'ReleaseRefused',
    text: {
      en: expect.stringMatching(/trial.*1\.1.*draft/),
      cy: expect.stringMatching(/trial.*1\.1.*ddrafft/),
    },
  });
  await expect(readdir(house.archiveDir)).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(readdir(join(house.privateDir, 'published'))).rejects.toMatchObject({ code: 'ENOENT' });
  // Built again at the version that is settled, the same name is an ordinary release.
  expect(await house.build('trial')).not.toHaveProperty('is_trial');
  expect(await house.publish('trial')).toMatchObject({
    schema_version: '1.0',
    returned_versions: ['1.0'],
    published_at: expect.any(String),
  });
}, 120_000);

it('changes no figure, private file or digest where only the version was lifted', async () => {
  await house.accept([POWYS]);
  await house.build('first');
  const [files, contents, cells] = [await privateFiles(), await contentsOf('first'), await cellsOf('first')];
  expect(cells.length).toBeGreaterThan(50);

  await house.build('release-lifts', { schemaVersion: '1.1' });
  // The submitter sends the same again under the later version.
  await standReturn(house.open, { ...POWYS, schema_version: '1.1' });
  await house.build('return-lifted', { schemaVersion: '1.1' });
  for (const release of ['release-lifts', 'return-lifted']) {
    expect(await contentsOf(release)).toEqual(contents);
    const lifted = await cellsOf(release);
    expect(lifted.filter(({ figure }) => figure !== 'works_in_welsh')).toEqual(cells);
    const added = lifted.filter(({ figure }) => figure === 'works_in_welsh');
    expect(new Set(added.map(({ value }) => value))).toEqual(new Set([null]));
  }
  expect(await privateFiles()).toEqual(files);
}, 120_000);
