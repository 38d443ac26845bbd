import { afterAll, beforeEach, expect, it } from 'vitest';
import { saveServices } from '../../src/store/services-repository.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { POWYS_SERVICE, peopleIn, smallReturn, TWO_SERVICES } from './small-return.ts';

let house: ReleaseHouse | undefined;

beforeEach(async () => {
  await house?.close();
  house = await openReleaseHouse(TWO_SERVICES);
});

afterAll(() => house?.close());

const opened = (): ReleaseHouse => {
  if (!house) throw new Error('the house was not opened');
  return house;
};

/** A return of Powys that says that there was nothing to count. */
const nothing = (differences: Partial<ReturnType<typeof smallReturn>> = {}) => {
  const small = smallReturn('7A7', '2026-Q1', []);
  return {
    ...small,
    coverage: { ...small.coverage, tables: { profiles: { nil: true } } },
    ...differences,
  };
};

it('counts a return with nothing to count as returned and whole, beside others and alone', async () => {
  const { accept, build } = opened();
  await accept([nothing()]);
  const alone = await build('alone');
  expect(alone.coverage).toMatchObject([
    {
      organisation: '7A7',
      period: '2026-Q1',
      tables: { profiles: { state: 'returned' } },
      areas_complete: { profiles: ['W06000023'] },
    },
  ]);
  await accept([smallReturn('7A4', '2026-Q1', peopleIn({ W06000015: 50 }))]);
  const both = await build('both');
  expect(both.coverage.map(({ organisation }) => organisation)).toEqual(['7A4', '7A7']);
  expect(both.tables.profiles?.quarters).toEqual(['2026-Q1']);
});

it('is refused where a service stands in two returns that are in two collections, naming it and both', async () => {
  const { accept, build, open } = opened();
  await accept([smallReturn('7A7', '2026-Q1', peopleIn({ W06000023: 50 }))]);
  await saveServices(open.db, [{ ...POWYS_SERVICE, submitter: '7A4' }]);
  const coverage = { services_included: ['powys-links'], areas_complete: [] };
  const people = peopleIn({ W06000015: 50 });
  await accept([smallReturn('7A4', '2026-Q1', people, { coverage, source_kind: 'gp_system_codes' })]);
  for (const collection of ['returns', 'returns_gp_codes'] as const) {
    await expect(build('one', { collection })).rejects.toMatchObject({
      text: {
        en: expect.stringMatching(/powys-links.*7A4, 7A7.*2026-Q1/),
        cy: expect.stringMatching(/powys-links.*7A4, 7A7.*2026-Q1/),
      },
    });
  }
});

it('lets one organisation have a service in both of its collections, and leaves invented returns alone', async () => {
  const { accept, build, open } = opened();
  const people = peopleIn({ W06000023: 50 });
  await accept([
    smallReturn('7A7', '2026-Q1', people),
    smallReturn('7A7', '2026-Q1', people, { source_kind: 'gp_system_codes' }),
  ]);
  await saveServices(open.db, [{ ...POWYS_SERVICE, submitter: '7A4' }]);
  const coverage = { services_included: ['powys-links'], areas_complete: [] };
  await accept([
    smallReturn('7A4', '2026-Q1', peopleIn({ W06000015: 50 }), { coverage, source_kind: 'synthetic' }),
  ]);
  await expect(build('one')).resolves.toMatchObject({ release: 'one' });
});
