import { isCodeOrLabel, isMadeOfCodeWords } from './codes-of-the-standard.ts';
import { isNameOfTheStandard, namesOfTheStandard } from './names-of-the-standard.ts';
import { safeValue, WITHHELD } from './safe-value.ts';
import { asCandidate, type Candidate, comparable, isSlipOf } from './suggest.ts';

/**
 * Shapes in which nobody's name or number is written: a truth value, a letter, up to three digits, a quarter, a
 * version, a day of the years that the standard is for, a code of the Government Statistical Service; nothing.
 */
const HARMLESS = [
  /^$/,
  /^(?:true|false)$/,
  /^[a-z]$/i,
  /^\d{1,3}$/,
  /^\d{4}-q\d$/i,
  /^\d{1,2}(?:\.\d{1,2}){1,2}$/,
  /^202[5-9]-\d\d-\d\d$|^20[3-9]\d-\d\d-\d\d$/,
  /^[EJKLMNSW]\d{8}$/,
];

/** Letters from which a word that begins with a capital, as people's names do, is hardly a name near a code. */
const LONG_ENOUGH = 8;

/**
 * A value of a coded field or of the header as a report may repeat it: only what is the standard's own.
 *
 * No list of people's names is complete, and a column that has slipped, or an export without its heading line, puts
 * them where codes belong. So a value is repeated when it is a code or label of the standard, a slip of what was
 * meant, put together as codes are, or of a shape that names nobody; and never when it looks like an identifier.
 * Everything else is `[withheld]`: its place says where to look.
 *
 * @param meant - What a report suggests instead, with its labels.
 * @example
 * quoteValue('femal', { code: 'female', title: { en: 'Female', cy: 'Benyw' } }); // 'femal'
 * quoteValue('dafydd'); // '[withheld]'
 */
export function quoteValue(value: string | number | boolean, meant: Candidate | null = null): string {
  const text = safeValue(value);
  if (text === WITHHELD) return WITHHELD;
  const isHarmless =
    HARMLESS.some((shape) => shape.test(text)) ||
    (meant !== null && isNear(text, meant)) ||
    isCodeOrLabel(text) ||
    isMadeOfCodeWords(text);
  return isHarmless ? text : WITHHELD;
}

/** `Walsh` is no slip of `Welsh` as far as a report can know; `walsh` and `Portugese` are read as slips. */
function isNear(text: string, meant: Candidate): boolean {
  if (comparable(text) === comparable(meant.code)) return true;
  return isSlipOf(text, meant) && (text.length >= LONG_ENOUGH || text === text.toLowerCase());
}

/**
 * The name of a field, a table or a column as a report may repeat it: a name or title of the standard, or a slip of
 * one; else `[withheld]`. Where a heading line is missing, the first row of data stands in its place.
 *
 * @param more - Other names that may stand there, such as those of files.
 */
export function quoteName(name: string, more: readonly string[] = []): string {
  if (isNameOfTheStandard(name) || more.includes(name)) return name;
  if (safeValue(name) === WITHHELD) return WITHHELD;
  const isKnown =
    more.some((other) => isSlipOf(name, asCandidate(other))) ||
    [...namesOfTheStandard().values()].some((candidate) => isSlipOf(name, candidate));
  return isKnown && comparable(name) !== '' ? name : WITHHELD;
}
