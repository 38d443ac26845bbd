import { blockAt, rowAt } from './kept-rows.ts';
import type { PackedRows } from './pack-rows.ts';

/** How the values of a row are written. */
export interface RowForm {
  /** What stands before the first value, between two, and after the last. */
  readonly before: string;
  readonly between: string;
  readonly after: string;
  readonly missing: string;
  code(text: string): string;
  /** Whether missing values of fields that came after the first version are left out at the end of a row. */
  readonly isShortened: boolean;
}

/**
 * What writes the row at a place of a packed table. Codes are written once and then looked up; numbers in the
 * shortest form that reads back as itself.
 */
export function packedRowWriter({ plan, blocks }: PackedRows, form: RowForm): (place: number) => string {
  const written = plan.fields.map(({ isCode, codeTexts }) => (isCode ? codeTexts.map(form.code) : null));
  const codesInRow = plan.fields.filter(({ isCode }) => isCode).length;
  const numbersInRow = plan.fields.length - codesInRow;
  const shortest = form.isShortened ? plan.fields.length - optionalAtEnd(plan.fields) : plan.fields.length;
  return (place) => {
    const { codes, numbers } = blockAt(blocks, place);
    let code = rowAt(place) * codesInRow;
    let number = rowAt(place) * numbersInRow;
    let length = plan.fields.length;
    while (
      length > shortest &&
      Number.isNaN(numbers[number + numbersInRow - 1 - (plan.fields.length - length)])
    ) {
      length -= 1;
    }
    let row = form.before;
    for (let index = 0; index < length; index += 1) {
      if (index > 0) row += form.between;
      const texts = written[index];
      if (texts) row += texts[codes[code++] as number];
      else {
        const value = numbers[number++] as number;
        row += Number.isNaN(value) ? form.missing : value;
      }
    }
    return row + form.after;
  };
}

/** How many fields at the end a row may leave out; they are numbers. */
function optionalAtEnd(fields: PackedRows['plan']['fields']): number {
  let count = 0;
  while (fields[fields.length - 1 - count]?.isOptional === true) count += 1;
  return count;
}
