import type { PackedRows } from './pack-rows.ts';

/** A count added over the rows that share some codes. */
export interface PackedSum {
  readonly codes: readonly string[];
  /** Index of the first row that has them. */
  readonly row: number;
  count: number;
}

/**
 * Adds up a count of packed rows, for each combination of codes that they have in the fields given, in the order in
 * which they first come. A count that is not known adds nothing.
 *
 * @param by - Fields of codes, by name.
 * @param count - The field that is added up.
 */
export function sumPackedRows(rows: PackedRows, by: readonly string[], count: string): PackedSum[] {
  const codeFields = rows.plan.fields.filter(({ isCode }) => isCode);
  const numberFields = rows.plan.fields.filter(({ isCode }) => !isCode);
  const chosen = by.map((name) => {
    const column = codeFields.findIndex(({ field }) => field.name === name);
    return { column, texts: codeFields[column]?.codeTexts ?? [] };
  });
  const number = numberFields.findIndex(({ field }) => field.name === count);
  const codesAt = (codes: Uint16Array, start: number) =>
    chosen.map(({ column, texts }) => texts[codes[start + column] as number] as string);
  const sums = new Map<number, PackedSum>();
  let before = 0;
  for (const { codes, numbers, rows: length } of rows.blocks) {
    for (let row = 0; row < length; row += 1) {
      const start = row * codeFields.length;
      let key = 0;
      for (const { column, texts } of chosen) key = key * texts.length + (codes[start + column] as number);
      let sum = sums.get(key);
      if (sum === undefined) {
        sum = { codes: codesAt(codes, start), row: before + row, count: 0 };
        sums.set(key, sum);
      }
      const value = numbers[row * numberFields.length + number] as number;
      if (!Number.isNaN(value)) sum.count += value;
    }
    before += length;
  }
  return [...sums.values()];
}
