import { allowedCodes } from '../allowed-codes.ts';
import type { CodeList } from '../code-list.ts';
import { CODE_LISTS, type CodeListId } from '../generated/code-lists.ts';
import { SCHEMA_VERSION, TABLES, type TableName } from '../generated/tables.ts';
import { DRAFT_VERSIONS, type SchemaVersion, VERSIONS } from '../generated/versions.ts';
import type { TableDescription } from '../table-description.ts';
import {
  fieldSince,
  fieldsOfVersion,
  isLater,
  LISTS_OF_EVERY_VERSION,
  TABLES_OF_EVERY_VERSION,
} from './every-version.ts';

/** Whether a version may still change. */
export function isDraftVersion(version: string): boolean {
  return DRAFT_VERSIONS.some((draft) => draft === version);
}

/** The latest version that is not a draft: what releases are built at unless another is asked for. */
export const LATEST_SETTLED_VERSION: SchemaVersion =
  VERSIONS.findLast((version) => !isDraftVersion(version)) ?? SCHEMA_VERSION;

/** A table as one version has it. */
export function tableOfVersion(table: TableName, version: SchemaVersion): TableDescription {
  if (version === SCHEMA_VERSION) return TABLES[table];
  return { ...TABLES_OF_EVERY_VERSION[table], fields: fieldsOfVersion(table, version) };
}

/** A code list as one version has it. */
export function listOfVersion(id: CodeListId, version: SchemaVersion): CodeList {
  const list = LISTS_OF_EVERY_VERSION[id];
  const isThere = list.codes.every(({ since }) => !isLater(since, version));
  if (version === SCHEMA_VERSION && isThere) return CODE_LISTS[id];
  return { ...list, codes: list.codes.filter(({ since }) => !isLater(since, version)) };
}

/**
 * What one version has of a table and an earlier one did not: fields by their name, codes as `delivery_mode.materials_sent`.
 *
 * Rows of the earlier version could hold none of it, whatever was there to be counted.
 *
 * @param from - The version of the rows.
 * @param to - The version that reads them.
 */
export function cameBetween(table: TableName, from: SchemaVersion, to: SchemaVersion): string[] {
  const names = fieldsOfVersion(table, to).flatMap((field) => {
    if (isLater(fieldSince(table, field.name), from)) return [field.name];
    const lists = field.chosen_by === null ? [field] : Object.values(field.chosen_by.lists);
    const codes = lists.flatMap((each) =>
      each.list === null ? [] : allowedCodes(listOfVersion(each.list, to), each),
    );
    return codes.filter(({ since }) => isLater(since, from)).map(({ code }) => `${field.name}.${code}`);
  });
  return [...new Set(names)];
}
