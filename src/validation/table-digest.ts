import { createHash } from 'node:crypto';
import { canonicalRowsWriter } from '../standard/canonical-rows.ts';
import { frameOfCanonicalTable } from '../standard/canonical-table.ts';
import type { PackedRows } from '../standard/pack-rows.ts';
import type { RowWriter } from '../standard/write-packed-rows.ts';

/**
 * The SHA-256, in hexadecimal, of the canonical text of some rows of a table: equal for equal rows, whatever their
 * order and whatever form they came in. It can be searched for by guessing small tables, so it never becomes public.
 *
 * Takes the rows in the order in which `sortPackedRows` gives them, some at a time.
 */
export class TableDigest {
  readonly #hash = createHash('sha256');
  readonly #write: RowWriter;
  readonly #end: string;

  constructor(submitter: string, period: string, rows: PackedRows) {
    const { start, end } = frameOfCanonicalTable(submitter, period, rows.plan.table);
    this.#hash.update(start);
    this.#write = canonicalRowsWriter(rows);
    this.#end = end;
  }

  add(places: Uint32Array): void {
    for (const piece of this.#write(places)) this.#hash.update(piece);
  }

  /** Ends the table. */
  end(): string {
    return this.#hash.update(this.#end).digest('hex');
  }
}
