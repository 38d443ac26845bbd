import type { CategorySystem } from '../../src/disclosure/categories.ts';
import { type Selectors, systemOf } from '../../src/disclosure/lattice.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../../src/standard/generated/tables.ts';
import { dimensionsOf } from '../../src/standard/table-description.ts';

/** Every choice of the selector that decides a table's lists; one empty choice where nothing decides. */
export function choicesOf(table: TableName): Selectors[] {
  const chooser = dimensionsOf(TABLES[table]).find((field) => field.chosen_by !== null)?.chosen_by;
  return chooser ? Object.keys(chooser.lists).map((code) => ({ [chooser.field]: code })) : [{}];
}

/** Every dimension of every table of the standard, under every list it can take. */
export const STANDARD_SYSTEMS: readonly { readonly name: string; readonly system: CategorySystem }[] =
  TABLE_NAMES.flatMap((table) =>
    choicesOf(table).flatMap((selectors) =>
      dimensionsOf(TABLES[table]).map((field) => ({
        name: [table, ...Object.values(selectors), field.name].join(' '),
        system: systemOf(field, selectors),
      })),
    ),
  ).filter((item, index, all) => all.findIndex(({ system }) => system === item.system) === index);
