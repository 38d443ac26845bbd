/**
 * Decimals of a number as it is written shortest. Zeros at the end are lost in JSON, so this is at most what the
 * sender rounded to, and anything allowed because of it is allowed generously.
 *
 * @example
 * decimalsOf(19.45); // 2
 * decimalsOf(1.5e-7); // 8
 */
export function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const written = mantissa.split('.')[1]?.length ?? 0;
  return Math.max(0, written - Number(exponent));
}

/** How far rounding may have moved a number: half of its last decimal place. */
export function roundingOf(value: number): number {
  return 0.5 * 10 ** -decimalsOf(value);
}

/** Room for the inexactness of binary fractions, for numbers about this large. */
export function arithmeticSlack(size: number): number {
  return 1e-9 + Math.abs(size) * 1e-12;
}
