import { COUNT_NOTES } from '../../query/notes.ts';
import type { Text } from '../../standard/text.ts';

/** How published figures are protected, for people: what every answer says, and what the method is not. */
export const DISCLOSURE_WORDS: Readonly<Record<string, Text>> = {
  ...Object.fromEntries(COUNT_NOTES.map((note) => [note.id, note.text])),
  limits: {
    en: 'The method was tried against known attacks on invented people. It is a heuristic, not a guarantee.',
    cy: 'Rhoddwyd prawf ar y dull yn erbyn ymosodiadau hysbys ar bobl ddychmygol. Dull ymarferol ydyw, nid gwarant.',
  },
};
