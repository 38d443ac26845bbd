import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ReleaseRefused } from '../../src/release/release-refused.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { peopleIn, smallReturn, TWO_SERVICES } from './small-return.ts';

let house: ReleaseHouse;

beforeAll(async () => {
  house = await openReleaseHouse(TWO_SERVICES);
  await house.accept([smallReturn('7A7', '2026-Q1', peopleIn({ W06000023: 1_000 }))]);
  await house.build('first');
  await house.publish('first');
  await house.accept([smallReturn('7A7', '2026-Q1', peopleIn({ W06000023: 1_100 }))]);
}, 120_000);

afterAll(() => house?.close());

it('refuses a release that needs more memory than it may use, says what to set, and leaves the last one', async () => {
  const refused = await house.build('second', {}, { memoryMegabytes: 2 }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ReleaseRefused);
  const { text } = refused as ReleaseRefused;
  for (const words of [text.en, text.cy]) {
    expect(words).toContain('2 MB');
    expect(words).toContain('SPCD_BUILD_MEMORY_MB');
  }
  expect(await readdir(house.archiveDir)).toEqual(['first']);
  expect(await readdir(house.privateDir)).not.toContainEqual(expect.stringContaining('second'));
  expect(await readdir(join(house.privateDir, 'drafts'))).toEqual([]);

  const built = await house.build('second');
  expect(built.files.length).toBeGreaterThan(0);
});
