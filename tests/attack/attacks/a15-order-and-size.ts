import { TABLE_NAMES, TABLES } from '../../../src/standard/generated/tables.ts';
import { type Attack, atLeast, exactly, firstNoise, headline } from '../attack.ts';
import type { PublicService } from '../country/serve-country.ts';
import { drawPublished } from './drawn-cells.ts';
import { type Asked, addressOf, askedWords, fixedPart, rowsOf } from './words-of-cells.ts';

/** What other interfaces call sorting, cutting off, paging and choosing by value. */
const LEVERS: Asked = [
  ['sort', 'value'],
  ['sort', '-value'],
  ['order', 'value.desc'],
  ['order_by', 'value'],
  ['orderby', 'value'],
  ['$orderby', 'value desc'],
  ['top', '5'],
  ['$top', '5'],
  ['limit', '5'],
  ['size', '5'],
  ['page', '2'],
  ['offset', '5'],
  ['cursor', 'MA'],
  ['after', 'MA'],
  ['having', 'value>3'],
  ['min', '3'],
  ['max', '7'],
  ['value', '3'],
  ['value[gte]', '3'],
  ['$filter', 'value ge 3'],
  ['status', 'suppressed'],
  ['nonzero', 'true'],
  ['hide_empty', 'true'],
  ['fields', 'value'],
  ['count', 'true'],
  ['total', 'true'],
  ['debug', '1'],
  ['explain', '1'],
];

export const attack: Attack = {
  id: 'A15',
  title: 'Order, top and size',
  tried:
    'Rows sorted, cut off, paged, counted or chosen by their true values would rank what is hidden. Every such parameter of other interfaces is added to a question of each table; and the rows of large answers, most of them suppressed, are compared with the order of the code lists: it must be the same for every area and period, whatever is behind the rows.',
  noise: firstNoise,
  async run({ country, service }) {
    const isSmall = country.plan.size === 'small';
    const cells = await country.published().cells();
    const bases = drawPublished(
      cells,
      TABLE_NAMES.filter((name) => TABLES[name].disclosure === 'persons').length,
      151,
    );
    let accepted = 0;
    for (const cell of bases) {
      const start: Asked = [
        ...fixedPart(cell),
        ['period', cell.place.period],
        ...askedWords(cell).map(({ name, token }): [string, string] => [name, token]),
      ];
      for (const lever of LEVERS) {
        if ((await rowsOf(service, addressOf(cell.place.table, [...start, lever]))) !== undefined)
          accepted += 1;
      }
    }
    const quarters = (await country.published().manifest()).tables.characteristics?.quarters ?? [];
    const orders = await ordersOf(service, quarters.slice(isSmall ? -2 : 0));
    return [
      atLeast('levers tried', bases.length * LEVERS.length, 200),
      headline(exactly('levers that were answered', accepted, 0)),
      atLeast('orders of rows compared', orders.length, isSmall ? 12 : 50),
      headline(exactly('different orders and numbers of rows', new Set(orders).size, 1)),
    ];
  },
};

const AREAS = ['W06000001', 'W06000008', 'W06000011', 'W06000015', 'W06000019', 'W06000023', 'W06000024'];

/** The order of categories in answers about different places and times. */
async function ordersOf(service: PublicService, periods: readonly string[]): Promise<string[]> {
  const orders: string[] = [];
  for (const period of periods) {
    for (const area_code of AREAS) {
      const rows = await rowsOf(
        service,
        addressOf('characteristics', [
          ['population', 'supported'],
          ['characteristic', 'ethnic_group'],
          ['by', 'age_group,category.category'],
          ['period', period],
          ['area_code', area_code],
        ]),
      );
      orders.push(JSON.stringify((rows ?? []).map((row) => [row.age_group, row.category])));
    }
  }
  return orders;
}
