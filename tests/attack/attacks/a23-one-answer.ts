import { type Attack, atLeast, exactly, firstNoise, headline } from '../attack.ts';
import type { Cell } from '../country/cells.ts';
import type { PublicService } from '../country/serve-country.ts';
import { downloadCells } from './downloaded-cells.ts';
import { drawPublished, drawSuppressed } from './drawn-cells.ts';
import { type Asked, addressOf, askedWords, fixedPart, rowOf, rowsOf } from './words-of-cells.ts';

export const attack: Attack = {
  id: 'A23',
  title: 'One cell, one answer through every door',
  tried:
    'Cells of all tables, shown and hidden, drawn by chance, are read through a filter, through a group, through a group within a broader filter, and from the downloaded file of their table and period. The people reached of each sex and ethnic group, as representation gives them for Wales and the boards, are compared with the same people asked of their tables.',
  noise: firstNoise,
  async run({ country, service }) {
    const isSmall = country.plan.size === 'small';
    const cells = await country.published().cells();
    const count = isSmall ? 20 : 500;
    const targets = [...drawPublished(cells, count, 231), ...drawSuppressed(cells, count, 232)];
    const doors = new Doors(service);
    let answers = 0;
    let different = 0;
    for (const cell of targets) {
      for (const value of await doors.through(cell)) {
        answers += 1;
        if (value !== cell.value) different += 1;
      }
    }
    const reached = await reachedBothWays(service, '2025-26');
    return [
      atLeast('cells drawn', targets.length, isSmall ? 40 : 1_000),
      atLeast('answers compared', answers, isSmall ? 120 : 3_000),
      headline(exactly('answers other than the cell in the archive', different, 0)),
      atLeast(
        'figures of representation with a number',
        reached.filter(({ one }) => one !== null).length,
        30,
      ),
      headline(
        exactly(
          'figures of representation other than in their tables',
          reached.filter(({ one, other }) => one !== other).length,
          0,
        ),
      ),
    ];
  },
};

const AREAS = [
  'W92000004',
  'W11000023',
  'W11000024',
  'W11000025',
  'W11000028',
  'W11000029',
  'W11000030',
  'W11000031',
];

/** People as representation tells them, each beside the same people in their own table. */
async function reachedBothWays(service: PublicService, period: string) {
  const sources = [
    { characteristic: 'sex', category: 'sex', asked: 'profiles?population=supported&by=sex.code' },
    {
      characteristic: 'ethnic_group',
      category: 'category',
      asked: 'characteristics?population=supported&characteristic=ethnic_group&by=category.group',
    },
  ];
  const pairs: { one: number | null; other: number | null | undefined }[] = [];
  for (const { characteristic, category, asked } of sources) {
    for (const area of AREAS) {
      const where = `area_code=${area}&period=${period}`;
      const compared = await rowsOf(service, `/v1/representation?characteristic=${characteristic}&${where}`);
      const rows = await rowsOf(service, `/v1/data/${asked}&${where}`);
      for (const row of compared ?? []) {
        const { value } = row.people as { readonly value: number | null };
        pairs.push({ one: value, other: rows?.find((each) => each[category] === row.category)?.value });
      }
    }
  }
  return pairs;
}

/** Asks through every door, and each file once. */
class Doors {
  readonly #service: PublicService;
  readonly #files = new Map<string, Promise<ReadonlyMap<string, number | null>>>();

  constructor(service: PublicService) {
    this.#service = service;
  }

  async through(cell: Cell): Promise<(number | null | undefined)[]> {
    const { table, period } = cell.place;
    const words = askedWords(cell);
    const start: Asked = [...fixedPart(cell), ['period', period]];
    const filters = words.map(({ name, token }): [string, string] => [name, token]);
    const [area, ...others] = words;
    const grouped = others.map(({ name, level }) => `${name}.${level}`).join(',');
    const questions: Asked[] = [
      [...start, ...filters],
      ...(grouped === ''
        ? []
        : [[...start, ['area_code', area?.token ?? ''], ['by', grouped]] satisfies Asked]),
      [...start, ...filters.slice(1), ['by', `area_code.${area?.level}`]],
    ];
    const values: (number | null | undefined)[] = [];
    for (const question of questions) {
      const rows = await rowsOf(this.#service, addressOf(table, question));
      values.push(rows === undefined ? undefined : rowOf(rows, cell)?.value);
    }
    const file = await this.#file(table, period);
    return [...values, file.get(cell.id) ?? null];
  }

  #file(table: Cell['place']['table'], period: string) {
    const key = `${table} ${period}`;
    const known = this.#files.get(key) ?? downloadCells(this.#service, table, period);
    this.#files.set(key, known);
    return known;
  }
}
