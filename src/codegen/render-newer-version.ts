import { nameOfTable } from './describe-tables.ts';
import type { JsonObject, SchemaSet } from './read-schema.ts';
import { GENERATED_NOTICE, renderCodeType, schemasByPath } from './render-data.ts';
import { renderDocumentTypes, typesModule } from './render-types.ts';
import { renderValidators } from './render-validators.ts';
import { resolveSchemas } from './resolve-schemas.ts';

/** `1.1` becomes `v1_1`. */
export function folderOf(version: string): string {
  return `v${version.replace('.', '_')}`;
}

/**
 * Writes what a version after the current one has of its own: the types and validators of the schemas that
 * differ. Types that do not are the current ones, under the same name.
 *
 * @returns Sources by path below `generated/`.
 */
export async function renderNewerVersion(newer: SchemaSet, current: SchemaSet): Promise<Map<string, string>> {
  const folder = folderOf(newer.version);
  const changed = changedTables(newer, current);
  const validators = await renderValidators(newer, { only: changed, depth: 3 });
  return new Map([
    [`${folder}/types.ts`, await renderNewerTypes(newer, current, changed)],
    ...[...validators].map(([name, source]): [string, string] => [`${folder}/validators/${name}`, source]),
  ]);
}

/** The schemas of tables that differ in versions after the current one, by the path at which they are served. */
export function renderNewerSchemas(newer: readonly SchemaSet[], current: SchemaSet): string {
  const documents = newer.flatMap((schema) => {
    const changed = changedTables(schema, current);
    return resolveSchemas(schema).filter((document) => changed.has(String(nameOfTable(document))));
  });
  return [
    GENERATED_NOTICE,
    "import { parsedOnDemand } from '../on-demand.ts';\n\n",
    '/** The schemas that differ from those of the current version, keyed by their path below the host. */\n',
    'export const NEWER_SCHEMAS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = ',
    `${schemasByPath(documents)};\n`,
  ].join('');
}

/** The tables whose schema differs once codes are written in. */
function changedTables(newer: SchemaSet, current: SchemaSet): Set<string> {
  const texts = (schema: SchemaSet) =>
    new Map(
      resolveSchemas(schema)
        .filter((document) => String(document.$id).includes('/tables/'))
        .map((document) => [nameOfTable(document), withoutVersion(document, schema.version)]),
    );
  const known = texts(current);
  return new Set([...texts(newer)].flatMap(([name, text]) => (known.get(name) === text ? [] : [name])));
}

function withoutVersion(document: JsonObject, version: string): string {
  return JSON.stringify(document).replaceAll(`/schema/${version}/`, '/schema/');
}

async function renderNewerTypes(
  newer: SchemaSet,
  current: SchemaSet,
  changed: ReadonlySet<string>,
): Promise<string> {
  const documents = await renderDocumentTypes(newer);
  const isOwn = ({ document }: (typeof documents)[number]) =>
    String(document.$id).endsWith('/return.schema.json') || changed.has(nameOfTable(document));
  const own = documents.filter(isOwn);
  const lists = newer.codeLists.filter((list) => {
    const codes = current.codeLists.find(({ id }) => id === list.id)?.codes ?? [];
    return (
      JSON.stringify(codes.map(({ code }) => code)) !== JSON.stringify(list.codes.map(({ code }) => code))
    );
  });
  return typesModule({
    schema: newer,
    documents: own,
    kept: documents.filter((each) => !isOwn(each)).map(({ title }) => title),
    ownLists: new Map(lists.map((list) => [list.id, renderCodeType(list)])),
    path: '../',
  });
}
