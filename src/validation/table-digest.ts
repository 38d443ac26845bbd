import { createHash } from 'node:crypto';
import { canonicalTable } from '../standard/canonical-table.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { Rows } from '../standard/row.ts';

/**
 * The SHA-256, in hexadecimal, of a table's canonical text: equal for equal rows, whatever their order and
 * whatever form they came in. It can be searched for by guessing small tables, so it never becomes public.
 */
export function tableDigest(submitter: string, period: string, table: TableName, rows: Rows): string {
  const hash = createHash('sha256');
  for (const piece of canonicalTable(submitter, period, table, rows)) hash.update(piece);
  return hash.digest('hex');
}
