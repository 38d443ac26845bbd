import { foldText } from './fold-text.ts';
import {
  BIRTH_DATES,
  EMAIL,
  NATIONAL_INSURANCE,
  PHONE,
  POSTCODES,
  TEN_DIGITS,
} from './identifier-patterns.ts';

/** Every identifier has a digit or an at sign, which may be written outside ASCII or in brackets. */
const MAY_HOLD_ONE = /[\d@([{]|[^\p{ASCII}]/u;

/** The number of a version by itself, which may look like a short date: 3.2.50. */
const VERSION = /^v?\d{1,3}\.\d{1,3}\.\d{1,3}$/i;
const SPELLED_YEAR = /\d{4}/;

/** What is shorter holds none: `a@b.c`, `m11aa`. */
const SHORTEST = 5;
/** Long enough for every text of a return; what is longer is not scanned but refused. */
const MAXIMUM_SCANNED = 100_000;

/**
 * Whether a text holds what could identify a person: an NHS, CHI or Health and Care number by its check
 * digit, a UK postcode, an e-mail address, a telephone or National Insurance number, or a date that looks
 * like a date of birth.
 *
 * Characters that show as nothing, digits of other scripts and other marks between the groups hide none. It errs
 * towards saying yes. Names are not found: no list of names is complete. Runs in time linear in the length of the
 * text; a text of more than 100,000 characters counts as holding one.
 *
 * @source NHS Data Dictionary, "NHS number" (modulus 11); BS 7666 for postcodes; core dataset, principle 1.
 * @example
 * containsIdentifier('943 476 5919'); // true
 * containsIdentifier('Casebook 4.2'); // false
 */
export function containsIdentifier(text: string): boolean {
  if (text.length > MAXIMUM_SCANNED) return true;
  if (!MAY_HOLD_ONE.test(text)) return false;
  const plain = foldText(text);
  if (plain.length < SHORTEST) return false;
  if (VERSION.test(plain) && !SPELLED_YEAR.test(plain)) return false;
  if (EMAIL.test(plain) || POSTCODES.some((pattern) => pattern.test(plain))) return true;
  // Dates have three digits at least, all others four. An engine takes milliseconds over each pattern when it
  // first meets it, so that what most texts need not be held to waits until one does.
  const digits = plain.replace(/\D/g, '').length;
  if (digits >= 3 && BIRTH_DATES.some((pattern) => pattern.test(plain))) return true;
  if (digits < 4) return false;
  return PHONE.test(plain) || NATIONAL_INSURANCE.test(plain) || holdsNhsNumber(plain);
}

function holdsNhsNumber(plain: string): boolean {
  return TEN_DIGITS.some((pattern) =>
    [...plain.matchAll(pattern)].some(([, digits = '']) => isNhsNumber(digits.replace(/\D/g, ''))),
  );
}

/** Whether ten digits end in the check digit of an NHS number: weights 10 to 2, modulus 11. */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  let sum = 0;
  for (let index = 0; index < 9; index += 1) sum += Number(digits[index]) * (10 - index);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]);
}
