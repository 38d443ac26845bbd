import { compile } from 'json-schema-to-typescript';
import { nameOfTable } from './describe-tables.ts';
import { type JsonObject, propertiesOf, type SchemaSet } from './read-schema.ts';
import { GENERATED_NOTICE, pascalCase, typeNameOf } from './render-data.ts';
import { resolveSchemas } from './resolve-schemas.ts';

/** The type of one schema, and the code lists whose types it names. */
export interface DocumentTypes {
  readonly document: JsonObject;
  readonly title: string;
  readonly source: string;
  readonly lists: ReadonlySet<string>;
}

/** Writes the TypeScript types of a return, its rows and a service. */
export async function renderTypes(schema: SchemaSet): Promise<string> {
  const documents = await renderDocumentTypes(schema);
  return typesModule({ schema, documents, kept: [], ownLists: new Map(), path: './' });
}

/**
 * The type of each schema by itself.
 *
 * Titles of properties are dropped first: json-schema-to-typescript would make a type of each, numbering
 * those that repeat. A field with a code list refers to that list's type instead of repeating its codes.
 */
export async function renderDocumentTypes(schema: SchemaSet): Promise<DocumentTypes[]> {
  const parts: DocumentTypes[] = [];
  for (const document of resolveSchemas(schema)) {
    const lists = new Set<string>();
    const plain = structuredClone(document);
    // Our own reference between files, kept as a name: the compiler would otherwise fetch the address.
    simplify(plain, lists, true);
    const source = await compile(plain, String(plain.title), {
      bannerComment: '',
      additionalProperties: false,
      format: false,
      declareExternallyReferenced: true,
    });
    parts.push({ document, title: String(document.title), source: source.trimEnd(), lists });
  }
  return parts;
}

/** What a module of types holds. */
interface TypesModule {
  readonly schema: SchemaSet;
  readonly documents: readonly DocumentTypes[];
  /** Names of types that are those of the current version. */
  readonly kept: readonly string[];
  /** The types of code lists that differ from the current ones. */
  readonly ownLists: ReadonlyMap<string, string>;
  /** From the module to the modules of the current version. */
  readonly path: './' | '../';
}

export function typesModule({ schema, documents, kept, ownLists, path }: TypesModule): string {
  const used = new Set(documents.flatMap(({ lists }) => [...lists]));
  const imported = [...used]
    .filter((list) => !ownLists.has(list))
    .map(typeNameOf)
    .sort();
  const rowsOfKept = kept.filter((name) => name.endsWith('Row')).sort();
  const rows = schema.tables.map(nameOfTable).map((name) => `  ${name}: ${pascalCase(name)}Row;\n`);
  return [
    `${GENERATED_NOTICE}import type { ${imported.join(', ')} } from '${path}code-lists.ts';\n`,
    ...(rowsOfKept.length > 0 ? [`import type { ${rowsOfKept.join(', ')} } from '${path}types.ts';\n`] : []),
    ...(kept.length > 0 ? [`export type { ${[...kept].sort().join(', ')} } from '${path}types.ts';\n`] : []),
    ...ownLists.values(),
    ...documents.map(({ source }) => `${source}\n`),
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
