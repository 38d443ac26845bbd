import { isQuarter } from '../period.ts';

/**
 * Calendar quarters as consecutive whole numbers, so that they can be counted back and forth.
 *
 * @throws {RangeError} If the text is not a quarter such as `2026-Q3`.
 */
export function quarterNumber(quarter: string): number {
  if (!isQuarter(quarter)) throw new RangeError(`${quarter} is not a quarter such as 2026-Q3`);
  return Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1;
}

export function quarterOf(number: number): string {
  return `${Math.floor(number / 4)}-Q${(number % 4) + 1}`;
}

/** The April to June quarter that opens the financial year of a quarter. */
export function firstOfFinancialYear(number: number): number {
  return number - ((number + 3) % 4);
}

/** Whether a quarter is January to March, the last of its financial year. */
export function endsFinancialYear(number: number): boolean {
  return number % 4 === 0;
}
