import type { Code, CodeList } from '../code-list.ts';
import { CODE_LISTS, type CodeListId } from '../generated/code-lists.ts';
import { SCHEMA_VERSION, TABLE_NAMES, TABLES, type TableName } from '../generated/tables.ts';
import {
  CODES_DEPRECATED,
  CODES_SINCE,
  FIELDS_SINCE,
  NEWER_CODES,
  NEWER_FIELDS,
  type SchemaVersion,
  VERSIONS,
} from '../generated/versions.ts';
import { onDemand } from '../on-demand.ts';
import type { RowValues } from '../row.ts';
import type { FieldDescription, TableDescription } from '../table-description.ts';

/**
 * The tables and lists with everything that any version of this major number has.
 *
 * A later version only adds, and adds last, so that a row of an earlier one is the beginning of one of a later.
 * What a return may use of it is said by its own version, which may stand after its rows in the file.
 */
export const TABLES_OF_EVERY_VERSION: Readonly<Record<TableName, TableDescription>> =
  /* @__PURE__ */ onDemand(TABLE_NAMES, withNewerFields);

/** The code lists, with the codes that any version has, and what any version says of them. */
export const LISTS_OF_EVERY_VERSION: Readonly<Record<CodeListId, CodeList>> = /* @__PURE__ */ onDemand(
  Object.keys(CODE_LISTS) as CodeListId[],
  withNewerCodes,
);

/** A row without the nulls at its end that stand for fields of later versions; see `RowValues`. */
export function shortenRow(table: TableName, row: RowValues): RowValues {
  let length = row.length;
  while (length > SHORTEST[table] && row[length - 1] === null) length -= 1;
  return length === row.length ? row : row.slice(0, length);
}

const SHORTEST: Readonly<Record<TableName, number>> = /* @__PURE__ */ onDemand(
  TABLE_NAMES,
  (name) => TABLES_OF_EVERY_VERSION[name].fields.filter((field) => !field.optional).length,
);

export function isKnownVersion(version: unknown): version is SchemaVersion {
  return VERSIONS.some((known) => known === version);
}

/** Whether what came in a version is not yet there in another; what was there from the first always is. */
export function isLater(since: string | null | undefined, version: SchemaVersion): boolean {
  return (
    since !== null &&
    since !== undefined &&
    isKnownVersion(since) &&
    VERSIONS.indexOf(since) > VERSIONS.indexOf(version)
  );
}

/** The fields that a table has in a version; those of the current one where the version is not known. */
export function fieldsOfVersion(table: TableName, version: string): readonly FieldDescription[] {
  const known = isKnownVersion(version) ? version : SCHEMA_VERSION;
  return TABLES_OF_EVERY_VERSION[table].fields.filter(({ name }) => !isLater(fieldSince(table, name), known));
}

/** The version in which a field of a table came; null for the first. */
export function fieldSince(table: TableName, field: string): SchemaVersion | null {
  return FIELDS_SINCE[table]?.[field] ?? null;
}

function withNewerFields(name: TableName): TableDescription {
  const newer = NEWER_FIELDS[name];
  return newer === undefined ? TABLES[name] : { ...TABLES[name], fields: [...TABLES[name].fields, ...newer] };
}

function withNewerCodes(id: CodeListId): CodeList {
  const list = CODE_LISTS[id];
  const [newer, deprecated] = [NEWER_CODES[id], CODES_DEPRECATED[id]];
  if (newer === undefined && deprecated === undefined) return list;
  const codes = [...list.codes, ...(newer ?? [])].map((code): Code => {
    const since = CODES_SINCE[id]?.[code.code];
    return { ...code, ...deprecated?.[code.code], ...(since === undefined ? {} : { since }) };
  });
  return { ...list, codes };
}
