/** What a comma and a point mean in the numbers of a system; where it is not said, either may part the decimals. */
export interface NumberForm {
  /** What parts the whole number from its decimals. */
  readonly decimal?: '.' | ',' | undefined;
  /** What parts the thousands. */
  readonly thousands?: ',' | '.' | ' ' | "'" | undefined;
}

const PLAIN = /^-?\d{1,15}(?:\.\d{1,15})?$/;
/** One comma or point before exactly three digits: thousands or decimals. A leading zero leaves only decimals. */
const AMBIGUOUS = /^-?[1-9]\d{0,2}[.,]\d{3}$/;
const SPACES = /[\u00a0\u2009\u202f]/g;

/**
 * Reads a number as a system writes it. Nothing is guessed: what could be two numbers is none, unless the form says
 * what its comma or point means.
 *
 * @returns Null where the text is no number, or could be two.
 * @example
 * parseNumber('12,5', {}); // 12.5
 * parseNumber('1,386', {}); // null: 1386 or 1.386
 * parseNumber('1,386', { thousands: ',' }); // 1386
 */
export function parseNumber(text: string, { decimal, thousands }: NumberForm): number | null {
  const cell = text.trim();
  if (decimal === undefined && thousands === undefined) {
    return AMBIGUOUS.test(cell) ? null : plainNumber(cell.includes('.') ? cell : cell.replace(',', '.'));
  }
  const point = decimal ?? (thousands === '.' ? ',' : '.');
  const [whole = '', ...decimals] = cell.replace(SPACES, ' ').split(point);
  if (decimals.length > 1 || (decimals[0] !== undefined && !/^\d+$/.test(decimals[0]))) return null;
  const grouped = thousands !== undefined && whole.includes(thousands);
  if (grouped && !isGrouped(whole.replace(/^-/, ''), thousands)) return null;
  const digits = grouped ? whole.replaceAll(thousands, '') : whole;
  return plainNumber([digits, ...decimals].join('.'));
}

/** Whether every part after the first has three digits. */
function isGrouped(whole: string, thousands: string): boolean {
  const [first = '', ...others] = whole.split(thousands);
  return /^[1-9]\d{0,2}$/.test(first) && others.every((part) => /^\d{3}$/.test(part));
}

/** Whether a cell could be two numbers, with nothing said of commas and points. */
export function isAmbiguousNumber(cell: string): boolean {
  return AMBIGUOUS.test(cell.trim());
}

function plainNumber(text: string): number | null {
  return PLAIN.test(text) ? Number(text) : null;
}
