/** What shows as nothing: soft hyphens, joiners, marks of direction, tags, variation selectors, fillers. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Accents, and marks laid over a letter or digit. */
const MARKS = /\p{M}/gu;
const DIGITS = /(?![0-9])\p{Nd}/gu;
const DASHES = /[\u2010-\u2015\u2212]/g;
/** What can be typed on any keyboard. Nearly every text is of this, and needs no classes of Unicode looked up. */
const TYPED = /^[\t\n\r -~]*$/;

/**
 * A text as it reads in plain letters: without what shows as nothing and without accents, its digits those of
 * ASCII whatever their script, its spaces and dashes of one kind, in lower case.
 *
 * Takes time in the length of the text: each step looks at one character at a time.
 *
 * @source Unicode Standard Annex 15 (NFKD) and Annex 44 (Cf, Nd, Default_Ignorable_Code_Point).
 * @example
 * foldText('LD1\u200b 5ÁA'); // 'ld1 5aa'
 * foldText('٩٤٣'); // '943'
 */
export function foldText(text: string): string {
  if (TYPED.test(text)) return text.replace(/\s/g, ' ').toLowerCase();
  return text
    .replace(INVISIBLE, '')
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(MARKS, '')
    .replace(DIGITS, asciiDigit)
    .replace(DASHES, '-')
    .replace(/\s/g, ' ')
    .toLowerCase();
}

/** The decimal digits of every script stand in tens, from nought to nine, so a digit is its place in its ten. */
function asciiDigit(digit: string): string {
  const point = digit.codePointAt(0) as number;
  let first = point;
  while (point - first < MOST_DIGITS_IN_A_ROW && IS_DIGIT.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((point - first) % 10);
}

const IS_DIGIT = /^\p{Nd}$/u;
/** Several tens may follow each other; no more than five do. */
const MOST_DIGITS_IN_A_ROW = 50;
