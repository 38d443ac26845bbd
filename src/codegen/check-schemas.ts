import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { levelRank } from '../standard/code-list.ts';
import { measureFaults } from './check-measures.ts';
import { nameOfTable } from './describe-tables.ts';
import { type JsonObject, propertiesOf, type SchemaSet } from './read-schema.ts';
import { resolveSchemas } from './resolve-schemas.ts';

/**
 * Checks our own schemas: against the meta-schemas in `schema/meta/`, that every code list nests strictly
 * and that each example of a field conforms to it.
 *
 * @returns One sentence for each fault; none when the standard is in order.
 */
export async function checkSchemas(schema: SchemaSet, root: string): Promise<string[]> {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  const metaSchema = async (name: string) =>
    ajv.compile(JSON.parse(await readFile(join(root, `schema/meta/${name}.schema.json`), 'utf8')));
  const [isTable, isDocument, isMeasure] = await Promise.all(
    ['table', 'document', 'measure'].map(metaSchema),
  );
  const faults: string[] = [];
  const check = (validate: typeof isTable, value: unknown, name: string) => {
    if (validate?.(value)) return;
    for (const error of validate?.errors ?? []) {
      faults.push(`${name}${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
    }
  };
  for (const table of schema.tables) check(isTable, table, String(table.$id));
  for (const document of [schema.envelope, schema.service, schema.organisation, schema.exportMapping])
    check(isDocument, document, String(document.$id));
  for (const measure of schema.measures) check(isMeasure, measure, `measures/${String(measure.id)}`);
  if (faults.length === 0) faults.push(...measureFaults(schema));
  return [
    ...faults,
    ...schema.tables.flatMap(optionalFaults),
    ...codeListFaults(schema),
    ...exampleFaults(schema),
  ];
}

/** An optional field is a figure that may be null, and comes after all others: a row without it ends before it. */
function optionalFaults(table: JsonObject): string[] {
  const required = table.required as string[];
  const fields = Object.entries(propertiesOf(table));
  const name = `tables/${nameOfTable(table)}`;
  return fields.flatMap(([field, { type, 'x-role': role }], index) => {
    if (required.includes(field)) {
      const comesLate = index >= required.length;
      return comesLate ? [`${name}: ${field} is required and stands after an optional field`] : [];
    }
    const isFigure = role === 'measure' && [type].flat().includes('null');
    return isFigure ? [] : [`${name}: ${field} is optional, so it must be a measure that may be null`];
  });
}

/** Codes are unique, parents exist and are broader, successors exist, and both languages are there. */
function codeListFaults(schema: SchemaSet): string[] {
  return schema.codeLists.flatMap((list) => {
    const byCode = new Map(list.codes.map((code) => [code.code, code]));
    const name = `codelists/${list.id}.csv`;
    const faults = byCode.size === list.codes.length ? [] : [`${name}: a code stands twice`];
    for (const code of list.codes) {
      const parent = code.parent === null ? undefined : byCode.get(code.parent);
      if (code.parent !== null && !parent) faults.push(`${name}: ${code.code} has no parent ${code.parent}`);
      if (parent && levelRank(list, parent.level) >= levelRank(list, code.level)) {
        faults.push(`${name}: ${code.code} is not finer than its parent ${parent.code}`);
      }
      for (const successor of code.replaced_by) {
        if (!byCode.has(successor)) {
          faults.push(`${name}: the successor ${successor} of ${code.code} is not on the list`);
        }
      }
      if (code.replaced_by.length > 0 && code.valid_to === null && code.deprecated_in === undefined) {
        faults.push(
          `${name}: ${code.code} has a successor, but neither a last day nor a version in which it was deprecated`,
        );
      }
      if (code.title.en === '' || code.title.cy === '') faults.push(`${name}: ${code.code} lacks a title`);
      if ((code.description.en === '') !== (code.description.cy === '')) {
        faults.push(`${name}: ${code.code} is described in one language only`);
      }
      if (code.level !== list.apart && !list.levels.some((level) => level.id === code.level)) {
        faults.push(`${name}: ${code.code} has the unknown level ${code.level}`);
      }
    }
    return faults;
  });
}

function exampleFaults(schema: SchemaSet): string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false, schemas: resolveSchemas(schema) });
  addFormats.default(ajv);
  return [
    ...schema.tables,
    schema.envelope,
    schema.service,
    schema.organisation,
    schema.exportMapping,
  ].flatMap((document) => {
    const id = String(document.$id);
    return Object.keys(document.properties as object).flatMap((name) => {
      const validate = ajv.getSchema(`${id}#/properties/${name}`);
      const property = (document.properties as Record<string, { examples?: unknown[] }>)[name];
      return (property?.examples ?? [])
        .filter((example) => name !== 'tables' && !validate?.(example))
        .map((example) => `${id}: the example ${JSON.stringify(example)} of ${name} does not conform`);
    });
  });
}
