import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { SCHEMA_VERSION } from '../../standard/generated/tables.ts';
import { VERSIONS } from '../../standard/generated/versions.ts';
import { layerVersions } from '../../standard/versions/layer-versions.ts';
import { schemasOf } from '../../standard/versions/schemas-of.ts';

const FOLDER = fileURLToPath(new URL('../../../schema', import.meta.url));

export interface SchemaFile {
  readonly mediaType: string;
  readonly content: string;
}

/**
 * Reads every public file of the standard, by its path below `/schema/`: the schemas with their codes written
 * in, and the code lists, measures and meta-schemas as they lie on disk. A version that extends another is whole.
 */
export async function readSchemaFiles(): Promise<ReadonlyMap<string, SchemaFile>> {
  const texts = new Map<string, string>();
  const paths = await readdir(FOLDER, { recursive: true });
  for (const path of paths.map((each) => each.replaceAll('\\', '/')).sort()) {
    if (mediaTypeOf(path) !== null) texts.set(path, await readFile(`${FOLDER}/${path}`, 'utf8'));
  }
  const whole = [...layerVersions(texts)].sort(([one], [other]) => (one < other ? -1 : 1));
  const files = new Map(
    whole.map(([path, content]) => [path, { mediaType: mediaTypeOf(path) as string, content }]),
  );
  for (const version of VERSIONS) {
    for (const [path, schema] of Object.entries(schemasOf(version))) {
      const content = `${JSON.stringify(schema, null, 2)}\n`;
      files.set(path.replace('/schema/', ''), { mediaType: 'application/schema+json', content });
    }
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
