import { AS_RETURNED_NOTE, notesOfCounts } from '../../query/count-notes.ts';
import type { Text } from '../../standard/text.ts';

/** How published figures are protected, for people: what every answer says, and what the method is not. */
export const DISCLOSURE_WORDS: Readonly<Record<string, Text>> = {
  ...Object.fromEntries(notesOfCounts(1).map((note) => [note.id, note.text])),
  connections: {
    en: 'A person may have several connections and counts up to 3 times in a quarter and 6 times in a financial year, so noise, threshold and rounding are 3 times as large in a quarter and 6 times in a year.',
    cy: "Gall person fod â sawl cysylltiad ac mae'n cyfrif hyd at 3 gwaith mewn chwarter a 6 gwaith mewn blwyddyn ariannol, felly mae'r sŵn, y trothwy a'r talgrynnu 3 gwaith yn fwy mewn chwarter a 6 gwaith mewn blwyddyn.",
  },
  [AS_RETURNED_NOTE.id]: AS_RETURNED_NOTE.text,
  limits: {
    en: 'The method was tried against known attacks on invented people. It is a heuristic, not a guarantee.',
    cy: 'Rhoddwyd prawf ar y dull yn erbyn ymosodiadau hysbys ar bobl ddychmygol. Dull ymarferol ydyw, nid gwarant.',
  },
};
