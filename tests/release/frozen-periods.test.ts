import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Return } from '../../src/standard/generated/types.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { peopleIn, smallReturn, TWO_SERVICES } from './small-return.ts';

let house: ReleaseHouse;

beforeEach(async () => {
  house = await openReleaseHouse(TWO_SERVICES);
});

afterEach(() => house?.close());

function cardiff(people: number, period = '2026-Q1', figures_status: Return['figures_status'] = 'final') {
  return smallReturn('7A4', period, peopleIn({ W06000015: people }), { figures_status });
}

async function buildAndPublish(release: string) {
  await house.build(release);
  return house.publish(release);
}

const frozen = (table: string, period: string, more = '') => ({
  name: 'ReleaseRefused',
  text: {
    en: expect.stringMatching(new RegExp(`period_frozen.*${table}.*${period}.*${more}`)),
    cy: expect.stringMatching(new RegExp(`period_frozen.*${table}.*${period}.*${more}`)),
  },
});

it('changes the figures of a table and quarter at no more than three releases, drafts and repeats apart', async () => {
  for (const people of [50, 51, 52]) {
    await house.accept([cardiff(people + 20)]);
    await house.build('never-published');
    await house.accept([cardiff(people)]);
    await buildAndPublish(`with-${people}`);
  }
  await house.accept([cardiff(53)]);
  await expect(house.build('with-53')).rejects.toMatchObject(frozen('profiles', '2026-Q1'));
  await expect(house.publish('with-53')).rejects.toMatchObject({ name: 'ReleaseRefused' });
  // What was published before is no new draw; nor is a return of another organisation's other months.
  await house.accept([cardiff(51), smallReturn('7A7', '2025-Q4', peopleIn({ W06000023: 40 }))]);
  await expect(buildAndPublish('with-51-again')).resolves.toMatchObject({ release: 'with-51-again' });
  // All submitters together: another's first return of the quarter changes its figures too.
  await house.accept([smallReturn('7A7', '2026-Q1', peopleIn({ W06000023: 40 }))]);
  await expect(house.build('with-powys')).rejects.toMatchObject(frozen('profiles', '2026-Q1'));
}, 240_000);

it('publishes a financial year when its quarters are in and when all are final, and not in between', async () => {
  const early = ['2025-Q2', '2025-Q3', '2025-Q4'].map((period) => cardiff(50, period));
  await house.accept([...early, cardiff(50, '2026-Q1', 'provisional')]);
  const yearsOf = async (release: string) =>
    (await buildAndPublish(release)).tables.profiles?.financial_years;
  expect(await yearsOf('provisional')).toEqual(['2025-26']);
  await house.accept([cardiff(51, '2026-Q1', 'revised')]);
  expect(await yearsOf('revised')).toEqual([]);
  await house.accept([cardiff(52, '2026-Q1', 'final')]);
  expect(await yearsOf('final')).toEqual(['2025-26']);
  await house.accept([cardiff(60, '2025-Q3')]);
  await expect(house.build('corrected')).rejects.toMatchObject(frozen('profiles', '2025-26'));
}, 240_000);

it('refuses to publish the one draft too many of those built side by side', async () => {
  for (const people of [50, 51, 52, 53]) {
    await house.accept([cardiff(people)]);
    await house.build(`with-${people}`);
  }
  for (const people of [50, 51, 52]) await house.publish(`with-${people}`);
  await expect(house.publish('with-53')).rejects.toMatchObject(frozen('profiles', '2026-Q1'));
  expect((await readdir(house.archiveDir)).sort()).toEqual(['with-50', 'with-51', 'with-52']);
  expect((await readdir(join(house.privateDir, 'published'))).sort()).toEqual([
    'with-50.json',
    'with-51.json',
    'with-52.json',
  ]);
  // A record that cannot be read is not taken for none.
  await writeFile(join(house.privateDir, 'published', 'with-50.json'), '{');
  await expect(house.build('with-54')).rejects.toThrow('with-50.json');
}, 240_000);
