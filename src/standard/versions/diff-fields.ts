import { changeOf, type SchemaChange } from './change.ts';
import { isObject, isSame, type JsonObject } from './compare-json.ts';
import { diffField, type LevelsByList } from './diff-field.ts';

/** Compares the fields that two schemas of an object have, and which of them they require. */
export function diffFields(
  at: string,
  before: JsonObject,
  after: JsonObject,
  levels: LevelsByList,
): SchemaChange[] {
  const [fields, newFields] = [fieldsOf(before), fieldsOf(after)];
  const isRequired = (schema: JsonObject, name: string) => listOf(schema.required).includes(name);
  const changes: SchemaChange[] = [];
  for (const [name, field] of fields) {
    const newField = newFields.get(name);
    if (newField === undefined) {
      changes.push(changeOf('field-removed', `${at}/${name}`));
      continue;
    }
    const [was, is] = [isRequired(before, name), isRequired(after, name)];
    if (was !== is) changes.push(changeOf(is ? 'field-now-required' : 'field-now-optional', `${at}/${name}`));
    changes.push(...diffField(`${at}/${name}`, field, newField, levels));
  }
  for (const [name, field] of newFields) {
    if (fields.has(name)) continue;
    const divides = field['x-role'] === 'selector' || field['x-role'] === 'dimension';
    const rule = isRequired(after, name)
      ? 'required-field-added'
      : divides
        ? 'dimension-added'
        : 'field-added';
    changes.push(changeOf(rule, `${at}/${name}`));
  }
  return [...changes, ...orderOf(at, fields, newFields)];
}

/** The fields of a row keep their order, and new ones come after them; the order of a header means nothing. */
function orderOf(
  at: string,
  fields: ReadonlyMap<string, JsonObject>,
  newFields: ReadonlyMap<string, JsonObject>,
): SchemaChange[] {
  if (!at.startsWith('tables/')) return [];
  const kept = [...fields.keys()].filter((name) => newFields.has(name));
  const first = [...newFields.keys()].slice(0, kept.length);
  return isSame(kept, first) ? [] : [changeOf('fields-reordered', at)];
}

function fieldsOf(schema: JsonObject): Map<string, JsonObject> {
  const fields = isObject(schema.properties) ? Object.entries(schema.properties) : [];
  return new Map(fields.map(([name, field]) => [name, isObject(field) ? field : {}]));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
