import { BufferSlabs } from './large-buffer.ts';
import type { TablePlan } from './plan-rows.ts';
import type { Rows, RowValues } from './row.ts';
import { shortenRow } from './versions/every-version.ts';

const FIRST_BLOCK = 64;
const LARGEST_BLOCK = 65_536;

/** Rows of one table as numbers, row after row: for a code its number in the field's dictionary. */
export interface PackedBlock {
  readonly codes: Uint16Array<ArrayBuffer>;
  /** NaN where a statistic is missing: no figure of a return can be that. */
  readonly numbers: Float64Array<ArrayBuffer>;
  rows: number;
}

/**
 * Keeps the well-formed rows of one table in two bytes for each code and eight for each number, a sixth of what
 * they would take as arrays, and gives them back as rows.
 */
export class PackedRows implements Rows {
  /** How the rows were checked, which also says what their numbers mean. */
  readonly plan: TablePlan;
  /** For each field the texts of its codes, or null for a number. */
  readonly #texts: readonly (readonly string[] | null)[];
  readonly #codesInRow: number;
  readonly #numbersInRow: number;
  readonly #blocks: PackedBlock[];
  readonly #slabs = new BufferSlabs();
  #length: number;

  /** @param blocks - What `blocks` gave of rows of the same table. */
  constructor(plan: TablePlan, blocks: readonly PackedBlock[] = []) {
    this.plan = plan;
    this.#texts = plan.fields.map((field) => (field.isCode ? field.codeTexts : null));
    this.#codesInRow = plan.fields.filter((field) => field.isCode).length;
    this.#numbersInRow = plan.fields.length - this.#codesInRow;
    this.#blocks = [...blocks];
    this.#length = blocks.reduce((total, { rows }) => total + rows, 0);
  }

  get length(): number {
    return this.#length;
  }

  /** All there is to know of the rows, in buffers that can be handed to another thread. */
  get blocks(): readonly PackedBlock[] {
    return this.#blocks;
  }

  /** Adds one row: for each field the number of its code, its figure, or NaN where that is missing. */
  add(values: ArrayLike<number>): void {
    const texts = this.#texts;
    const block = this.#blockWithRoom();
    const { codes, numbers, rows } = block;
    let code = rows * this.#codesInRow;
    let number = rows * this.#numbersInRow;
    for (let index = 0; index < texts.length; index += 1) {
      const value = values[index] as number;
      if (texts[index] === null) numbers[number++] = value;
      else codes[code++] = value;
    }
    block.rows += 1;
    this.#length += 1;
  }

  *[Symbol.iterator](): Generator<RowValues> {
    const readers = this.#blocks.map((block) => ({ rows: block.rows, read: this.#readerOf(block) }));
    for (const { rows, read } of readers) for (let row = 0; row < rows; row += 1) yield read();
  }

  /** Gives the rows in turn, sooner than the iterator does. */
  forEach(visit: (values: RowValues, index: number) => void): void {
    let index = 0;
    for (const block of this.#blocks) {
      const read = this.#readerOf(block);
      for (let row = 0; row < block.rows; row += 1) {
        visit(read(), index);
        index += 1;
      }
    }
  }

  /** Reads the rows of a block, one with each call. */
  #readerOf({ codes, numbers }: PackedBlock): () => RowValues {
    const fields = this.#texts;
    const { table } = this.plan;
    const hasLater = this.plan.later.length > 0;
    let code = 0;
    let number = 0;
    return () => {
      const values = new Array<string | number | null>(fields.length);
      for (let index = 0; index < fields.length; index += 1) {
        const texts = fields[index] as readonly string[] | null;
        values[index] =
          texts === null ? figureOf(numbers[number++] as number) : (texts[codes[code++] as number] as string);
      }
      // A row ends with its last value, so that one of an earlier version is the same row in a later one.
      return hasLater ? shortenRow(table, values) : values;
    };
  }

  #blockWithRoom(): PackedBlock {
    const last = this.#blocks.at(-1);
    const room = last === undefined ? 0 : last.codes.length / this.#codesInRow;
    if (last !== undefined && last.rows < room) return last;
    const rows = Math.min(Math.max(FIRST_BLOCK, room * 2), LARGEST_BLOCK);
    const ofCodes = this.#slabs.take(rows * this.#codesInRow * Uint16Array.BYTES_PER_ELEMENT);
    const ofNumbers = this.#slabs.take(rows * this.#numbersInRow * Float64Array.BYTES_PER_ELEMENT);
    const block: PackedBlock = {
      codes: new Uint16Array(ofCodes.buffer, ofCodes.start, rows * this.#codesInRow),
      numbers: new Float64Array(ofNumbers.buffer, ofNumbers.start, rows * this.#numbersInRow),
      rows: 0,
    };
    this.#blocks.push(block);
    return block;
  }
}

function figureOf(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
