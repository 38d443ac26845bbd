import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ReleaseRefused } from '../../../src/release/release-refused.ts';
import { isQuarter, quartersOf } from '../../../src/standard/period.ts';
import { peopleIn, smallReturn, TWO_SERVICES } from '../../release/small-return.ts';
import { randomFrom } from '../../support/draw-wales.ts';
import { openReleaseHouse, type ReleaseHouse } from '../../support/published-wales.ts';
import { type Attack, atLeast, atMost, headline, ownNoise } from '../attack.ts';
import { readPublished } from '../country/published.ts';

const QUARTERS = quartersOf('2025-26');

export const attack: Attack = {
  id: 'A22',
  title: 'Draws of one cell over the whole history',
  tried:
    'Whoever may correct a return draws new noise for its cells; with many draws their mean is the truth. Two organisations send four quarters and then correct a quarter by chance, one person more or fewer each time, and a release is built and published whenever that is allowed. When it is refused they go back to what was published, so that other quarters can go on. Over the whole archive, the numbers that each cell has had are counted.',
  noise: ownNoise,
  async run({ country, server }) {
    const steps = country.plan.size === 'small' ? 6 : 40;
    const house = await openReleaseHouse(TWO_SERVICES, server);
    try {
      const { tried, published } = await correctAtRandom(house, steps);
      const { ofQuarters, ofYears, cells } = await drawsIn(house.archiveDir);
      return [
        atLeast('releases tried', tried, steps),
        atLeast('releases published', published, 3),
        atLeast('cells followed', cells, 20),
        headline(atMost('most numbers that a cell of a quarter has had', ofQuarters, 3)),
        headline(atMost('most numbers that a cell of a year has had', ofYears, 2)),
      ];
    } finally {
      await house.close();
    }
  },
};

type Submitter = '7A4' | '7A7';

async function correctAtRandom(
  house: ReleaseHouse,
  steps: number,
): Promise<{ tried: number; published: number }> {
  const random = randomFrom(22);
  const standing = new Map<string, number>();
  const send = (submitter: Submitter, period: string, people: number) => {
    const areas = submitter === '7A7' ? { W06000023: people } : { W06000015: people, W06000014: 40 };
    return house.accept([smallReturn(submitter, period, peopleIn(areas))]);
  };
  for (const period of QUARTERS) {
    for (const submitter of ['7A4', '7A7'] as const) {
      await send(submitter, period, 60);
      standing.set(`${submitter} ${period}`, 60);
    }
  }
  let published = 0;
  for (let step = 0; step < steps; step += 1) {
    const submitter = random() < 0.5 ? '7A4' : '7A7';
    // Most corrections are of one quarter, so that its draws are used up.
    const period = random() < 0.7 ? (QUARTERS[3] as string) : (QUARTERS[Math.floor(random() * 4)] as string);
    const before = standing.get(`${submitter} ${period}`) as number;
    const people = before + (random() < 0.5 ? 1 : -1);
    if (step > 0) await send(submitter, period, people);
    if (await publishes(house, `history-${step}`)) {
      published += 1;
      if (step > 0) standing.set(`${submitter} ${period}`, people);
    } else {
      await send(submitter, period, before);
    }
  }
  return { tried: steps, published };
}

async function publishes(house: ReleaseHouse, release: string): Promise<boolean> {
  try {
    await house.build(release);
    await house.publish(release);
    return true;
  } catch (error) {
    if (error instanceof ReleaseRefused) return false;
    throw error;
  }
}

/** The most different numbers that any cell has had. */
async function drawsIn(archiveDir: string) {
  const releases = await readdir(archiveDir);
  const seen = new Map<string, { readonly period: string; readonly values: Set<number | null> }>();
  const held = await Promise.all(releases.map((release) => readPublished(join(archiveDir), release).cells()));
  for (const cells of held) {
    for (const { id, place, value } of cells) {
      const entry = seen.get(id) ?? { period: place.period, values: new Set() };
      seen.set(id, { ...entry, values: entry.values.add(value) });
    }
  }
  const most = (ofQuarters: boolean) =>
    Math.max(
      0,
      ...[...seen.values()]
        .filter(({ period }) => isQuarter(period) === ofQuarters)
        .map(({ values }) => values.size),
    );
  return { ofQuarters: most(true), ofYears: most(false), cells: seen.size };
}
