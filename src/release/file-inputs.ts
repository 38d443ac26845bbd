import { createHmac } from 'node:crypto';
import { BULK_FORMATS, bulkPath } from '../archive/bulk-path.ts';
import { cellsPath } from '../archive/cells-path.ts';
import { TABLE_NAMES, TABLES, type TableName } from '../standard/generated/tables.ts';
import { isQuarter, quarterAfter } from '../standard/period.ts';
import { tablesAsked } from './asked-tables.ts';
import { type DrawnPeriod, drawnPeriods } from './drawn-periods.ts';
import { contentKey } from './revision-contents.ts';
import type { ReleaseContent } from './write-release-cells.ts';

/** For each file of a release, by its path, a name that stands for all that it is made of. */
export type FileInputs = ReadonlyMap<string, string>;

/**
 * Names what each published file of a release is made of. Two files of one name are the same bytes.
 *
 * The cells of a table and period are made of its keyed rows, of those of the tables that it asks (`tablesAsked`), of
 * the cell key, of the areas that the release speaks of, of its version and of the code; those that a quarter reads from
 * the one before (`carryOver`) of what the table is made of there. A file of all periods is made of those of each.
 *
 * Private: the names are keyed, as a plain digest of a small table could be guessed, but tell which tables are alike.
 */
export function inputsOfFiles(
  { rows, drawn, nations, version }: ReleaseContent,
  { cellKey, code }: { readonly cellKey: Uint8Array; readonly code: string },
): FileInputs {
  const nameOf = (parts: readonly string[]) => {
    const text = JSON.stringify(['spcd-built-v1', code, version, [...nations].sort(), ...parts]);
    return createHmac('sha256', cellKey).update(text).digest('hex').slice(0, 32);
  };
  const inputs = new Map<string, string>();
  const ofTable = new Map<TableName, string[]>();
  let before: DrawnPeriod | undefined;
  for (const at of drawnPeriods(rows, drawn)) {
    for (const table of at.tables) {
      const asked = [...tablesAsked(table)].map(
        (each) => `${each} ${drawn[contentKey(each, at.period)] ?? 'is not drawn'}`,
      );
      const source = isReadFrom(before, at, table) ? inputs.get(cellsPath(table, before.period)) : undefined;
      const name = nameOf([table, at.period, ...asked, `carried ${source ?? 'from nothing'}`]);
      inputs.set(cellsPath(table, at.period), name);
      ofTable.set(table, [...(ofTable.get(table) ?? []), name]);
    }
    before = at;
  }
  for (const table of TABLE_NAMES.filter((each) => ofTable.has(each))) {
    for (const format of BULK_FORMATS) {
      inputs.set(bulkPath(table, format), nameOf([table, format, ...(ofTable.get(table) ?? [])]));
    }
  }
  return inputs;
}

/** Whether a period of a table may read cells from the period before it. */
export function isReadFrom(
  before: DrawnPeriod | undefined,
  { period }: DrawnPeriod,
  table: TableName,
): before is DrawnPeriod {
  return (
    before !== undefined &&
    TABLES[table].carried_over.length > 0 &&
    before.tables.includes(table) &&
    isQuarter(before.period) &&
    quarterAfter(before.period) === period
  );
}
