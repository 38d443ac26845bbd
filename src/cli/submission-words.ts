import type { Language, Text } from '../standard/text.ts';

/** Where a return is in its life. */
export const STATE_WORDS: Readonly<Record<string, Text>> = {
  accepted: { en: 'Accepted', cy: 'Derbyniwyd' },
  needs_verification: { en: 'Waits to be confirmed', cy: "Yn aros i'w chadarnhau" },
  rejected: { en: 'Refused', cy: 'Gwrthodwyd' },
  superseded: { en: 'Replaced by a later return', cy: 'Disodlwyd gan ffurflen ddiweddarach' },
  withdrawn: { en: 'Withdrawn', cy: 'Tynnwyd yn ôl' },
};

/** What became of a table. */
export const OUTCOME_WORDS: Readonly<Record<string, Text>> = {
  created: { en: 'new', cy: 'newydd' },
  revised: { en: 'revised', cy: "wedi'i ddiwygio" },
  unchanged: { en: 'unchanged', cy: 'heb newid' },
  held: { en: 'held until it is confirmed', cy: "wedi'i ddal nes ei gadarnhau" },
  overtaken: {
    en: 'overtaken by a later return, not kept',
    cy: "wedi'i ddisodli gan ffurflen ddiweddarach, ni chadwyd",
  },
  rejected: { en: 'refused', cy: "wedi'i wrthod" },
};

/** Whether a return came in time. */
export const TIMELINESS_WORDS: Readonly<Record<string, Text>> = {
  on_time: { en: 'in time', cy: 'mewn pryd' },
  late: { en: 'late', cy: 'yn hwyr' },
  after_close: { en: 'after the close', cy: 'ar ôl cau' },
};

/** The words for a name; one that is not known here, as of a newer service, is given as it is. */
export function inWords(words: Readonly<Record<string, Text>>, name: string, language: Language): string {
  return words[name]?.[language] ?? name;
}
