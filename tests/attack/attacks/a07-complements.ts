import { type Attack, atLeast, exactly, firstNoise, headline } from '../attack.ts';
import type { Cell } from '../country/cells.ts';
import { drawPublished } from './drawn-cells.ts';
import { type Asked, addressOf, askedWords, fixedPart, rowsOf } from './words-of-cells.ts';

const BASES = 16;

export const attack: Attack = {
  id: 'A7',
  title: 'Everyone but one',
  tried:
    'Where "all of these but that one" can be asked, comparing it with "all of these" tells whether that one is there: after 16 bases with certainty (Gadotti and others, 2019). Complements are asked for of 16 bases, in the signs and words of other interfaces.',
  noise: firstNoise,
  async run({ country, service }) {
    const cells = (await country.published().cells()).filter(
      ({ place }) => Object.keys(place.dimensions).length > 0,
    );
    let asked = 0;
    let accepted = 0;
    for (const cell of drawPublished(cells, BASES, 71)) {
      for (const question of complementsOf(cell)) {
        asked += 1;
        if ((await rowsOf(service, addressOf(cell.place.table, question))) !== undefined) accepted += 1;
      }
    }
    return [
      atLeast('complements asked for', asked, 200),
      headline(exactly('complements that were answered', accepted, 0)),
    ];
  },
};

function complementsOf(cell: Cell): Asked[] {
  const words = askedWords(cell);
  const target = words.at(-1);
  if (!target) return [];
  const { name, code } = target;
  const others = words
    .filter((word) => word !== target)
    .map(({ name: other, token }): [string, string] => [other, token]);
  const start: Asked = [...fixedPart(cell), ['period', cell.place.period], ...others];
  const values = [
    `!${code}`,
    `-${code}`,
    `~${code}`,
    `not:${code}`,
    `ne.${code}`,
    `not(${code})`,
    `<>${code}`,
    `^${code}`,
    `all,-${code}`,
    `NOT ${code}`,
  ];
  return [
    ...values.map((value): Asked => [...start, [name, value]]),
    [...start, [`${name}!`, code]],
    [...start, [`${name}[ne]`, code]],
    [...start, [`not_${name}`, code]],
    [...start, ['exclude', code]],
    [...start, ['not', `${name}=${code}`]],
  ];
}
