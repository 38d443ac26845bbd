import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { buildApp } from '../../src/http/app.ts';
import { openCellSource } from '../../src/query/cell-source.ts';
import type { ProfilesRow } from '../../src/standard/generated/types.ts';
import { profile } from '../../src/standard/rules/example-rows.ts';
import { IN_PROCESS } from '../../src/validation/validate-in-process.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { peopleIn, smallReturn, TWO_SERVICES } from './small-return.ts';

/** Countries that differ only in who was connected in Powys: nobody, three people, or seven others. */
const POWYS: readonly (readonly ProfilesRow[])[] = [
  [],
  [profile({ population: 'connected', people: 3, people_first_in_year: 3 })],
  [
    profile({ population: 'connected', age_band: '75_84', sex: 'male', people: 5, people_first_in_year: 4 }),
    profile({ population: 'connected', age_band: '0_15', sex: 'male', people: 2, people_first_in_year: 2 }),
  ],
];

let houses: ReleaseHouse[];

beforeAll(async () => {
  houses = [];
  for (const rows of POWYS) {
    const house = await openReleaseHouse(TWO_SERVICES);
    houses.push(house);
    const coverage = {
      services_included: ['powys-links'],
      areas_complete: ['W06000023' as const],
      ...(rows.length === 0 ? { tables: { profiles: { nil: true } } } : {}),
    };
    await house.accept([
      smallReturn('7A4', '2026-Q1', peopleIn({ W06000015: 200, W06000014: 90 })),
      smallReturn('7A7', '2026-Q1', rows, { coverage }),
    ]);
    await house.build('one');
    await house.publish('one');
  }
}, 60_000);

afterAll(async () => {
  for (const house of houses) await house.close();
});

/** Every answer to a question, headers and all, less what belongs to the moment. */
async function answers(house: ReleaseHouse): Promise<unknown[]> {
  const source = openCellSource(openArchive(house.archiveDir));
  const app = await buildApp({
    publicUrl: 'https://x.example',
    source,
    validation: IN_PROCESS,
    submitter: null,
    readiness: [],
  });
  const given = [];
  for (const population of ['connected', 'supported']) {
    for (const by of [
      'area_code.nation',
      'area_code.local_authority',
      'area_code,age_band',
      'age_band,sex',
    ]) {
      for (const format of ['json', 'csv']) {
        const query = `population=${population}&by=${by}&period=2026-Q1&format=${format}`;
        const { statusCode, headers, body } = await app.inject(`/v1/data/profiles?${query}`);
        const { date: _, 'x-request-id': __, ...kept } = headers;
        // How many seconds are left belongs to the moment; how many requests are left does not.
        const ratelimit = String(kept.ratelimit).replace(/t=\d+$/, 't=');
        given.push({ statusCode, headers: { ...kept, ratelimit }, body });
      }
    }
  }
  for (const path of ['/v1/data/profiles/dimensions', '/v1/releases'])
    given.push((await app.inject(path)).body);
  await app.close();
  await source.close();
  return given;
}

it('answers alike, byte for byte, whether a hidden cell holds nobody, three people or seven', async () => {
  const [nobody, three, seven] = await Promise.all(houses.map(answers));
  expect(three).toEqual(nobody);
  expect(seven).toEqual(nobody);
  expect(JSON.stringify(nobody)).toContain('supported');
});

it('publishes the same files, and a manifest that tells a nil return only by its own statement', async () => {
  const contents = async (house: ReleaseHouse) => {
    const folder = join(house.archiveDir, 'one');
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return Promise.all(
      files.map(async (path) => [path.slice(folder.length), (await readFile(path)).toString('base64')]),
    );
  };
  const [nobody = [], three, seven] = await Promise.all(houses.map(contents));
  expect(seven).toEqual(three);
  const isCells = ([path]: string[]) => path?.includes('cells');
  expect(nobody.filter(isCells)).toEqual(three?.filter(isCells));
});
