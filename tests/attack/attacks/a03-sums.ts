import { type Attack, atLeast, exactly, firstNoise, headline } from '../attack.ts';
import type { Cell } from '../country/cells.ts';
import type { PublicService } from '../country/serve-country.ts';
import { drawPublished } from './drawn-cells.ts';
import { type Asked, addressOf, askedWords, fixedPart, rowsOf } from './words-of-cells.ts';

export const attack: Attack = {
  id: 'A3',
  title: 'Sums of chosen categories',
  tried:
    'If the sum of any chosen categories could be asked, every way to split a total in two would measure it again with new noise, and their mean would be the true total; with eight categories nearly always (Asghar and Kaafar, 2020). Sums are asked for as lists, with plus, pipe, semicolon and brackets, as ranges, with wildcards and regular expressions, as repeated parameters, as SQL, and as periods added together.',
  noise: firstNoise,
  async run({ country, service }) {
    const isSmall = country.plan.size === 'small';
    const cells = (await country.published().cells()).filter(
      ({ place }) => Object.keys(place.dimensions).length > 0,
    );
    const bases = drawPublished(cells, isSmall ? 7 : 60, 31);
    let sums = 0;
    let accepted = 0;
    let lists = 0;
    let merged = 0;
    for (const cell of bases) {
      for (const question of sumsOf(cell)) {
        sums += 1;
        if ((await rowsOf(service, addressOf(cell.place.table, question))) !== undefined) accepted += 1;
      }
      const apart = await listedApart(service, cell);
      lists += apart.lists;
      merged += apart.merged;
    }
    return [
      atLeast('sums asked for', sums, isSmall ? 100 : 1_000),
      headline(exactly('sums that were answered', accepted, 0)),
      atLeast('lists of codes asked', lists, isSmall ? 7 : 60),
      headline(exactly('lists that came back as fewer rows than codes', merged, 0)),
    ];
  },
};

/** One dimension of the cell, asked as a sum in every way that some interface somewhere reads as one. */
function sumsOf(cell: Cell): Asked[] {
  const words = askedWords(cell);
  const target = words.at(-1);
  if (!target) return [];
  const { name, code } = target;
  const others = words
    .filter((word) => word !== target)
    .map(({ name: other, token }): [string, string] => [other, token]);
  const start: Asked = [...fixedPart(cell), ...others];
  const period = ['period', cell.place.period] as const;
  const values = [
    `${code}+${code}`,
    `${code}|${code}`,
    `${code};${code}`,
    `(${code},${code})`,
    `[${code}]`,
    `in(${code})`,
    `sum(${code})`,
    `${code} OR ${code}`,
    `${code}..${code}`,
    `${code}-${code}`,
    `>=${code}`,
    '*',
    '%',
    `${code.slice(0, 1)}*`,
    `/${code}/`,
    `${code}' OR '1'='1`,
    '',
    'all,',
  ];
  return [
    ...values.map((value): Asked => [...start, period, [name, value]]),
    [...start, period, [name, code], [name, code]],
    [...start, period, [`${name}[]`, code]],
    [...start, period, [`${name}[in]`, code]],
    [...start, period, [name, code], ['aggregate', 'sum']],
    [...start, period, [name, code], ['by', 'total']],
    [...start, [name, code], ['period', 'all']],
    [...start, [name, code], ['period', '2025-Q2..2025-Q4']],
    [...start, [name, code], ['period', '2025']],
    [...start, [name, code]],
  ];
}

/** A list gives each code its own cell, never their sum. */
async function listedApart(service: PublicService, cell: Cell): Promise<{ lists: number; merged: number }> {
  const all = askedWords(cell);
  const target = all.at(-1);
  if (!target || target.name === 'area_code') return { lists: 0, merged: 0 };
  const words = all.filter((word) => word !== target);
  const start: Asked = [
    ...fixedPart(cell),
    ['period', cell.place.period],
    ...words.map(({ name, token }): [string, string] => [name, token]),
  ];
  const table = cell.place.table;
  const grouped = await rowsOf(
    service,
    addressOf(table, [...start, ['by', `${target.name}.${target.level}`]]),
  );
  const codes = (grouped ?? []).map((row) => String(row[target.name]));
  const listed = await rowsOf(service, addressOf(table, [...start, [target.name, codes.join(',')]]));
  return { lists: 1, merged: listed?.length === codes.length ? 0 : 1 };
}
