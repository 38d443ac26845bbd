import { existsSync } from 'node:fs';
import type { Validator } from '../../src/standard/compiled-validator.ts';
import { TABLE_NAMES, type TableName } from '../../src/standard/generated/tables.ts';

const GENERATED = new URL('../../src/standard/generated/', import.meta.url);

/**
 * The one validator that a generated file exports.
 *
 * @param version - A later version has files for what it changed only.
 */
export async function compiledValidator(name: string, version: string | null = null): Promise<Validator> {
  const own = new URL(`v${version?.replace('.', '_')}/validators/${name}.js`, GENERATED);
  const file = version !== null && existsSync(own) ? own : new URL(`validators/${name}.js`, GENERATED);
  const module: Record<string, Validator> = await import(file.href);
  return Object.values(module)[0] as Validator;
}

/** The compiled validator of each table's rows. */
export async function rowValidators(
  version: string | null = null,
): Promise<Readonly<Record<TableName, Validator>>> {
  const entries = TABLE_NAMES.map(async (table) => [table, await compiledValidator(table, version)] as const);
  return Object.fromEntries(await Promise.all(entries)) as Record<TableName, Validator>;
}
