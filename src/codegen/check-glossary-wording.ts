import { LANGUAGES, type Text } from '../standard/text.ts';
import { mentions } from './check-glossary-labels.ts';
import type { WrittenTerm } from './read-glossary.ts';

/** A definition says what a thing is, not what it is not. */
const NEGATIVE = { en: /^(?:not|no|never|anything (?:not|other))\b/i, cy: /^(?:nid|ni|nad|na|ddim|dim)\b/i };

/** Longer or shorter than this beside the other language, a text was probably cut short or not translated. */
const LENGTHS = { least: 0.5, most: 2.2 };

/** Names that are the same in both languages. */
const SAME_IN_BOTH: ReadonlySet<string> = new Set([]);

/** Faults of the words of one term. */
export function wordingFaults(term: WrittenTerm): string[] {
  const texts = textsOf(term);
  return [
    ...texts.flatMap(([place, text]) => textFaults(text).map((fault) => `${term.id} ${place}: ${fault}`)),
    ...LANGUAGES.flatMap((language) => {
      const definition = term.definition[language];
      const faults: string[] = [];
      if (mentions(definition, term, language)) faults.push('uses the term itself');
      if (NEGATIVE[language].test(definition)) faults.push('says only what it is not');
      if (sentencesIn(definition) !== 1) faults.push('is not one sentence');
      if (definition === term.plain[language]) faults.push('is the plain sentence over again');
      return faults.map((fault) => `${term.id} definition ${language}: ${fault}`);
    }),
  ];
}

function textsOf(term: WrittenTerm): [string, Text][] {
  const optional = { scope_note: term.scope_note, example: term.example, reason: term.deprecation_reason };
  return [
    ['label', term.label],
    ['definition', term.definition],
    ['plain', term.plain],
    ...Object.entries(optional).flatMap(([place, text]): [string, Text][] => (text ? [[place, text]] : [])),
    ...term.change_notes.map((note): [string, Text] => [`change note ${note.version}`, note]),
  ];
}

function textFaults({ en, cy }: Text): string[] {
  const faults: string[] = [];
  if (!en || !cy) return ['is in one language only'];
  if (en === cy && !SAME_IN_BOTH.has(en)) faults.push('is the same in both languages');
  for (const words of [en, cy]) {
    if (words !== words.normalize('NFC')) faults.push('is not in the composed form of Unicode (NFC)');
    if (/[<>]|&\w+;/.test(words)) faults.push('has markup in it');
    if (/\s{2}|^\s|\s$/.test(words)) faults.push('has a space too many');
    if (/lorem ipsum/i.test(words)) faults.push('is filler');
  }
  const ratio = cy.length / en.length;
  const isSentence = en.endsWith('.');
  if (isSentence && (ratio < LENGTHS.least || ratio > LENGTHS.most)) {
    faults.push(`is ${ratio.toFixed(1)} times as long in Welsh as in English`);
  }
  return faults;
}

function sentencesIn(words: string): number {
  return (words.match(/[.!?](?:\s|$)/g) ?? []).length;
}
