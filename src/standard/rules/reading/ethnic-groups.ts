import { TABLE_NAMES, TABLES, type TableName } from '../../generated/tables.ts';
import type { RowValues } from '../../row.ts';
import { codeAt } from './values.ts';

/** A field of a table that holds an ethnic group, always or where another field of the row says so. */
interface EthnicField {
  readonly name: string;
  readonly column: number;
  readonly when: { readonly column: number; readonly codes: ReadonlySet<string> } | null;
}

const FIELDS: ReadonlyMap<TableName, readonly EthnicField[]> = new Map(
  TABLE_NAMES.map((table) => [table, ethnicFieldsOf(table)]),
);

function ethnicFieldsOf(table: TableName): EthnicField[] {
  const { fields } = TABLES[table];
  return fields.flatMap(({ name, list, chosen_by }, column): EthnicField[] => {
    if (list === 'ethnic_group') return [{ name, column, when: null }];
    const choosing = Object.entries(chosen_by?.lists ?? {}).filter(
      ([, chosen]) => chosen.list === 'ethnic_group',
    );
    if (chosen_by === null || choosing.length === 0) return [];
    const chooser = fields.findIndex((field) => field.name === chosen_by.field);
    return [{ name, column, when: { column: chooser, codes: new Set(choosing.map(([code]) => code)) } }];
  });
}

/** The tables whose rows hold ethnic groups. */
export const TABLES_OF_ETHNIC_GROUPS: readonly TableName[] = TABLE_NAMES.filter(
  (table) => ethnicFieldsOf(table).length > 0,
);

/** Gives the ethnic groups, or blanks, that a row holds, each with the name of its field. */
export function eachEthnicGroup(
  table: TableName,
  values: RowValues,
  see: (field: string, code: string) => void,
): void {
  for (const { name, column, when } of FIELDS.get(table) ?? []) {
    if (when === null || when.codes.has(codeAt(values, when.column))) see(name, codeAt(values, column));
  }
}
