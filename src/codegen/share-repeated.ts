import type { JsonObject } from './read-schema.ts';

/** Shorter parts are written out wherever they stand. */
const WORTH_SHARING = 200;

/**
 * Writes each part of a schema that stands in several places once, below `$defs`, with references to it: what is
 * compiled from it is as much smaller.
 */
export function shareRepeated(document: JsonObject): JsonObject {
  const counts = new Map<string, number>();
  visitSchemas(document, (schema) => {
    const text = JSON.stringify(schema);
    counts.set(text, (counts.get(text) ?? 0) + 1);
    return schema;
  });
  const names = new Map<string, string>();
  const shared = visitSchemas(document, (schema) => {
    const text = JSON.stringify(schema);
    if (text.length < WORTH_SHARING || (counts.get(text) ?? 0) < 2) return schema;
    if (!names.has(text)) names.set(text, `shared_${names.size + 1}`);
    return { $ref: `#/$defs/${names.get(text)}` };
  });
  const definitions = [...names].map(([text, name]) => [name, JSON.parse(text)]);
  return names.size === 0 ? document : { ...shared, $defs: Object.fromEntries(definitions) };
}

/** Gives a schema with every schema below its properties and items replaced, the outer ones first. */
function visitSchemas(schema: JsonObject, replace: (schema: JsonObject) => JsonObject): JsonObject {
  const replaced = { ...schema };
  if (replaced.properties) {
    replaced.properties = Object.fromEntries(
      Object.entries(replaced.properties).map(([name, child]) => [name, visit(child as JsonObject, replace)]),
    );
  }
  if (replaced.items) replaced.items = visit(replaced.items as JsonObject, replace);
  return replaced;
}

function visit(schema: JsonObject, replace: (schema: JsonObject) => JsonObject): JsonObject {
  const own = replace(schema);
  return own === schema ? visitSchemas(own, replace) : own;
}
