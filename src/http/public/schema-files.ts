import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SCHEMAS } from '../../standard/generated/schemas.ts';
import { SCHEMA_VERSION } from '../../standard/generated/tables.ts';

const FOLDER = fileURLToPath(new URL('../../../schema', import.meta.url));

export interface SchemaFile {
  readonly mediaType: string;
  readonly content: string;
}

/**
 * Reads every public file of the standard, by its path below `/schema/`: the schemas with their codes written
 * in, and the code lists, measures and meta-schemas as they lie on disk.
 */
export async function readSchemaFiles(): Promise<ReadonlyMap<string, SchemaFile>> {
  const files = new Map<string, SchemaFile>();
  const paths = await readdir(FOLDER, { recursive: true });
  for (const path of paths.map((each) => each.replaceAll('\\', '/')).sort()) {
    const mediaType = mediaTypeOf(path);
    if (mediaType !== null)
      files.set(path, { mediaType, content: await readFile(`${FOLDER}/${path}`, 'utf8') });
  }
  for (const [path, schema] of Object.entries(SCHEMAS)) {
    const content = `${JSON.stringify(schema, null, 2)}\n`;
    files.set(path.replace('/schema/', ''), { mediaType: 'application/schema+json', content });
  }
  return files;
}

/** Null for what is no part of the standard, such as the README of the folder. */
function mediaTypeOf(path: string): string | null {
  if (path.endsWith('.schema.json')) return 'application/schema+json';
  if (path.endsWith('.json')) return 'application/json; charset=utf-8';
  if (path.endsWith('.csv')) return 'text/csv; charset=utf-8; header=present';
  return null;
}

/** The names under which the current version is also found. */
export const VERSION_ALIASES: readonly string[] = ['latest', SCHEMA_VERSION.split('.')[0] as string];
