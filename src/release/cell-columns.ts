import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, USMALLINT } from '@duckdb/node-api';
import { AREA } from '../disclosure/lattice.ts';
import type { ProtectedCell } from './protect-cells.ts';

const FIRST_CELLS = 1024;
/** Rows of a block that the engine takes at once. */
const CHUNK_ROWS = 2048;
/** Stands for no text: no text has this number, and it comes after all that have one. */
const NO_TEXT = 2 ** 16 - 1;

/**
 * Published cells of one file in columns: for each text its number, two bytes, and eight for the value. The engine sorts
 * and joins numbers many times faster than it takes texts one by one.
 */
export class CellColumns {
  readonly #names: readonly string[];
  readonly #numbers = new Map<string, number>();
  #count = 0;
  #texts: Uint16Array;
  #values = new Float64Array(FIRST_CELLS);

  /** @param names - Of the columns of texts, in order. */
  constructor(names: readonly string[]) {
    this.#names = names;
    this.#texts = new Uint16Array(FIRST_CELLS * names.length);
  }

  add({ place, figure, value }: ProtectedCell): void {
    if (this.#count === this.#values.length) this.#grow();
    let at = this.#count * this.#names.length;
    for (const name of this.#names) {
      this.#texts[at] = this.#numberOf(textOf(name, place, figure));
      at += 1;
    }
    this.#values[this.#count] = value ?? Number.NaN;
    this.#count += 1;
  }

  /**
   * Fills two temporary tables: `cells`, of numbers that sort as the texts they stand for, and `cell_texts`, of those
   * texts. A number that stands for none is not in the second.
   */
  async fill(connection: DuckDBConnection): Promise<void> {
    const sorted = [...this.#numbers.keys()].sort();
    const ranks = new Uint16Array(NO_TEXT + 1).fill(NO_TEXT);
    await connection.run('CREATE OR REPLACE TEMP TABLE cell_texts (number USMALLINT, text VARCHAR)');
    const texts = await connection.createAppender('cell_texts');
    for (const [rank, text] of sorted.entries()) {
      ranks[this.#numbers.get(text) as number] = rank;
      texts.appendUSmallInt(rank);
      texts.appendVarchar(text);
      texts.endRow();
    }
    texts.closeSync();
    const columns = this.#names.map((name) => `${name} USMALLINT`);
    await connection.run(`CREATE OR REPLACE TEMP TABLE cells (${columns.join(', ')}, value DOUBLE)`);
    const cells = await connection.createAppender('cells');
    for (let from = 0; from < this.#count; from += CHUNK_ROWS)
      cells.appendDataChunk(this.#chunk(from, ranks));
    cells.closeSync();
  }

  #chunk(from: number, ranks: Uint16Array): DuckDBDataChunk {
    const rows = Math.min(CHUNK_ROWS, this.#count - from);
    const width = this.#names.length;
    const chunk = DuckDBDataChunk.create([...this.#names.map(() => USMALLINT), DOUBLE], rows);
    for (let column = 0; column < width; column += 1) {
      const vector = chunk.getColumnVector(column);
      for (let row = 0; row < rows; row += 1) {
        const number = this.#texts[(from + row) * width + column] as number;
        vector.setItem(row, ranks[number] as number);
      }
      vector.flush();
    }
    const values = chunk.getColumnVector(width);
    for (let row = 0; row < rows; row += 1) {
      const value = this.#values[from + row] as number;
      values.setItem(row, Number.isNaN(value) ? null : value);
    }
    values.flush();
    return chunk;
  }

  #numberOf(text: string | undefined): number {
    if (text === undefined) return NO_TEXT;
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      if (number === NO_TEXT) throw new Error(`A file of cells has more than ${NO_TEXT} texts`);
      this.#numbers.set(text, number);
    }
    return number;
  }

  #grow(): void {
    const texts = new Uint16Array(2 * this.#texts.length);
    texts.set(this.#texts);
    this.#texts = texts;
    const values = new Float64Array(2 * this.#values.length);
    values.set(this.#values);
    this.#values = values;
  }
}

function textOf(name: string, place: ProtectedCell['place'], figure: string): string | undefined {
  if (name === 'figure') return figure;
  if (name === 'period') return place.period;
  if (name === AREA) return place.area;
  return place.dimensions[name] ?? place.selectors[name];
}
