import { type Day, dayOf } from './day.ts';

/** The forms of date that a mapping may name. */
export const DATE_FORMS = [
  'YYYY-MM-DD',
  'YYYY/MM/DD',
  'YYYYMMDD',
  'DD/MM/YYYY',
  'DD-MM-YYYY',
  'DD.MM.YYYY',
  'DD/MM/YY',
  'DD MMM YYYY',
  'MM/DD/YYYY',
] as const;
export type DateForm = (typeof DATE_FORMS)[number];

/** Names of months by their first three letters without accents, English and Welsh. */
const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ['jan', 'ion'],
    ['feb', 'chw'],
    ['mar', 'maw'],
    ['apr', 'ebr'],
    ['may', 'mai'],
    ['jun', 'meh'],
    ['jul', 'gor'],
    ['aug', 'aws'],
    ['sep', 'med'],
    ['oct', 'hyd'],
    ['nov', 'tac'],
    ['dec', 'rha'],
  ].flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

type Parts = readonly [year: string, month: string, date: string];

interface Form {
  readonly pattern: RegExp;
  parts(found: RegExpExecArray): Parts;
}

const dayFirst = (found: RegExpExecArray): Parts => [found[3] ?? '', found[2] ?? '', found[1] ?? ''];
const yearFirst = (found: RegExpExecArray): Parts => [found[1] ?? '', found[2] ?? '', found[3] ?? ''];

const FORMS: Readonly<Record<DateForm, Form>> = {
  'YYYY-MM-DD': { pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, parts: yearFirst },
  'YYYY/MM/DD': { pattern: /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, parts: yearFirst },
  YYYYMMDD: { pattern: /^(\d{4})(\d{2})(\d{2})$/, parts: yearFirst },
  'DD/MM/YYYY': { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, parts: dayFirst },
  'DD-MM-YYYY': { pattern: /^(\d{1,2})-(\d{1,2})-(\d{4})$/, parts: dayFirst },
  'DD.MM.YYYY': { pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, parts: dayFirst },
  'DD/MM/YY': { pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{2})$/, parts: dayFirst },
  'DD MMM YYYY': { pattern: /^(\d{1,2})[ -](\p{L}{3,12})[ -](\d{4})$/u, parts: dayFirst },
  'MM/DD/YYYY': {
    pattern: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/,
    parts: (found) => [found[3] ?? '', found[1] ?? '', found[2] ?? ''],
  },
};

/** A time after a date: `T10:00:00Z`, ` 10:00`, ` 10:00:00.000 +01:00`, ` 10:00 AM`. */
const TIME = /[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[AaPp][Mm])?(?: ?(?:Z|[+-]\d{2}:?\d{2}))?$/;
const LONGEST = 60;

/**
 * Reads a date in one of some forms, the first that fits; a time after it is passed over.
 *
 * A year of two digits is of this century up to `latestYear`, else of the last, so that a date of birth is not in
 * the future.
 *
 * @returns Null where no form fits, or the calendar has no such day.
 * @example
 * parseDate('31/03/2026 09:30', ['DD/MM/YYYY'], 2026); // the day of 2026-03-31
 */
export function parseDate(text: string, forms: readonly DateForm[], latestYear: number): Day | null {
  if (text.length > LONGEST) return null;
  const plain = text.trim().replace(TIME, '');
  for (const form of forms) {
    const found = FORMS[form].pattern.exec(plain);
    if (!found) continue;
    const [year, month, date] = FORMS[form].parts(found);
    const day = dayOf(fullYear(year, latestYear), monthNumber(month), Number(date));
    if (day !== null) return day;
  }
  return null;
}

function fullYear(year: string, latestYear: number): number {
  if (year.length === 4) return Number(year);
  const century = Math.floor(latestYear / 100) * 100;
  const inThis = century + Number(year);
  return inThis <= latestYear ? inThis : inThis - 100;
}

function monthNumber(month: string): number {
  if (/^\d+$/.test(month)) return Number(month);
  return MONTHS.get(month.normalize('NFD').replace(/\p{M}/gu, '').slice(0, 3).toLowerCase()) ?? Number.NaN;
}
