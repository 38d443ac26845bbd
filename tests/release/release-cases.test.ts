import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { profile } from '../../src/standard/rules/example-rows.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import { freeTextPaths, PLANTED_WORD, plantWords } from '../support/plant-words.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { POWYS_SERVICE, peopleIn, smallReturn, TWO_SERVICES } from './small-return.ts';
import { publishedCells } from './stored-cells.ts';

let house: ReleaseHouse;

beforeEach(async () => {
  house = await openReleaseHouse(TWO_SERVICES);
});

afterEach(() => house?.close());

/** People supported by area, with nothing else fixed, as published. */
async function peopleByArea(): Promise<Record<string, number | null>> {
  const cells = [...(await publishedCells(house.archiveDir)).values()];
  const totals = cells.filter(
    ({ figure, dimensions, period }) =>
      figure === 'people' && period === '2026-Q1' && Object.keys(dimensions).length === 0,
  );
  return Object.fromEntries(totals.map(({ area, value }) => [area, value]));
}

/** Noise is at most 5, and rounding adds at most two and a half. */
function expectNear(published: number | null | undefined, count: number): void {
  expect(Math.abs((published ?? 0) - count)).toBeLessThanOrEqual(7);
}

it('counts a board of one authority under that authority, however its rows were sent', async () => {
  await house.accept([smallReturn('7A7', '2026-Q1', peopleIn({ W06000023: 60, W11000024: 40 }))]);
  await house.build('one');
  await house.publish('one');
  const people = await peopleByArea();
  expect(Object.keys(people).sort()).toEqual(['W06000023', 'nation:W92000004']);
  expectNear(people.W06000023, 100);
});

it('counts people whose authority or board is not known in the broader area, and below it as not known', async () => {
  const areas = { W06000015: 200, W06000014: 70, W11000029: 50, W92000004: 40 };
  await house.accept([smallReturn('7A4', '2026-Q1', peopleIn(areas))]);
  await house.build('one');
  await house.publish('one');
  const people = await peopleByArea();
  expectNear(people['nation:W92000004'], 360);
  expectNear(people['health_board:W11000029'], 320);
  expectNear(people['not_known:W11000029'], 50);
  expectNear(people['not_known:W92000004'], 40);
  expect(Object.keys(people)).toHaveLength(6);
});

it('counts people from outside once, in the nation of who supported them, and people of England in none', async () => {
  await house.accept([
    smallReturn('7A7', '2026-Q1', peopleIn({ W06000023: 100, outside_area: 60, E92000001: 90 })),
    smallReturn('7A4', '2026-Q1', peopleIn({ W06000015: 100, outside_area: 40 })),
  ]);
  const manifest = await house.build('one');
  await house.publish('one');
  const people = await peopleByArea();
  expect(manifest.scope).toEqual(['W92000004']);
  expectNear(people['nation:W92000004'], 300);
  expectNear(people.outside_area, 100);
  expect(people).not.toHaveProperty('E92000001');
});

it('publishes a financial year of a table once all its four quarters are in', async () => {
  const quarter = (period: string) => smallReturn('7A4', period, peopleIn({ W06000015: 50 }));
  await house.accept(['2025-Q2', '2025-Q3', '2026-Q1'].map(quarter));
  expect((await house.build('three')).tables.profiles).toMatchObject({
    quarters: ['2025-Q2', '2025-Q3', '2026-Q1'],
    financial_years: [],
  });
  await house.accept([quarter('2025-Q4'), quarter('2026-Q2')]);
  expect((await house.build('four')).tables.profiles?.financial_years).toEqual(['2025-26']);
  await house.publish('four');
  const cells = [...(await publishedCells(house.archiveDir)).values()];
  const figures = (period: string) =>
    new Set(cells.filter((cell) => cell.period === period).map(({ figure }) => figure));
  expect(figures('2025-26')).toEqual(new Set(['people_first_in_year']));
  expect(figures('2026-Q1')).toEqual(new Set(['people']));
  const year = cells.find(({ period, area }) => period === '2025-26' && area === 'W06000015');
  expectNear(year?.value, 200);
});

it('keeps what another collection holds out of a release', async () => {
  await house.accept([
    smallReturn('7A4', '2026-Q1', peopleIn({ W06000015: 50 })),
    smallReturn('7A4', '2026-Q2', peopleIn({ W06000015: 50 }), { source_kind: 'synthetic' }),
  ]);
  expect((await house.build('real')).tables.profiles?.quarters).toEqual(['2026-Q1']);
  const synthetic = await house.build('made-up', { collection: 'synthetic' });
  expect(synthetic).toMatchObject({
    collection: 'synthetic',
    tables: { profiles: { quarters: ['2026-Q2'] } },
  });
});

it('publishes a nil return as one that came, neither as a true zero nor with a cell', async () => {
  const nil = smallReturn('7A7', '2026-Q1', [], {
    coverage: {
      services_included: ['powys-links'],
      areas_complete: ['W06000023'],
      tables: { profiles: { nil: true } },
    },
  });
  await house.accept([nil, smallReturn('7A4', '2026-Q1', peopleIn({ W06000015: 50 }))]);
  const manifest = await house.build('one');
  expect(manifest.coverage.map(({ organisation, tables }) => [organisation, tables.profiles?.state])).toEqual(
    [
      ['7A4', 'returned'],
      ['7A7', 'returned'],
    ],
  );
  await house.publish('one');
  expect(Object.keys(await peopleByArea())).not.toContain('W06000023');
});

describe('of what a submitter writes freely,', () => {
  it('there are words in every return that these tests draw', () => {
    const paths = freeTextPaths();
    expect(paths).toEqual(
      expect.arrayContaining([
        '/notes/en',
        '/source_system/name',
        '/support_tier_version',
        '/coverage/tables/profiles/reason/cy',
      ]),
    );
    const document = plantWords(smallReturn('7A4', '2026-Q1', []));
    const ofProfiles = paths.filter(
      (path) => !path.startsWith('/coverage/tables/') || path.includes('/profiles/'),
    );
    expect(JSON.stringify(document).split(PLANTED_WORD)).toHaveLength(ofProfiles.length + 1);
  });

  it('nothing is in a release of returns, nor the exact count', async () => {
    const people = 48_271;
    const rows = [profile({ area_code: 'W06000015', people })];
    await house.accept([plantWords(smallReturn('7A4', '2026-Q1', rows))]);
    const text = JSON.stringify(await house.build('one'));
    await house.publish('one');
    expect(text).not.toContain('48271');
    for (const file of await readdir(house.archiveDir, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      const bytes = await readFile(join(file.parentPath, file.name), 'latin1');
      expect(bytes.toLowerCase()).not.toContain(PLANTED_WORD);
      expect(bytes).not.toContain('48271');
    }
  });

  it('a reason from the closed list is published, and names that the standard knows', async () => {
    const coverageOf = (...not_collected: string[]) => ({
      services_included: ['cardiff-links'],
      areas_complete: [],
      tables: {
        profiles: {
          not_collected,
          reason_code: 'recording_changed' as const,
          reason: { en: 'Two died in May.', cy: 'Bu farw dau ym mis Mai.' },
        },
      },
    });
    const sent = (coverage: ReturnType<typeof coverageOf>) =>
      house.accept([smallReturn('7A4', '2026-Q1', peopleIn({ W06000015: 50 }), { coverage })]);
    await expect(sent(coverageOf('deprivation_quintile', 'two_died_in_may'))).rejects.toThrow(
      'not-collected-names-what-the-table-has',
    );
    await sent(coverageOf('deprivation_quintile'));
    expect((await house.build('one')).coverage[0]?.tables.profiles).toEqual({
      state: 'returned',
      not_collected: ['deprivation_quintile'],
      reason_code: 'recording_changed',
      reason: null,
    });
  });
});

describe('a build is refused, and leaves no draft,', () => {
  it('when nothing was accepted in the collection', async () => {
    await house.accept([smallReturn('7A4', '2026-Q1', peopleIn({ W06000015: 50 }))]);
    await expect(house.build('one', { collection: 'evidence' })).rejects.toMatchObject({
      name: 'ReleaseRefused',
      text: { en: expect.stringContaining('evidence'), cy: expect.stringContaining('evidence') },
    });
    await expect(house.publish('one')).rejects.toMatchObject({ name: 'ReleaseRefused' });
  });

  it('when a service stands in two returns of one period, naming the service and both', async () => {
    await house.accept([smallReturn('7A7', '2026-Q1', peopleIn({ W06000023: 50 }))]);
    // The register moves the service to another organisation, which counts it for the same months.
    await saveServices(house.open.db, [{ ...POWYS_SERVICE, submitter: '7A4' }]);
    const counting = (service: string) =>
      smallReturn('7A4', '2026-Q1', peopleIn({ W06000015: 50 }), {
        coverage: { services_included: [service], areas_complete: [] },
      });
    await house.accept([counting('powys-links')]);
    for (const language of ['en', 'cy'] as const) {
      await expect(house.build('one')).rejects.toMatchObject({
        text: { [language]: expect.stringMatching(/powys-links.*7A4, 7A7.*2026-Q1/) },
      });
    }
    await house.accept([counting('cardiff-links')]);
    await expect(house.build('one')).resolves.toMatchObject({ release: 'one' });
  });

  it('when its id cannot name a release', async () => {
    await house.accept([smallReturn('7A4', '2026-Q1', peopleIn({ W06000015: 50 }))]);
    const bad = [
      '',
      'latest',
      'latest-returns',
      'UPPER',
      '../up',
      'a/b',
      '.hidden',
      'a'.repeat(61),
      'ä',
      'a\u0000',
    ];
    for (const id of bad) {
      await expect(house.build(id)).rejects.toMatchObject({ name: 'ReleaseRefused' });
      await expect(house.publish(id)).rejects.toMatchObject({ name: 'ReleaseRefused' });
    }
  });
});
