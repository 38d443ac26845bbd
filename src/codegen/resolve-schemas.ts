import { allowedCodes } from '../standard/allowed-codes.ts';
import type { CodeList } from '../standard/code-list.ts';
import type { ChosenList } from '../standard/table-description.ts';
import { describeTables, nameOfTable } from './describe-tables.ts';
import { type JsonObject, propertiesOf, type SchemaSet } from './read-schema.ts';

/**
 * Writes the codes into the schemas: wherever a field names a code list, the list's codes become its `enum`.
 *
 * The hand-written files name the list only, so that a code is written once. What is served, compiled and
 * typed is this resolved form.
 */
export function resolveSchemas(schema: SchemaSet): JsonObject[] {
  const lists = new Map(schema.codeLists.map((list) => [list.id, list]));
  const registries = registryCodes(schema);
  const descriptions = new Map(describeTables(schema).map((table) => [table.name as string, table]));

  const tables = schema.tables.map((table) => {
    const description = descriptions.get(/\/([a-z_]+)\.schema\.json$/.exec(table.$id as string)?.[1] ?? '');
    if (!description) throw new Error(`No description of ${String(table.$id)}`);
    const resolved = structuredClone(table);
    const conditions: JsonObject[] = [];
    for (const field of description.fields) {
      const property = propertiesOf(resolved)[field.name] as JsonObject;
      if (field.list) {
        property.enum = [...codesOf(lists, field.list, field), ...field.blanks];
      } else if (field.registry) {
        property.enum = registries[field.registry];
      } else if (field.chosen_by) {
        const chosen = Object.entries(field.chosen_by.lists);
        const allowed = chosen.map(([, list]) => codesOfChosen(lists, list, field.blanks));
        property.enum = [...new Set(allowed.flat())];
        chosen.forEach(([code], index) => {
          conditions.push({
            if: { properties: { [field.chosen_by?.field as string]: { const: code } } },
            // biome-ignore lint/suspicious/noThenProperty: `then` is JSON Schema's own keyword
            then: { properties: { [field.name]: { enum: allowed[index] } } },
          });
        });
      }
    }
    if (conditions.length > 0) resolved.allOf = conditions;
    return resolved;
  });
  const others = [schema.envelope, schema.service, schema.organisation, schema.exportMapping].map(
    (document) => {
      const resolved = structuredClone(document);
      resolveListsIn(resolved, lists);
      nameTablesIn(resolved, schema.tables.map(nameOfTable));
      return resolved;
    },
  );
  return [...tables, ...others];
}

/**
 * The ids that selectors of kind measure and instrument accept, in the order of the registry's files. A measure
 * that is not aggregated is in the registry only.
 */
export function registryCodes(schema: SchemaSet): { measures: string[]; instruments: string[] } {
  const sent = schema.measures.filter((measure) => measure.aggregate !== 'none');
  return {
    measures: sent.map((measure) => measure.id as string),
    instruments: [...new Set(sent.map((measure) => measure.instrument as string))],
  };
}

type Lists = ReadonlyMap<string, CodeList>;

function codesOf(lists: Lists, id: string, restriction: Parameters<typeof allowedCodes>[1]): string[] {
  const list = lists.get(id);
  if (!list) throw new Error(`There is no code list ${id}`);
  return allowedCodes(list, restriction).map((code) => code.code);
}

function codesOfChosen(lists: Lists, chosen: ChosenList, blanks: readonly string[]): string[] {
  return [...codesOf(lists, chosen.list, chosen), ...(chosen.fixed ? [] : blanks)];
}

function resolveListsIn(node: unknown, lists: Lists): void {
  if (Array.isArray(node)) {
    for (const item of node) resolveListsIn(item, lists);
  } else if (typeof node === 'object' && node !== null) {
    const schema = node as JsonObject;
    const list = schema['x-codelist'];
    if (typeof list === 'string') schema.enum = codesOf(lists, list, { level: null, codes: null });
    for (const child of Object.values(schema)) resolveListsIn(child, lists);
  }
}

/** Writes the names of the tables wherever a field holds one (`x-table-names`), so that a table is named once. */
function nameTablesIn(node: unknown, names: readonly string[]): void {
  if (Array.isArray(node)) {
    for (const item of node) nameTablesIn(item, names);
  } else if (typeof node === 'object' && node !== null) {
    const schema = node as JsonObject;
    if (schema['x-table-names'] === true) schema.enum = [...names];
    for (const child of Object.values(schema)) nameTablesIn(child, names);
  }
}
