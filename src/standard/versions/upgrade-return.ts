import type { TableName } from '../generated/tables.ts';
import { TABLE_NAMES } from '../generated/tables.ts';
import { type SchemaVersion, VERSIONS } from '../generated/versions.ts';
import type { ReturnHeader, RowsByTable, RowValues, WritableReturn } from '../row.ts';
import type { FieldDescription } from '../table-description.ts';
import type { Text } from '../text.ts';
import { fieldSince, fieldsOfVersion, isLater, LISTS_OF_EVERY_VERSION } from './every-version.ts';

/** One thing that lifting a return did, or left for a person to do. */
export interface UpgradeStep {
  readonly kind: 'version-raised' | 'field-left-null' | 'code-may-be-used' | 'deprecated-code-kept';
  /** What it is about: `schema_version`, `tables/workforce/works_in_welsh`. */
  readonly at: string;
  /** The rows it concerns. */
  readonly rows: number;
  readonly message: Text;
}

export interface UpgradedReturn {
  readonly document: WritableReturn;
  readonly steps: readonly UpgradeStep[];
}

/**
 * Lifts a valid return to a later version of the same major number, and lists what that did.
 *
 * Nothing is guessed: a new figure is null (not collected), and a deprecated code stays as it is. Header fields
 * and rows keep their order; tables come in the order of the schema.
 *
 * @throws {RangeError} If the return already follows a later version.
 */
export function upgradeReturn(header: ReturnHeader, tables: RowsByTable, to: SchemaVersion): UpgradedReturn {
  const from = header.schema_version as SchemaVersion;
  if (isLater(from, to)) throw new RangeError(`A return of version ${from} cannot be lifted to ${to}`);
  const carried = TABLE_NAMES.filter((table) => tables[table] !== undefined);
  const rowsByTable = new Map(carried.map((table) => [table, [...(tables[table] ?? [])]]));
  const rows = (table: TableName) => rowsByTable.get(table) ?? [];
  return {
    document: {
      ...header,
      schema_version: to,
      tables: Object.fromEntries(carried.map((table) => [table, asObjects(table, rows(table), to)])),
    },
    steps:
      from === to
        ? []
        : [
            raised(from, to),
            ...carried.flatMap((table) => stepsOfTable(table, rows(table), VERSIONS.indexOf(from), to)),
          ],
  };
}

function asObjects(table: TableName, rows: readonly RowValues[], version: SchemaVersion): object[] {
  const names = fieldsOfVersion(table, version).map((field) => field.name);
  return rows.map((row) => Object.fromEntries(names.map((name, column) => [name, row[column] ?? null])));
}

function stepsOfTable(
  table: TableName,
  rows: readonly RowValues[],
  from: number,
  to: SchemaVersion,
): UpgradeStep[] {
  const isNew = (since: string | null | undefined) =>
    isLater(since, VERSIONS[from] as SchemaVersion) && !isLater(since, to);
  return fieldsOfVersion(table, to).flatMap((field, column): UpgradeStep[] => {
    const at = `tables/${table}/${field.name}`;
    if (isNew(fieldSince(table, field.name))) return [leftNull(at, field, rows.length, to)];
    const codes = listOf(field)?.codes ?? [];
    return [
      ...codes.filter((code) => isNew(code.since)).map(({ code }) => available(at, code, to)),
      ...codes.flatMap(({ code, deprecated_in, replaced_by }) => {
        const count = isNew(deprecated_in) ? rows.filter((row) => row[column] === code).length : 0;
        return count === 0 ? [] : [kept(at, code, replaced_by, count)];
      }),
    ];
  });
}

function listOf({ list }: FieldDescription) {
  return list === null ? null : LISTS_OF_EVERY_VERSION[list];
}

function raised(from: string, to: string): UpgradeStep {
  return {
    kind: 'version-raised',
    at: 'schema_version',
    rows: 0,
    message: {
      en: `The return follows version ${to}; it followed ${from}.`,
      cy: `Mae'r ffurflen yn dilyn fersiwn ${to}; roedd yn dilyn ${from}.`,
    },
  };
}

function leftNull(at: string, { title }: FieldDescription, rows: number, to: string): UpgradeStep {
  return {
    kind: 'field-left-null',
    at,
    rows,
    message: {
      en: `"${title.en}" is new in ${to}: it is null (not collected) in ${rows} rows.`,
      cy: `Mae "${title.cy}" yn newydd yn ${to}: null (heb ei gasglu) ydyw mewn ${rows} rhes.`,
    },
  };
}

function available(at: string, code: string, to: string): UpgradeStep {
  return {
    kind: 'code-may-be-used',
    at,
    rows: 0,
    message: {
      en: `The code ${code} is new in ${to}: it may be used, and no row was changed.`,
      cy: `Mae'r cod ${code} yn newydd yn ${to}: gellir ei ddefnyddio, ac ni newidiwyd unrhyw res.`,
    },
  };
}

function kept(at: string, code: string, successors: readonly string[], rows: number): UpgradeStep {
  const instead = successors.join(', ') || '—';
  return {
    kind: 'deprecated-code-kept',
    at,
    rows,
    message: {
      en: `The code ${code} is deprecated and was kept in ${rows} rows; ${instead} takes over from it.`,
      cy: `Anghymeradwyir y cod ${code}, a chadwyd ef mewn ${rows} rhes; mae ${instead} yn cymryd drosodd oddi wrtho.`,
    },
  };
}
