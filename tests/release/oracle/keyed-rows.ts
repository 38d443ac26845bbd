import { createHash } from 'node:crypto';
import { rowKey } from '../../../src/disclosure/keys.ts';
import { TABLES, type TableName } from '../../../src/standard/generated/tables.ts';
import type { Return } from '../../../src/standard/generated/types.ts';
import { TEST_KEYS } from '../../support/test-keys.ts';
import { type Row, WORDS } from './table-words.ts';

/** A row of a return with the key of each of its counts. */
export interface KeyedRow {
  readonly row: Row;
  readonly index: string;
  readonly keys: Readonly<Record<string, number>>;
}

export const isOutcomeTable = (table: TableName) => table === 'outcomes' || table === 'outcome_coverage';

/** The rows of a return's table, keyed as the scheme writes it down. */
export function keyedRowsOf(table: TableName, document: Return): KeyedRow[] {
  const rows = (document.tables[table] ?? []) as unknown as readonly Row[];
  const fields = TABLES[table].fields.map((field) => field.name);
  const texts = rows.map((row) => JSON.stringify(fields.map((name) => row[name] ?? null))).sort();
  const canonical = `${JSON.stringify([document.submitter, document.period, table]).slice(0, -1)},[${texts.join(',')}]]`;
  const table_digest = createHash('sha256').update(canonical).digest('hex');
  const { selectors, persons, quarter, year, isOfThings } = WORDS[table];
  const keyed = [...selectors, 'area_code', ...persons].filter(
    (name) => !isOutcomeTable(table) || (name !== 'measure' && name !== 'value_set'),
  );
  const counts = isOfThings ? [] : [...new Set([...quarter, ...year])];
  return rows.map((row) => {
    const keys = counts.map((measure) => [
      measure,
      rowKey(TEST_KEYS.recordKey, {
        table: isOutcomeTable(table) ? 'outcomes' : table,
        measure,
        table_digest,
        fields: keyed.map((name) => String(row[name])),
        count: Number(row[measure]),
      }),
    ]);
    return { row, index: document.deprivation_index, keys: Object.fromEntries(keys) };
  });
}
