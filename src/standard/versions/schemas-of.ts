import { NEWER_SCHEMAS } from '../generated/newer-schemas.ts';
import { SCHEMAS } from '../generated/schemas.ts';
import { SCHEMA_VERSION } from '../generated/tables.ts';
import type { SchemaVersion } from '../generated/versions.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The JSON Schemas of a version, with the codes of their lists written in, by their path below the host. */
export function schemasOf(version: SchemaVersion): Readonly<Record<string, Schema>> {
  if (version === SCHEMA_VERSION) return SCHEMAS;
  const entries = Object.entries(SCHEMAS).map(([path, schema]) => {
    const ownPath = path.replace(`/schema/${SCHEMA_VERSION}/`, `/schema/${version}/`);
    return [ownPath, NEWER_SCHEMAS[ownPath] ?? inVersion(schema, version)] as const;
  });
  return Object.fromEntries(entries);
}

/** A schema that did not change, under the number of another version. */
function inVersion(schema: Schema, version: SchemaVersion): Schema {
  const moved = JSON.parse(
    JSON.stringify(schema).replaceAll(`/schema/${SCHEMA_VERSION}/`, `/schema/${version}/`),
  ) as { properties?: { schema_version?: object } };
  if (String(schema.$id).endsWith('/return.schema.json')) {
    Object.assign(moved.properties?.schema_version ?? {}, { const: version, examples: [version] });
  }
  return moved as Schema;
}
