import { quoteText } from '../archive/duckdb.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import { countsOf, type FieldDescription } from '../standard/table-description.ts';
import { fieldSince } from '../standard/versions/every-version.ts';
import { tableOfVersion } from '../standard/versions/of-version.ts';

/** A column of a keyed row: a field, or the key of a count. */
interface RowColumn {
  readonly name: string;
  readonly type: 'VARCHAR' | 'INTEGER' | 'DOUBLE' | 'UINTEGER';
  /** The field that it holds, or whose key it is. */
  readonly field: string;
}

/** The columns that keyed rows of a version have for the fields of their table and the keys of its counts. */
export function rowColumns(table: TableName, version: SchemaVersion): RowColumn[] {
  const description = tableOfVersion(table, version);
  return [
    ...description.fields.map((field) => ({ name: field.name, type: typeOf(field), field: field.name })),
    ...countsOf(description).map(({ name }) => ({
      name: `key_${name}`,
      type: 'UINTEGER' as const,
      field: name,
    })),
  ];
}

function typeOf({ kind }: FieldDescription): RowColumn['type'] {
  if (kind === 'code') return 'VARCHAR';
  return kind === 'integer' ? 'INTEGER' : 'DOUBLE';
}

/**
 * The statement that selects keyed rows of any versions as rows of one.
 *
 * What came after a row's own version is null, as `spcd upgrade` leaves it, never zero; codes stay as they came,
 * deprecated ones too. Files are read and not written again: they keep the name that their content gave them, so
 * that nothing counts as changed.
 *
 * @param paths - Files of rows that follow this version or earlier ones.
 */
export function liftedRows(table: TableName, version: SchemaVersion, paths: readonly string[]): string {
  const rows = `SELECT * FROM read_parquet([${paths.map(quoteText).join(', ')}], union_by_name = true)`;
  const later = rowColumns(table, version).filter(({ field }) => fieldSince(table, field) !== null);
  if (later.length === 0) return rows;
  // Where none of the files has a column, its name and type come from here.
  const columns = later.map(({ name, type }) => `NULL::${type} AS ${name}`).join(', ');
  return `${rows} UNION ALL BY NAME SELECT ${columns} WHERE false`;
}
