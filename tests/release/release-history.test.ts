import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Manifest } from '../../src/archive/manifest.ts';
import { changesOfRelease } from '../../src/query/changes-of-release.ts';
import { publishRelease } from '../../src/release/publish-release.ts';
import { listPublishedContents } from '../../src/release/published-contents.ts';
import { unscheduleRelease } from '../../src/release/unschedule-release.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { peopleIn, smallReturn, TWO_SERVICES } from './small-return.ts';

const MINUTE = 60_000;
const START = new Date('2026-08-01T09:30:00Z');
const after = (minutes: number) => new Date(START.getTime() + minutes * MINUTE);

let house: ReleaseHouse;
let first: Manifest;
let second: Manifest;

const cardiff = (people: number, period = '2026-Q1') =>
  smallReturn('7A4', period, peopleIn({ W06000015: people }));
const powys = (people: number) => smallReturn('7A7', '2026-Q1', peopleIn({ W06000023: people }));

beforeAll(async () => {
  house = await openReleaseHouse(TWO_SERVICES);
  await house.accept([cardiff(50), powys(40)]);
  await house.build('one');
  first = await publishRelease(house, 'one', START);
  await house.accept([cardiff(60), powys(40), cardiff(70, '2026-Q2')]);
  await house.build('two');
  second = await publishRelease(house, 'two', after(1));
}, 120_000);

afterAll(() => house?.close());

it('says of the first release that everything is new, and keeps no list of it', () => {
  expect(first).toMatchObject({ supersedes: null });
  expect(first.changes).toBeUndefined();
  expect(changesOfRelease(first)).toEqual({
    since: null,
    changes: [
      { organisation: '7A4', period: '2026-Q1', table: 'profiles', change: 'new' },
      { organisation: '7A7', period: '2026-Q1', table: 'profiles', change: 'new' },
    ],
  });
});

it('says of the next one which returns are new or have other rows, and not which were sent again as they were', () => {
  expect(changesOfRelease(second)).toEqual({
    since: 'one',
    changes: [
      { organisation: '7A4', period: '2026-Q1', table: 'profiles', change: 'revised' },
      { organisation: '7A4', period: '2026-Q2', table: 'profiles', change: 'new' },
    ],
  });
});

it('publishes no name of keyed rows', async () => {
  const records = await listPublishedContents(house.privateDir, 'returns');
  const names = records.flatMap(({ returns }) => Object.values(returns ?? {}));
  expect(names.length).toBe(5);
  for (const name of names)
    expect(JSON.stringify([first, second])).not.toContain(name.replace('.parquet', ''));
});

it('does not know what changed since a release that did not keep it, or in one that was published before', () => {
  const { supersedes: _, changes: __, ...older } = second;
  expect(changesOfRelease(older)).toEqual({ since: null, changes: null });
  expect(changesOfRelease({ ...older, supersedes: 'one' })).toEqual({ since: 'one', changes: null });
});

it('lets no release come between a scheduled one and what that follows', async () => {
  for (const release of ['three', 'four', 'five']) await house.build(release);
  await publishRelease(house, 'three', after(2), { at: after(10) });
  const refused = {
    name: 'ReleaseRefused',
    text: { en: expect.stringContaining('three of the same collection') },
  };
  await expect(publishRelease(house, 'four', after(3))).rejects.toMatchObject(refused);
  await expect(publishRelease(house, 'four', after(3), { at: after(9) })).rejects.toMatchObject(refused);
  expect(await publishRelease(house, 'four', after(3), { at: after(11) })).toMatchObject({
    supersedes: 'three',
  });
  await expect(unscheduleRelease(house, 'three')).rejects.toMatchObject({
    text: { en: expect.stringContaining('spcd release unschedule four') },
  });
  await unscheduleRelease(house, 'four');
  await unscheduleRelease(house, 'three');
  expect(await publishRelease(house, 'five', after(4))).toMatchObject({ supersedes: 'two', changes: [] });
}, 120_000);
