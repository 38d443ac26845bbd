import type { Code } from '../standard/code-list.ts';
import type { FieldDescription } from '../standard/table-description.ts';
import { CHANGES_FILE, compareVersions } from '../standard/versions/layer-versions.ts';
import { describeTables } from './describe-tables.ts';
import type { SchemaSet } from './read-schema.ts';
import { readSchema } from './read-schema.ts';
import { readVersionFiles, versionsOf } from './read-versions.ts';
import { GENERATED_NOTICE } from './render-data.ts';

/** The current version, and all of the same major number, the earliest first. */
export interface VersionSets {
  readonly current: SchemaSet;
  readonly all: readonly SchemaSet[];
  readonly drafts: readonly string[];
}

/** Reads every version that a return may name beside the current one. */
export async function readVersionSets(current: string, root: string): Promise<VersionSets> {
  const files = await readVersionFiles(root);
  const versions = versionsOf(files).filter((each) => each.split('.')[0] === current.split('.')[0]);
  const all = await Promise.all(versions.map((version) => readSchema(version, root)));
  const drafts = versions.filter((version) => {
    const changes = files.get(`${version}/${CHANGES_FILE}`);
    return changes !== undefined && (JSON.parse(changes) as { draft: boolean }).draft;
  });
  const own = all.find(({ version }) => version === current);
  if (!own) throw new Error(`schema/ has no version ${current}`);
  return { current: own, all, drafts };
}

/** The version that has everything that any of them has. */
export function newestOf({ all }: VersionSets): SchemaSet {
  return all.at(-1) as SchemaSet;
}

export function newerThanCurrent({ current, all }: VersionSets): readonly SchemaSet[] {
  return all.filter(({ version }) => compareVersions(version, current.version) > 0);
}

/**
 * Writes what the versions have beyond each other: since when a field or code is there, and the fields and
 * codes that the current version does not have yet.
 */
export function renderVersions(sets: VersionSets): string {
  const newest = newestOf(sets);
  const tables = sets.all.map(fieldsByTable);
  const lists = sets.all.map(codesByList);
  const currentAt = sets.all.indexOf(sets.current);
  const deprecated = newest.codeLists.map((list): [string, object] => [
    list.id,
    Object.fromEntries(
      list.codes
        .filter((code) => code.deprecated_in !== undefined)
        .map(({ code, deprecated_in, replaced_by }) => [code, { deprecated_in, replaced_by }]),
    ),
  ]);
  return [
    GENERATED_NOTICE,
    "import type { Code } from '../code-list.ts';\n",
    "import type { FieldDescription } from '../table-description.ts';\n",
    "import type { CodeListId } from './code-lists.ts';\n",
    "import type { TableName } from './tables.ts';\n\n",
    '/** The versions that a return may follow, the earliest first. */\n',
    `export const VERSIONS = ${JSON.stringify(sets.all.map(({ version }) => version))} as const;\n`,
    'export type SchemaVersion = (typeof VERSIONS)[number];\n\n',
    '/** Those that may still change: the service takes in no return that follows one. */\n',
    `export const DRAFT_VERSIONS: readonly SchemaVersion[] = ${JSON.stringify(sets.drafts)};\n\n`,
    '/** The version in which a field came, where that is not the first. */\n',
    `export const FIELDS_SINCE: Partial<Record<TableName, Readonly<Record<string, SchemaVersion>>>> = ${JSON.stringify(sinceOf(tables, sets))};\n\n`,
    '/** The version in which a code came, where that is not the first. */\n',
    `export const CODES_SINCE: Partial<Record<CodeListId, Readonly<Record<string, SchemaVersion>>>> = ${JSON.stringify(sinceOf(lists, sets))};\n\n`,
    '/** The codes that are deprecated in any version. */\n',
    "export const CODES_DEPRECATED: Partial<Record<CodeListId, Readonly<Record<string, Pick<Code, 'deprecated_in' | 'replaced_by'>>>>> = ",
    `${JSON.stringify(withoutEmpty(deprecated))};\n\n`,
    '/** The fields that come in versions after the current one. */\n',
    `export const NEWER_FIELDS: Partial<Record<TableName, readonly FieldDescription[]>> = ${beyond(tables, currentAt)};\n\n`,
    '/** The codes that come in versions after the current one. */\n',
    `export const NEWER_CODES: Partial<Record<CodeListId, readonly Code[]>> = ${beyond(lists, currentAt)};\n`,
  ].join('');
}

type Named<Entry> = ReadonlyMap<string, ReadonlyMap<string, Entry>>;

function fieldsByTable(schema: SchemaSet): Named<FieldDescription> {
  return new Map(
    describeTables(schema).map(({ name, fields }) => [
      name,
      new Map(fields.map((field) => [field.name, field])),
    ]),
  );
}

function codesByList({ codeLists }: SchemaSet): Named<Code> {
  return new Map(codeLists.map(({ id, codes }) => [id, new Map(codes.map((code) => [code.code, code]))]));
}

function sinceOf<Entry>(versions: readonly Named<Entry>[], { all }: VersionSets): object {
  const [first] = versions as [Named<Entry>];
  return withoutEmpty(
    [...(versions.at(-1) as Named<Entry>)].map(([group, entries]) => {
      const later = [...entries.keys()].filter((name) => !first.get(group)?.has(name));
      const since = later.map((name) => {
        const at = versions.findIndex((version) => version.get(group)?.has(name));
        return [name, all[at]?.version];
      });
      return [group, Object.fromEntries(since)];
    }),
  );
}

function beyond<Entry>(versions: readonly Named<Entry>[], currentAt: number): string {
  const groups = [...(versions.at(-1) as Named<Entry>)].map(([group, entries]): [string, Entry[]] => {
    const known = versions[currentAt]?.get(group);
    return [group, [...entries].filter(([name]) => !known?.has(name)).map(([, entry]) => entry)];
  });
  return JSON.stringify(Object.fromEntries(groups.filter(([, entries]) => entries.length > 0)));
}

function withoutEmpty(groups: readonly (readonly [string, object])[]): object {
  return Object.fromEntries(groups.filter(([, entries]) => Object.keys(entries).length > 0));
}
