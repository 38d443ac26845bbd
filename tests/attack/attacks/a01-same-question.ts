import { randomFrom } from '../../support/draw-wales.ts';
import { type Attack, atLeast, exactly, firstNoise, headline, type Scene } from '../attack.ts';
import type { Cell } from '../country/cells.ts';
import type { PublicService } from '../country/serve-country.ts';
import { drawPublished, drawSuppressed } from './drawn-cells.ts';
import { type Asked, addressOf, askedWords, fixedPart, rowOf, rowsOf } from './words-of-cells.ts';

export const attack: Attack = {
  id: 'A1',
  title: 'The same question in other words',
  tried:
    'If one question could get two answers, their mean would be nearer the truth than either. Cells that are shown and cells that are hidden are asked again and again: filters in any order, each dimension grouped instead of filtered, grouped and filtered, with the level in front of the code or without, named twice, beside other categories and other periods, by id of the release and as the latest, in both languages and with bare codes.',
  noise: firstNoise,
  async run(scene) {
    const { cells, asked, distinct, refused } = await askInManyWays(scene);
    return [
      atLeast('cells asked', cells, scene.country.plan.size === 'small' ? 12 : 150),
      atLeast('questions asked', asked, scene.country.plan.size === 'small' ? 90 : 1_000),
      headline(exactly('most distinct answers of one cell', distinct, 1)),
      exactly('spellings refused', refused, 0),
    ];
  },
};

async function askInManyWays({ country, service }: Scene) {
  const published = await country.published().cells();
  const count = country.plan.size === 'small' ? 6 : 80;
  const targets = [...drawPublished(published, count, 1), ...drawSuppressed(published, count, 2)];
  const random = randomFrom(3);
  let asked = 0;
  let distinct = 0;
  let refused = 0;
  for (const cell of targets) {
    const answers = new Set<string>([JSON.stringify(cell.value)]);
    for (const question of spellingsOf(cell, service, random)) {
      asked += 1;
      const value = await answerTo(service, cell, question);
      if (value === undefined) refused += 1;
      else answers.add(JSON.stringify(value));
    }
    distinct = Math.max(distinct, answers.size);
  }
  return { cells: targets.length, asked, distinct, refused };
}

/** @returns Undefined where the question is refused or its answer has no row of the cell. */
async function answerTo(
  service: PublicService,
  cell: Cell,
  question: Asked,
): Promise<number | null | undefined> {
  const rows = await rowsOf(service, addressOf(cell.place.table, question));
  return rows === undefined ? undefined : rowOf(rows, cell)?.value;
}

function spellingsOf(cell: Cell, { release }: PublicService, random: () => number): Asked[] {
  const fixed = fixedPart(cell);
  const words = askedWords(cell);
  const period = ['period', cell.place.period] as const;
  const filters: Asked = words.map(({ name, token }) => [name, token]);
  const plain: Asked = [...fixed, period, ...filters];
  // Those of whom no more is known are within no code, so a group of them is not narrowed.
  const narrowed = words.filter(({ code }) => !code.startsWith('not_known:'));
  const named: Asked = [
    ...fixed,
    period,
    ...narrowed.map(({ name, code }): [string, string] => [name, code]),
  ];
  const without = (name: string) => filters.filter(([other]) => other !== name);
  const levels = words.map(({ name, level }) => `${name}.${level}`);
  const shuffled = [...plain].sort(() => random() - 0.5);
  return [
    plain,
    [...plain].reverse(),
    shuffled,
    [...plain, ['release', release]],
    [...plain, ['labels', 'codes']],
    [...plain, ['lang', 'cy']],
    [...fixed, period, ...words.map(({ name, token }): [string, string] => [name, `${token},${token}`])],
    ...words.map(
      ({ name, level }): Asked => [...fixed, period, ...without(name), ['by', `${name}.${level}`]],
    ),
    [...named, ['by', levels.join(',')]],
    [...named, ['by', ['period', ...levels.reverse()].join(',')]],
  ];
}
