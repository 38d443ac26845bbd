import { largeBuffer } from './large-buffer.ts';
import type { PackedBlock, PackedRows } from './pack-rows.ts';
import { countsOf } from './table-description.ts';
import { TABLES_OF_EVERY_VERSION } from './versions/every-version.ts';

/**
 * The rows of a table that are kept, each as a place: the number of its block, times 65,536, and its number there.
 * A row whose counts are all zero says what its absence says. A zero beside another count stays, and so does a count
 * that is not known. A count that came in a later version and is not given says nothing, so that the rows of a return are
 * the same in whatever version they are sent.
 *
 * @source Disclosure control of this standard, section 2.
 */
export function keptRows({ plan, blocks, length }: PackedRows): Uint32Array<ArrayBuffer> {
  const counted = new Set(countsOf(TABLES_OF_EVERY_VERSION[plan.table]).map(({ name }) => name));
  const numbers = plan.fields.filter(({ isCode }) => !isCode);
  const columns = numbers.flatMap(({ field, since }, column) =>
    counted.has(field.name) ? [{ column, isLater: since !== null }] : [],
  );
  const places = new Uint32Array(largeBuffer(length * Uint32Array.BYTES_PER_ELEMENT), 0, length);
  let kept = 0;
  for (const [number, block] of blocks.entries()) {
    for (let row = 0; row < block.rows; row += 1) {
      if (isEmpty(columns, block.numbers, row * numbers.length)) continue;
      places[kept] = placeOf(number, row);
      kept += 1;
    }
  }
  return places.subarray(0, kept);
}

interface CountColumn {
  readonly column: number;
  readonly isLater: boolean;
}

/** Whether no count of a row says anything, its numbers beginning at `start`. A loop, as it runs for every row. */
function isEmpty(columns: readonly CountColumn[], numbers: Float64Array, start: number): boolean {
  for (const { column, isLater } of columns) {
    const count = numbers[start + column] as number;
    if (count !== 0 && !(isLater && Number.isNaN(count))) return false;
  }
  return true;
}

const ROW_BITS = 16;

function placeOf(block: number, row: number): number {
  return ((block << ROW_BITS) | row) >>> 0;
}

/** The block of a place. */
export function blockAt(blocks: readonly PackedBlock[], place: number): PackedBlock {
  return blocks[place >>> ROW_BITS] as PackedBlock;
}

/** The number of a place's row in its block. */
export function rowAt(place: number): number {
  return place & ((1 << ROW_BITS) - 1);
}
