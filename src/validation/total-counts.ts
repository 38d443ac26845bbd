import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import type { RowTypes } from '../standard/generated/types.ts';
import { PackedRows } from '../standard/pack-rows.ts';
import type { RowsByTable } from '../standard/row.ts';
import { cellKey } from '../standard/rules/reading/passes.ts';
import { sumPackedRows } from '../standard/sum-packed-rows.ts';
import type { Text } from '../standard/text.ts';

/** Which count of a table is added up, and for which codes. */
export interface CountedField {
  readonly by: readonly string[];
  readonly count: string;
}

type Counted<Table extends TableName> = {
  /** The fields that choose what is counted: each of their codes has a total of its own. */
  readonly by: readonly (keyof RowTypes[Table] & string)[];
  readonly count: keyof RowTypes[Table] & string;
};

/** The counts of each table that can be told from those of another return without looking at its parts. */
const COUNTED: { readonly [Table in TableName]?: Counted<Table> } = {
  profiles: { by: ['population'], count: 'people' },
  pathway: { by: ['basis', 'stage'], count: 'episodes' },
  connections: { by: [], count: 'connections' },
  closures: { by: [], count: 'episodes' },
  workforce: { by: [], count: 'headcount' },
  assets: { by: [], count: 'offers' },
};

const COUNTED_TABLES = Object.entries(COUNTED) as readonly (readonly [TableName, CountedField])[];

/** The tables that have totals. */
export const TOTALLED: readonly TableName[] = COUNTED_TABLES.map(([table]) => table);

/** One count, added over all rows of a return that have it. */
export interface Total {
  readonly table: TableName;
  /** Index of its first row; null where a return has none. */
  readonly row: number | null;
  readonly field: string;
  /** The codes that choose it: population, or basis and stage. */
  readonly codes: readonly string[];
  readonly count: number;
}

/** Totals by table and choosing codes; see `totalKey`. */
export type Totals = Map<string, Total>;

/** Which count of a table has totals; undefined where none has. */
export function countedIn(table: TableName): CountedField | undefined {
  return COUNTED[table];
}

export function totalKey(table: TableName, ...codes: readonly string[]): string {
  return cellKey(table, ...codes);
}

/** The totals of the tables of a return. */
export function totalCounts(tables: RowsByTable): Totals {
  const totals: Totals = new Map();
  for (const [table, counted] of COUNTED_TABLES) {
    const rows = tables[table];
    if (!(rows instanceof PackedRows)) continue;
    for (const { codes, row, count } of sumPackedRows(rows, counted.by, counted.count)) {
      totals.set(totalKey(table, ...codes), { table, row, field: counted.count, codes, count });
    }
  }
  return totals;
}

/** What a total counts, in words: `Profiles: Referred`. */
export function titleOf({ table, codes }: Pick<Total, 'table' | 'codes'>): Text {
  const { title, fields } = TABLES[table];
  const code = codes.at(-1);
  const field = fields.find(({ name }) => name === COUNTED[table]?.by.at(-1));
  const list = field?.list ?? null;
  const chosen = list === null ? undefined : CODE_LISTS[list].codes.find((each) => each.code === code)?.title;
  if (chosen === undefined) return title;
  return { en: `${title.en}: ${chosen.en}`, cy: `${title.cy}: ${chosen.cy}` };
}
