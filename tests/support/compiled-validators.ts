import type { Validator } from '../../src/standard/compiled-validator.ts';
import { TABLE_NAMES, type TableName } from '../../src/standard/generated/tables.ts';

const FOLDER = new URL('../../src/standard/generated/validators/', import.meta.url).href;

/** The one validator that a generated file exports. */
export async function compiledValidator(name: string): Promise<Validator> {
  const module: Record<string, Validator> = await import(`${FOLDER}${name}.js`);
  return Object.values(module)[0] as Validator;
}

/** The compiled validator of each table's rows. */
export async function rowValidators(): Promise<Readonly<Record<TableName, Validator>>> {
  const entries = TABLE_NAMES.map(async (table) => [table, await compiledValidator(table)] as const);
  return Object.fromEntries(await Promise.all(entries)) as Record<TableName, Validator>;
}
