/**
 * Each pattern is bounded at every repetition, so that a scan takes time in the length of the text however
 * the text is made.
 */
const TEN_DIGITS = /(?<!\d)\d{3}[ .-]?\d{3}[ .-]?\d{4}(?!\d)/g;
const FOUR_DIGITS = /\d(?:\D*\d){3}/;
const POSTCODE = /(?<![a-z0-9])[a-z]{1,2}\d[a-z\d]? {0,2}\d[a-z]{2}(?![a-z0-9])/i;
const EMAIL = /[^\s@]@[^\s@]{1,255}\.[^\s@.]/;
const PHONE = /(?<!\d)(?:\+44|0044|0)(?:[ ().-]{0,3}\d){9,10}(?!\d)/;
const NATIONAL_INSURANCE = /(?<![a-z0-9])[a-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[a-d](?![a-z0-9])/i;

/** A day of a year up to 2020 is taken for a date of birth: the periods of the standard come later. */
const BIRTH_YEAR = '(?:19\\d\\d|20[01]\\d|2020)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const MONTH_NAME =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ion|chwef|mawrth|ebr|mai|meh|gorff|awst|medi|hyd|tach|rhag)[a-z]{0,7}';
const BIRTH_DATES = [
  new RegExp(`(?<!\\d)${DAY}[/. -]${MONTH}[/. -]${BIRTH_YEAR}(?!\\d)`),
  new RegExp(`(?<!\\d)${BIRTH_YEAR}[/. -]${MONTH}[/. -]${DAY}(?!\\d)`),
  new RegExp(`(?<!\\d)${BIRTH_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)`),
  new RegExp(`(?<!\\d)${DAY}(?:st|nd|rd|th)? ?${MONTH_NAME},? ?${BIRTH_YEAR}(?!\\d)`, 'i'),
  new RegExp(`(?<![a-z])${MONTH_NAME} ${DAY}(?:st|nd|rd|th)?,? ?${BIRTH_YEAR}(?!\\d)`, 'i'),
  // With a year of two digits, which no date of this standard has.
  new RegExp(`(?<!\\d)${DAY}/${MONTH}/\\d{2}(?!\\d)`),
];

/** Every identifier has a digit or an at sign, which may be written outside ASCII. */
const MAY_HOLD_ONE = /[\d@]|[^\p{ASCII}]/u;

/** Long enough for every text of a return; what is longer is not scanned but refused. */
const MAXIMUM_SCANNED = 100_000;

/**
 * Whether a text holds what could identify a person: an NHS, CHI or Health and Care number by its check
 * digit, a UK postcode, an e-mail address, a telephone or National Insurance number, or a date that looks
 * like a date of birth.
 *
 * It errs towards saying yes. Names are not found: no list of names is complete. Runs in time linear in the
 * length of the text; a text of more than 100,000 characters counts as holding one.
 *
 * @source NHS Data Dictionary, "NHS number" (modulus 11); BS 7666 for postcodes; core dataset, principle 1.
 * @example
 * containsIdentifier('943 476 5919'); // true
 * containsIdentifier('Casebook 4.2'); // false
 */
export function containsIdentifier(text: string): boolean {
  if (text.length > MAXIMUM_SCANNED) return true;
  if (!MAY_HOLD_ONE.test(text)) return false;
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, ' ');
  if (EMAIL.test(plain) || POSTCODE.test(plain)) return true;
  // All others have four digits at least.
  if (!FOUR_DIGITS.test(plain)) return false;
  return (
    PHONE.test(plain) ||
    NATIONAL_INSURANCE.test(plain) ||
    BIRTH_DATES.some((pattern) => pattern.test(plain)) ||
    (plain.match(TEN_DIGITS) ?? []).some((digits) => isNhsNumber(digits.replace(/\D/g, '')))
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
