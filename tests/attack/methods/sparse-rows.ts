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
export function rowSums(rows: SparseRows, values: Float64Array): Float64Array {
  const sums = new Float64Array(rows.starts.length - 1);
  for (let row = 0; row < sums.length; row++) sums[row] = sumOfRow(rows, row, values);
  return sums;
}

/** What one row adds up to. */
export function sumOfRow({ starts, entries, signs }: SparseRows, row: number, values: Float64Array): number {
  const end = starts[row + 1] as number;
  let sum = 0;
  for (let at = starts[row] as number; at < end; at++) {
    sum += (signs[at] as number) * (values[entries[at] as number] as number);
  }
  return sum;
}

/** Adds an amount to every column that a row adds up, and takes it from those that it takes off. */
export function addToRow(
  { starts, entries, signs }: SparseRows,
  row: number,
  amount: number,
  columns: Float64Array,
): void {
  const end = starts[row + 1] as number;
  for (let at = starts[row] as number; at < end; at++) {
    const column = entries[at] as number;
    columns[column] = (columns[column] as number) + (signs[at] as number) * amount;
  }
}
