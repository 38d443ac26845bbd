import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDuckDb, quoteText } from '../../src/archive/duckdb.ts';
import { draftFolder } from '../../src/release/build-release.ts';
import { readDraftContents } from '../../src/release/published-contents.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';
import { peopleIn, smallReturn, TWO_SERVICES } from './small-return.ts';

const PERIOD = '2026-Q1';

let house: ReleaseHouse;

beforeAll(async () => {
  house = await openReleaseHouse(TWO_SERVICES);
}, 120_000);
afterAll(() => house?.close());

/** Each board's return of a round, Powys always first: it is never behind Cardiff, and never two rounds ahead. */
async function sendRound(round: number): Promise<void> {
  await house.accept([smallReturn('7A7', PERIOD, peopleIn({ W06000023: 1_000 + round }))]);
  await house.accept([smallReturn('7A4', PERIOD, peopleIn({ W06000015: 1_000 + round }))]);
}

/** The round of each board whose rows a draft was drawn from. */
async function roundsOf(release: string): Promise<{ readonly powys: number; readonly cardiff: number }> {
  const drawn = await readDraftContents(draftFolder(house.privateDir, release));
  const folder = join(house.privateDir, 'rows', 'table=profiles', `period=${PERIOD}`);
  const instance = await openDuckDb({ memoryLimit: '200MB', threads: 1, folders: [house.privateDir] });
  const connection = await instance.connect();
  const roundOf = async (organisation: string) => {
    const name = drawn?.returns?.[`${PERIOD} ${organisation} profiles`] as string;
    const read = await connection.runAndReadAll(
      `SELECT sum(people)::INTEGER FROM read_parquet(${quoteText(join(folder, name))})`,
    );
    return Number(read.getRows()[0]?.[0]) - 1_000;
  };
  const rounds = { powys: await roundOf('7A7'), cardiff: await roundOf('7A4') };
  connection.closeSync();
  instance.closeSync();
  return rounds;
}

it('draws a release from what stood at one moment, rows and all, while corrections come in', async () => {
  await sendRound(0);
  let isBuilding = true;
  let sent = 0;
  const sending = (async () => {
    while (isBuilding) await sendRound(++sent);
  })();
  const seen: number[] = [];
  try {
    for (const release of ['first', 'second', 'third']) {
      const before = sent;
      await house.build(release);
      const { powys, cardiff } = await roundsOf(release);
      expect([0, 1]).toContain(powys - cardiff);
      expect(cardiff).toBeGreaterThanOrEqual(before - 1);
      seen.push(powys);
    }
  } finally {
    isBuilding = false;
    await sending;
  }
  expect(sent).toBeGreaterThan(3);
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
}, 60_000);
