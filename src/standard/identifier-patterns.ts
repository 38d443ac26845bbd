/**
 * How identifiers of people are written in text that `foldText` has made plain.
 *
 * No repetition in any of these is without a bound, and what may stand between two digits is never a digit, so
 * that an attempt at any place takes a bounded number of steps: a scan takes time in the length of the text,
 * however the text is made. A test holds the patterns to that.
 */

const NOT_AFTER_A_DIGIT = '(?<!\\d)';
const NOT_BEFORE_A_DIGIT = '(?!\\d)';
const NOT_AFTER_A_LETTER_OR_DIGIT = '(?<![a-z0-9])';
const NOT_BEFORE_A_LETTER_OR_DIGIT = '(?![a-z0-9])';
/** What people put between the groups of a number: spaces, dots, slashes, or a comma and a space. */
const GAP = '[^a-z0-9]{0,3}';

/**
 * Ten digits as an NHS, CHI or Health and Care number is written: in threes and four, as six and four, in fives,
 * or in pairs or single digits with the same between each. Each match begins at the place of its first digit, so
 * that one does not hide the next.
 */
export const TEN_DIGITS: readonly RegExp[] = [
  `\\d{3}${GAP}\\d{3}${GAP}\\d{4}`,
  `\\d{6}${GAP}\\d{4}`,
  `\\d{5}${GAP}\\d{5}`,
  '\\d{2}([^a-z0-9]{1,3})\\d{2}(?:\\2\\d{2}){3}',
  '\\d([^a-z0-9]{1,3})\\d(?:\\2\\d){8}',
].map((digits) => new RegExp(`${NOT_AFTER_A_DIGIT}(?=(${digits})${NOT_BEFORE_A_DIGIT})`, 'g'));

export const EMAIL = /[^\s@](?:@| ?[([{] ?at ?[)\]}] ?)[^\s@]{1,255}\.[^\s@.]/;

/** The letters that postcodes begin with: the areas of the Royal Mail, and those of the islands and the forces. */
const POSTCODE_AREAS =
  'a[bl]|b[abdfhlnrst]?|c[abfhmortvw]|d[adeghlnty]|e[chnx]?|f[ky]|g[luy]?|h[adgprsux]|i[gmpv]|je|k[atwy]|' +
  'l[adelnsu]?|m[ekl]?|n[egnprw]?|o[lx]|p[aehlor]|r[ghm]|s[aegklmnopqrstwy]?|t[adfnqrsw]|ub|w[acdfnrsv]?|yo|ze';
/** The letters that end postcodes. */
const POSTCODE_END = '[abd-hjlnp-uw-z]{2}';
const POSTCODE_ENDS = `${POSTCODE_END}${NOT_BEFORE_A_LETTER_OR_DIGIT}`;

export const POSTCODES: readonly RegExp[] = [
  new RegExp(`${NOT_AFTER_A_LETTER_OR_DIGIT}(?:${POSTCODE_AREAS})\\d[a-z\\d]?${GAP}\\d ?${POSTCODE_ENDS}`),
  // Each character by itself.
  new RegExp(
    `${NOT_AFTER_A_LETTER_OR_DIGIT}[a-z] (?:[a-z] )?\\d (?:[a-z\\d] )?\\d [a-z] [a-z]${NOT_BEFORE_A_LETTER_OR_DIGIT}`,
  ),
];

export const PHONE = /(?<!\d)(?:\+44|0044|0)(?:[ ().-]{0,3}\d){9,10}(?!\d)/;

/** Two letters that may begin one, and QQ, which stands in examples. */
const NATIONAL_INSURANCE_LETTERS = '(?:qq|(?!bg|gb|kn|nk|nt|tn|zz)[abceghj-prstw-z][abceghj-nprstw-z])';
export const NATIONAL_INSURANCE = new RegExp(
  `${NOT_AFTER_A_LETTER_OR_DIGIT}${NATIONAL_INSURANCE_LETTERS}(?:[^a-z0-9,;]{0,3}\\d{2}){3}[^a-z0-9,;]{0,3}[a-d]${NOT_BEFORE_A_LETTER_OR_DIGIT}`,
);

/** A day of a year up to 2020 is taken for a date of birth: the periods of the standard come later. */
const YEAR = '(?:19\\d\\d|20[01]\\d|2020)';
/** A short year that the periods of the standard will not reach for years to come. */
const SHORT_YEAR = '(?:2[89]|[3-9]\\d)';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const TWO_DIGIT_DAY = '(?:0[1-9]|[12]\\d|3[01])';
const TWO_DIGIT_MONTH = '(?:0[1-9]|1[0-2])';
/** With the soft mutations that follow "o" and "fis" in Welsh: 3ydd o Fawrth. */
const MONTH_NAME =
  '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|ion|chwef|mawrth|fawrth|ebr|mai|fai|meh|feh|gorff|orff|awst|medi|fedi|hyd|tach|dach|rhag|rag)[a-z]{0,7}';
const ORDINAL = '(?: {0,2}(?:st|nd|rd|th|af|ail|il|ydd|edd|fed|ed|eg|ain))?';
const ORDINAL_DAY = `${DAY}${ORDINAL}`;
const OF = '(?:,? {0,2}(?:of|o fis|o|mis)(?= ))?';
const DAY_AND_MONTH = `${ORDINAL_DAY}${OF}[ .,/-]{0,3}${MONTH_NAME}`;
const BETWEEN = '(?: {0,2}[./|\\\\_-] {0,2}| {1,2})';
const BORN = '\\b(?:born|birth|dob|d\\.o\\.b|ganed|ganwyd|anwyd|geni|eni)\\b';

export const BIRTH_DATES: readonly RegExp[] = [
  `${NOT_AFTER_A_DIGIT}${DAY}${BETWEEN}${MONTH}${BETWEEN}${YEAR}${NOT_BEFORE_A_DIGIT}`,
  `${NOT_AFTER_A_DIGIT}${YEAR}${BETWEEN}${MONTH}${BETWEEN}${DAY}${NOT_BEFORE_A_DIGIT}`,
  `${NOT_AFTER_A_DIGIT}${YEAR}${TWO_DIGIT_MONTH}${TWO_DIGIT_DAY}${NOT_BEFORE_A_DIGIT}`,
  `${NOT_AFTER_A_DIGIT}${DAY_AND_MONTH}[ .,/-]{0,3}${YEAR}${NOT_BEFORE_A_DIGIT}`,
  `(?<![a-z])${MONTH_NAME} {0,2}${ORDINAL_DAY}[ .,]{0,3}${YEAR}${NOT_BEFORE_A_DIGIT}`,
  // With a year of two digits, which no date of this standard has.
  `${NOT_AFTER_A_DIGIT}${DAY} ?/ ?${MONTH} ?/ ?\\d{2}${NOT_BEFORE_A_DIGIT}`,
  // With dots or hyphens it may be a version or a range, but for a late year or two digits throughout.
  `(?<![\\d.-])${DAY}([.-])${MONTH}\\1${SHORT_YEAR}(?![\\d.-]\\d|\\d)`,
  `(?<![\\d.-])${TWO_DIGIT_DAY}([.-])${TWO_DIGIT_MONTH}\\1\\d{2}(?![\\d.-]\\d|\\d)`,
  // Before a word the two digits may count something: on 1 April 45 people came.
  `${NOT_AFTER_A_DIGIT}${DAY_AND_MONTH} {0,2}(?:['\u2018\u2019]\\d{2}|${SHORT_YEAR}(?! ?[a-z0-9%]))`,
  `${BORN}[^\\d]{0,24}(?:${DAY}${BETWEEN}${MONTH}${BETWEEN}|${DAY_AND_MONTH} {0,2})\\d{2}${NOT_BEFORE_A_DIGIT}`,
].map((date) => new RegExp(date));
