import { type JsonObject, propertiesOf } from './read-schema.ts';

/** Says what each table of the standard has in a place of the envelope, with `{table}` for the table's name. */
const TEMPLATE = 'x-each-table';

/**
 * Gives the envelope of a return its tables: wherever it has an `x-each-table`, one property for each table.
 *
 * A table is named in its own file only, so that adding one changes nothing else in `schema/`.
 *
 * @param names - The tables in the order of a return.
 */
export function expandEnvelope(envelope: JsonObject, names: readonly string[]): JsonObject {
  const expanded = structuredClone(envelope);
  expandIn(expanded, names);
  return expanded;
}

function expandIn(node: JsonObject, names: readonly string[]): void {
  const template = node[TEMPLATE];
  if (template !== undefined) {
    delete node[TEMPLATE];
    node.properties = Object.fromEntries(names.map((name) => [name, fillIn(template, name)]));
  }
  for (const child of Object.values(node.properties ? propertiesOf(node) : {})) expandIn(child, names);
}

function fillIn(template: unknown, name: string): unknown {
  return JSON.parse(JSON.stringify(template).replaceAll('{table}', name));
}
