import type { Text } from './text.ts';

const QUARTER = /^(\d{4})-Q([1-4])$/;
const FINANCIAL_YEAR = /^(\d{4})-(\d{2})$/;

/** First and last day of a period, ISO dates, both inclusive. */
export interface Dates {
  readonly start: string;
  readonly end: string;
}

export function isQuarter(period: string): boolean {
  return QUARTER.test(period);
}

/** Whether a text names a financial year such as `2025-26`: the second part must follow the first. */
export function isFinancialYear(period: string): boolean {
  const match = FINANCIAL_YEAR.exec(period);
  return match !== null && (Number(match[1]) + 1) % 100 === Number(match[2]);
}

/** Whether a text is a day that there is, as `2026-02-28`; 30 February is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/**
 * The days of a calendar quarter or of a financial year (April to March).
 *
 * @throws {RangeError} If the text names neither.
 * @example
 * datesOf('2026-Q2'); // { start: '2026-04-01', end: '2026-06-30' }
 */
export function datesOf(period: string): Dates {
  const quarter = QUARTER.exec(period);
  if (quarter) {
    const last = ['03-31', '06-30', '09-30', '12-31'][Number(quarter[2]) - 1];
    const first = String(Number(quarter[2]) * 3 - 2).padStart(2, '0');
    return { start: `${quarter[1]}-${first}-01`, end: `${quarter[1]}-${last}` };
  }
  if (!isFinancialYear(period)) throw new RangeError(`${period} is neither a quarter nor a financial year`);
  const year = Number(period.slice(0, 4));
  return { start: `${year}-04-01`, end: `${year + 1}-03-31` };
}

/**
 * The financial year that a calendar quarter belongs to.
 *
 * @throws {RangeError} If the text is not a quarter.
 * @example
 * financialYearOf('2026-Q1'); // '2025-26'
 */
export function financialYearOf(quarter: string): string {
  const match = QUARTER.exec(quarter);
  if (!match) throw new RangeError(`${quarter} is not a quarter`);
  const start = Number(match[1]) - (match[2] === '1' ? 1 : 0);
  return `${start}-${String((start + 1) % 100).padStart(2, '0')}`;
}

/** The four quarters of a financial year, April to June first. */
export function quartersOf(financialYear: string): readonly string[] {
  const { start } = datesOf(financialYear);
  const year = Number(start.slice(0, 4));
  return [`${year}-Q2`, `${year}-Q3`, `${year}-Q4`, `${year + 1}-Q1`];
}

/**
 * The calendar quarter that follows another.
 *
 * @throws {RangeError} If the text is not a quarter.
 * @example
 * quarterAfter('2025-Q4'); // '2026-Q1'
 */
export function quarterAfter(quarter: string): string {
  const match = QUARTER.exec(quarter);
  if (!match) throw new RangeError(`${quarter} is not a quarter`);
  return match[2] === '4' ? `${Number(match[1]) + 1}-Q1` : `${match[1]}-Q${Number(match[2]) + 1}`;
}

/**
 * The calendar quarter before another.
 *
 * @throws {RangeError} If the text is not a quarter.
 * @example
 * quarterBefore('2026-Q1'); // '2025-Q4'
 */
export function quarterBefore(quarter: string): string {
  const match = QUARTER.exec(quarter);
  if (!match) throw new RangeError(`${quarter} is not a quarter`);
  return match[2] === '1' ? `${Number(match[1]) - 1}-Q4` : `${match[1]}-Q${Number(match[2]) - 1}`;
}

const MONTHS: Record<string, Text> = {
  '1': { en: 'January to March', cy: 'Ionawr i Fawrth' },
  '2': { en: 'April to June', cy: 'Ebrill i Fehefin' },
  '3': { en: 'July to September', cy: 'Gorffennaf i Fedi' },
  '4': { en: 'October to December', cy: 'Hydref i Ragfyr' },
};

/**
 * A period in words. A quarter's label always says its months, because health bodies number quarters from April.
 *
 * @throws {RangeError} If the text is neither a quarter nor a financial year.
 */
export function labelOf(period: string): Text {
  const quarter = QUARTER.exec(period);
  if (quarter) {
    const months = MONTHS[quarter[2] as string] as Text;
    return { en: `${months.en} ${quarter[1]}`, cy: `${months.cy} ${quarter[1]}` };
  }
  const year = Number(datesOf(period).start.slice(0, 4));
  return { en: `April ${year} to March ${year + 1}`, cy: `Ebrill ${year} i Fawrth ${year + 1}` };
}
