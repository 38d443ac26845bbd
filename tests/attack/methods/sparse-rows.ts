/** A matrix by its rows, each holding where its entries stand; every entry is 1 or −1. */
export interface SparseRows {
  readonly columns: number;
  /** Where each row's entries start in `entries`; one more than there are rows. */
  readonly starts: Int32Array;
  /** The columns of the entries, row after row. */
  readonly entries: Int32Array;
  /** 1 or −1 for each entry. */
  readonly signs: Int8Array;
}

/**
 * The matrix whose rows add up the given columns: which leaves each published cell is the sum of.
 *
 * @param less - For each row, the columns it takes off; none unless given.
 */
export function sparseRows(
  columns: number,
  rows: readonly (readonly number[])[],
  less: readonly (readonly number[])[] = [],
): SparseRows {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, index) => {
    starts[index + 1] = (starts[index] as number) + row.length + (less[index]?.length ?? 0);
  });
  const entries = new Int32Array(starts.at(-1) as number);
  const signs = new Int8Array(entries.length).fill(1);
  rows.forEach((row, index) => {
    const start = starts[index] as number;
    entries.set(row, start);
    entries.set(less[index] ?? [], start + row.length);
    signs.fill(-1, start + row.length, starts[index + 1]);
  });
  return { columns, starts, entries, signs };
}

/** A·x: what each row adds up to. */
export function rowSums({ starts, entries, signs }: SparseRows, values: Float64Array): Float64Array {
  const sums = new Float64Array(starts.length - 1);
  for (let row = 0; row < sums.length; row++) {
    let sum = 0;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) {
      sum += (signs[at] as number) * (values[entries[at] as number] as number);
    }
    sums[row] = sum;
  }
  return sums;
}

/** Aᵀ·y: what each column gathers from the rows it stands in. */
export function gatherRows(
  { columns, starts, entries, signs }: SparseRows,
  values: Float64Array,
): Float64Array {
  const gathered = new Float64Array(columns);
  for (let row = 0; row < starts.length - 1; row++) {
    const value = values[row] as number;
    if (value === 0) continue;
    const end = starts[row + 1] as number;
    for (let at = starts[row] as number; at < end; at++) {
      const column = entries[at] as number;
      gathered[column] = (gathered[column] as number) + (signs[at] as number) * value;
    }
  }
  return gathered;
}
