import type { TableName } from '../standard/generated/tables.ts';
import { PackedRows } from '../standard/pack-rows.ts';
import { TABLE_PLANS } from '../standard/plan-rows.ts';
import type { RowValues } from '../standard/row.ts';
import type { FieldDescription } from '../standard/table-description.ts';
import { rowOf } from '../store/copy-text.ts';

/** Reads the rows of a stored table from COPY text as it comes, and keeps them packed. */
export class StandingRows {
  readonly rows: PackedRows;
  readonly #table: TableName;
  readonly #fields: readonly FieldDescription[];
  // A byte order mark is a character like any other here.
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #rest = '';

  constructor(table: TableName) {
    this.#table = table;
    this.#fields = TABLE_PLANS[table].fields.map(({ field }) => field);
    this.rows = new PackedRows(TABLE_PLANS[table]);
  }

  /**
   * Takes the next piece, which may end anywhere, also within a character.
   *
   * @throws {Error} If it is not a row of this table with codes that some version of the standard has.
   */
  take(piece: Uint8Array): void {
    const lines = (this.#rest + this.#decoder.decode(piece, { stream: true })).split('\n');
    this.#rest = lines.pop() as string;
    for (const line of lines) this.rows.add(this.#numbersOf(rowOf(line, this.#fields)));
  }

  #numbersOf(row: RowValues): number[] {
    return TABLE_PLANS[this.#table].fields.map(({ isCode, dictionary, field }, index) => {
      const value = row[index] ?? null;
      if (!isCode) return value === null ? Number.NaN : Number(value);
      const digit = dictionary?.codes.get(value)?.digit;
      if (digit === undefined)
        throw new Error(`${field.name} of ${this.#table} holds a code that no version has`);
      return digit;
    });
  }
}
