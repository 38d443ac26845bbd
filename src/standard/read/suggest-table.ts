import { TABLE_NAMES, TABLES } from '../generated/tables.ts';
import { suggest } from '../suggest.ts';

/** What was probably meant by a table's name that the standard does not have. */
export function suggestTable(name: string): string | null {
  const tables = TABLE_NAMES.map((code) => ({ code, title: TABLES[code].title }));
  return suggest(name, tables);
}
