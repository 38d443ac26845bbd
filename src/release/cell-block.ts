import type { Place } from '../disclosure/addresses.ts';
import type { Selectors } from '../disclosure/lattice.ts';
import type { TableName } from '../standard/generated/tables.ts';

/** What all cells of a block have in common. */
export interface BlockHeader {
  readonly table: TableName;
  readonly period: string;
  readonly selectors: Selectors;
  /** The dimensions that its cells fix, in schema order. */
  readonly dimensions: readonly string[];
  /** The figures that its cells may have. */
  readonly figures: readonly string[];
  /** The texts that the numbers of tokens stand for. */
  readonly texts: readonly string[];
}

/** The place that tokens are of, in words. */
export function placeOf(
  { table, selectors, period, dimensions, texts }: Omit<BlockHeader, 'figures'>,
  tokens: ArrayLike<number>,
): Place {
  const fixed: Record<string, string> = {};
  for (let index = 0; index < dimensions.length; index += 1) {
    fixed[dimensions[index] as string] = texts[tokens[index + 1] as number] as string;
  }
  return { table, selectors, period, area: texts[tokens[0] as number] as string, dimensions: fixed };
}

/** Where a block holds no such cell. */
export const NOT_HELD = -1;

const FIRST_ROWS = 16;
const LARGEST_TOKEN = 2 ** 16 - 1;

/**
 * Cells of one table and period that have the same selectors and fix the same dimensions, kept in columns: a cell
 * takes two bytes for its area and for each dimension, eight for each figure, and eight to be found again.
 *
 * Tokens are numbers of the table's token texts; the area comes first, then the dimensions. A place that comes from
 * two levels, such as a board of one authority, is one cell.
 */
export class CellBlock {
  readonly header: BlockHeader;
  /** How many tokens a cell has. */
  readonly width: number;
  #count = 0;
  #tokens: Uint16Array;
  /** Rows by the hash of their tokens, at most half full. */
  #slots = new Int32Array(2 * FIRST_ROWS).fill(NOT_HELD);
  readonly #values: (Float64Array | undefined)[];

  constructor(header: BlockHeader) {
    this.header = header;
    this.width = 1 + header.dimensions.length;
    this.#tokens = new Uint16Array(FIRST_ROWS * this.width);
    this.#values = header.figures.map(() => undefined);
  }

  get count(): number {
    return this.#count;
  }

  tokensOf(row: number): ArrayLike<number> {
    return this.#tokens.subarray(row * this.width, (row + 1) * this.width);
  }

  /** What may be shown of a figure as far as it alone is concerned; NaN where nothing. */
  valueAt(row: number, figure: number): number {
    return this.#values[figure]?.[row] ?? Number.NaN;
  }

  /** The row of the cell with these tokens; `NOT_HELD` where there is none. */
  rowOf(tokens: ArrayLike<number>): number {
    return this.#slots[this.#slotOf(tokens)] as number;
  }

  /** Keeps a value of a figure for the cell with these tokens. */
  set(tokens: ArrayLike<number>, figure: number, value: number): void {
    let row = this.rowOf(tokens);
    if (row === NOT_HELD) {
      if (this.#count === this.#capacity) this.#grow();
      const slot = this.#slotOf(tokens);
      row = this.#append(tokens);
      this.#slots[slot] = row;
    }
    let values = this.#values[figure];
    if (values === undefined) {
      values = new Float64Array(this.#capacity).fill(Number.NaN);
      this.#values[figure] = values;
    }
    values[row] = value;
  }

  get #capacity(): number {
    return this.#slots.length / 2;
  }

  #append(tokens: ArrayLike<number>): number {
    const row = this.#count;
    for (let position = 0; position < this.width; position += 1) {
      const token = tokens[position] as number;
      if (token > LARGEST_TOKEN)
        throw new Error(`${this.header.table} has more than ${LARGEST_TOKEN} tokens`);
      this.#tokens[row * this.width + position] = token;
    }
    this.#count += 1;
    return row;
  }

  /** The slot that holds these tokens, or the free one in which they would stand. */
  #slotOf(tokens: ArrayLike<number>): number {
    const { width } = this;
    const last = this.#slots.length - 1;
    let hash = 0;
    for (let position = 0; position < width; position += 1) {
      hash = Math.imul(hash ^ (tokens[position] as number), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const row = this.#slots[slot] as number;
      if (row === NOT_HELD || this.#hasTokens(row, tokens)) return slot;
    }
  }

  #hasTokens(row: number, tokens: ArrayLike<number>): boolean {
    const { width } = this;
    for (let position = 0; position < width; position += 1) {
      if (this.#tokens[row * width + position] !== tokens[position]) return false;
    }
    return true;
  }

  #grow(): void {
    const before = this.#capacity;
    this.#slots = new Int32Array(4 * before).fill(NOT_HELD);
    const tokens = new Uint16Array(this.#capacity * this.width);
    tokens.set(this.#tokens);
    this.#tokens = tokens;
    for (const [figure, values] of this.#values.entries()) {
      if (values === undefined) continue;
      const larger = new Float64Array(this.#capacity).fill(Number.NaN, before);
      larger.set(values);
      this.#values[figure] = larger;
    }
    for (let row = 0; row < this.#count; row += 1) {
      const own = tokens.subarray(row * this.width, (row + 1) * this.width);
      this.#slots[this.#slotOf(own)] = row;
    }
  }
}
