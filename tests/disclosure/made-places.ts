import type { Place } from '../../src/disclosure/addresses.ts';
import type { Selectors } from '../../src/disclosure/lattice.ts';
import { TABLES, type TableName } from '../../src/standard/generated/tables.ts';
import type { FieldDescription } from '../../src/standard/table-description.ts';

/** A place of a table in a Welsh authority in the first quarter of 2026. */
export function placeIn(
  table: TableName,
  selectors: Selectors,
  dimensions: Readonly<Record<string, string>> = {},
): Place {
  return { table, selectors, period: '2026-Q1', area: 'W06000015', dimensions };
}

export function figureOf(table: TableName, name: string): FieldDescription {
  const found = TABLES[table].fields.find((field) => field.name === name);
  if (!found) throw new Error(`${table} has no ${name}`);
  return found;
}
