import { TABLE_NAMES, TABLES } from '../src/standard/generated/tables.ts';
import type { Return } from '../src/standard/generated/types.ts';
import { boardsOfNation, synthesiseReturns } from '../src/standard/synthesise/synthesise-returns.ts';
import { servicesOf } from '../src/standard/synthesise/synthetic-services.ts';

const CORE = TABLE_NAMES.filter((table) => TABLES[table].obligation === 'core');
const BOARDS = boardsOfNation('wales').filter(({ submitter }) => submitter === '7A1');
/** The board has six authorities, and about 9,000 rows. */
const AREA = 'W06000006';

/** The services that the small returns count. */
export function servicesOfSmallReturns(): ReturnType<typeof servicesOf> {
  return BOARDS.flatMap(servicesOf);
}

/** The core tables of one board and quarter, as far as they tell of one authority: about 1,500 rows. */
export function smallReturn(period: string, seed: number): Return {
  const [made] = synthesiseReturns({ boards: BOARDS, quarters: 1, until: period, seed, tables: CORE });
  if (made === undefined) throw new Error('no return was made');
  const { document } = made;
  const tables = Object.fromEntries(
    Object.entries(document.tables).map(([table, rows]) => [
      table,
      rows.filter((row) => 'area_code' in row && row.area_code === AREA),
    ]),
  );
  return { ...document, tables, coverage: { ...document.coverage, areas_complete: [AREA] } };
}

export function rowsIn({ tables }: Return): number {
  return Object.values(tables).reduce((total, rows) => total + rows.length, 0);
}
