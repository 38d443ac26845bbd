import { TABLE_NAMES, TABLES, type TableName } from '../../src/standard/generated/tables.ts';
import type { Return } from '../../src/standard/generated/types.ts';
import type { ReturnHeader, RowValues } from '../../src/standard/row.ts';
import type { Place, Rule } from '../../src/standard/rules/rule.ts';

export type RowsToCheck = Partial<Record<TableName, readonly RowValues[]>>;

function rowsOf(tables: Return['tables']): RowsToCheck {
  const present = TABLE_NAMES.filter((name) => tables[name] !== undefined);
  return Object.fromEntries(
    present.map((name) => {
      const rows = (tables[name] ?? []) as unknown as readonly Record<string, string | number | null>[];
      return [name, rows.map((row) => TABLES[name].fields.map((field) => row[field.name] ?? null))];
    }),
  );
}

/** Runs one rule over rows, as the validator does, and gives the places it reports. */
export function placesOf(rule: Rule, header: ReturnHeader, rows: RowsToCheck): readonly Place[] {
  const places: Place[] = [];
  const present = new Set(TABLE_NAMES.filter((name) => rows[name] !== undefined));
  if (!rule.tables.every((name) => present.has(name))) return places;
  const pass = rule.start(header, (place) => places.push(place), present);
  for (const name of present) {
    for (const [index, values] of (rows[name] ?? []).entries()) pass.row?.(name, values, index);
  }
  pass.end?.();
  return places;
}

/** Runs one rule over a whole return, and gives the places it reports. */
export function placesIn(rule: Rule, whole: Return): readonly Place[] {
  const { tables, ...header } = whole;
  return placesOf(rule, header, rowsOf(tables));
}
