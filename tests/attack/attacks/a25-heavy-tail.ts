import { FLOOR } from '../../../src/disclosure/publish.ts';
import { randomFrom } from '../../support/draw-wales.ts';
import { type Attack, atLeast, atMost, headline, ownNoise, reported, unprotected } from '../attack.ts';
import { drawKey, publishMade } from '../methods/made-cells.ts';

/** A person's connections in the four quarters of a year, before any are left out. */
type Year = readonly number[];

/** Most people have one or two connections; a few have dozens (a tail that falls as 1 ÷ x^1.2). */
function drawPerson(random: () => number): Year {
  const total = Math.min(60, Math.floor((1 - random()) ** (-1 / 1.2)));
  const quarters = [0, 0, 0, 0];
  for (let made = 0; made < total; made++) {
    const quarter = Math.floor(4 * random());
    quarters[quarter] = (quarters[quarter] as number) + 1;
  }
  return quarters;
}

/** The first three of a quarter, and the first six of those in a year: the counting rule of the standard. */
function withinCap(quarters: Year): Year {
  let left = 6;
  return quarters.map((made) => {
    const counted = Math.min(made, 3, left);
    left -= counted;
    return counted;
  });
}

interface Tried {
  shown: number;
  ofFew: number;
}

/** Draws cells of few people each, publishes them, and counts those shown with fewer than eight people behind. */
function publishCells(
  random: () => number,
  cells: number,
  { capped, cap, most, of }: { capped: boolean; cap: number; most: number; of: (year: Year) => number },
): Tried {
  const tried = { shown: 0, ofFew: 0 };
  for (let made = 0; made < cells; made++) {
    const people = Array.from({ length: 2 + Math.floor((most - 1) * random()) }, () => drawPerson(random));
    const connections = people.map((year) => of(capped ? withinCap(year) : year));
    const count = connections.reduce((sum, each) => sum + each, 0);
    const cell = { address: `made=${made};cap=${cap};${capped}`, count, keySum: drawKey(random) };
    if (publishMade(cell, cap) === null) continue;
    tried.shown += 1;
    if (connections.filter((each) => each > 0).length < FLOOR) tried.ofFew += 1;
  }
  return tried;
}

const CELLS = 20_000;
const inQuarter = ([first = 0]: Year) => first;
const inYear = (year: Year) => year.reduce((sum, made) => sum + made, 0);

export const attack: Attack = {
  id: 'A25',
  title: 'Few people behind many connections',
  tried:
    'Connections are counted, not people, and a few people have dozens. Cells of 2 to 30 people in a year, or 60 in a quarter, are drawn with such a tail, counted by the rule of the standard (three of a person in a quarter, six in a year) and published by the functions that publish; looked for are shown cells with fewer than eight people behind them. The same is tried with connections counted as they come and published as people are.',
  noise: ownNoise,
  async run() {
    const random = randomFrom(25);
    const quarter = publishCells(random, CELLS, { capped: true, cap: 3, most: 60, of: inQuarter });
    const year = publishCells(random, CELLS, { capped: true, cap: 6, most: 30, of: inYear });
    const uncapped = publishCells(random, CELLS, { capped: false, cap: 1, most: 30, of: inYear });
    // A submitter that counts by hand and keeps no cap, under the noise and thresholds for those that do.
    const careless = publishCells(random, CELLS, { capped: false, cap: 6, most: 30, of: inYear });
    const shareOf = ({ shown, ofFew }: Tried) => ofFew / shown;
    return [
      atLeast('cells shown, by quarter', quarter.shown, 500),
      headline(atMost('share with fewer than eight people behind, by quarter', shareOf(quarter), 1 / 500)),
      atLeast('cells shown, by year', year.shown, 1000),
      headline(atMost('share with fewer than eight people behind, by year', shareOf(year), 1 / 500)),
      reported('the same by year, from a submitter that keeps no cap', shareOf(careless)),
      unprotected(
        atLeast('the same by year, without cap and thresholds of connections', shareOf(uncapped), 0.05),
      ),
    ];
  },
};
