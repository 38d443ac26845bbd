import { compile } from 'json-schema-to-typescript';
import { nameOfTable } from './describe-tables.ts';
import { type JsonObject, propertiesOf, type SchemaSet } from './read-schema.ts';
import { GENERATED_NOTICE, pascalCase, typeNameOf } from './render-data.ts';
import { resolveSchemas } from './resolve-schemas.ts';

/**
 * Writes the TypeScript types of a return, its rows and a service.
 *
 * Titles of properties are dropped first: json-schema-to-typescript would make a type of each, numbering
 * those that repeat. A field with a code list refers to that list's type instead of repeating its codes.
 */
export async function renderTypes(schema: SchemaSet): Promise<string> {
  const used = new Set<string>();
  const parts: string[] = [];
  for (const document of resolveSchemas(schema)) {
    const plain = structuredClone(document);
    // Our own reference between files, kept as a name: the compiler would otherwise fetch the address.
    simplify(plain, used, true);
    const source = await compile(plain, String(plain.title), {
      bannerComment: '',
      additionalProperties: false,
      format: false,
      declareExternallyReferenced: true,
    });
    parts.push(source.trimEnd());
  }
  const imports = [...used].map(typeNameOf).sort().join(', ');
  const rows = schema.tables.map(nameOfTable).map((name) => `  ${name}: ${pascalCase(name)}Row;\n`);
  return [
    `${GENERATED_NOTICE}import type { ${imports} } from './code-lists.ts';\n`,
    ...parts.map((part) => `${part}\n`),
    `/** The row type of each table. */\nexport interface RowTypes {\n${rows.join('')}}\n`,
  ].join('\n');
}

function simplify(node: JsonObject, used: Set<string>, root: boolean): void {
  const reference = node.$ref;
  if (typeof reference === 'string') {
    const rowType = nameOfTable({ $id: reference });
    for (const key of Object.keys(node)) delete node[key];
    node.tsType = `${pascalCase(rowType)}Row`;
    return;
  }
  delete node.allOf;
  if (!root) delete node.title;
  else delete node.$id;
  const list = node['x-codelist'];
  if (typeof list === 'string' && !node['x-level'] && !node['x-codes']) {
    const blanks = ((node['x-blanks'] as string[] | undefined) ?? []).map((blank) => JSON.stringify(blank));
    node.tsType = [typeNameOf(list), ...blanks].join(' | ');
    used.add(list);
  }
  const children = [
    ...Object.values(node.properties ? propertiesOf(node) : {}),
    ...(node.items ? [node.items as JsonObject] : []),
  ];
  for (const child of children) simplify(child, used, false);
}
