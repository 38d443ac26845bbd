/** A number that a JavaScript number cannot hold exactly. */
export const INEXACT_NUMBER: unique symbol = Symbol('a number that cannot be kept exactly');

/** A list or an object where one value belongs. */
export const NESTED_VALUE: unique symbol = Symbol('a list or an object');

/** A formula of a spreadsheet, whatever it last gave. */
export const FORMULA_CELL: unique symbol = Symbol('a formula');

/** What a spreadsheet shows where it could not work something out. */
export const ERROR_CELL: unique symbol = Symbol('an error of a spreadsheet');

/** A number of a spreadsheet that shows as a day, a time or a percentage. */
export const FORMATTED_CELL: unique symbol = Symbol('a number shown as something else');

/** A label that several codes share, where labels are read as codes. */
export const AMBIGUOUS_LABEL: unique symbol = Symbol('a label of several codes');

/** One value of a row as it was read, before anything is known of its field; undefined when it is missing. */
export type Cell =
  | string
  | number
  | boolean
  | null
  | undefined
  | typeof INEXACT_NUMBER
  | typeof NESTED_VALUE
  | typeof FORMULA_CELL
  | typeof ERROR_CELL
  | typeof FORMATTED_CELL
  | typeof AMBIGUOUS_LABEL;

/**
 * The value of a JSON number, or `INEXACT_NUMBER` where reading it would change it: beyond the double range,
 * a whole number beyond 2^53 − 1, or so near zero that it would become zero.
 *
 * Decimals are read as the nearest double, as everywhere else.
 *
 * @param text - A number by the grammar of RFC 8259.
 */
export function exactNumber(text: string): number | typeof INEXACT_NUMBER {
  const value = Number(text);
  if (!Number.isFinite(value)) return INEXACT_NUMBER;
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return INEXACT_NUMBER;
  if (value === 0) return /^[^eE]*[1-9]/.test(text) ? INEXACT_NUMBER : 0;
  return value;
}
