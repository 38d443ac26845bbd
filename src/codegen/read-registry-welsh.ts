import type { Mapping } from '../standard/mapping.ts';
import type { Text } from '../standard/text.ts';
import type { GlossaryFiles, WrittenTerm } from './read-glossary.ts';
import type { WelshFile, WelshText } from './read-welsh.ts';

/** Every Welsh string of the terms whose translation nobody has approved, file by file. */
export function glossaryWelsh({ files }: GlossaryFiles, folder: string): WelshFile[] {
  return [...files].map(([name, { terms }]) => ({
    path: `${folder}/${name}`,
    texts: terms.filter(({ welsh }) => welsh.translation_status !== 'approved').flatMap(textsOfTerm),
  }));
}

/** Labels first, with what is known of their standing; then definition, plain sentence and the rest. */
function textsOfTerm(term: WrittenTerm): WelshText[] {
  const { id, label, welsh } = term;
  const gender = welsh.gender === null ? '' : `, ${welsh.gender}`;
  const others = term.alternatives.filter(({ language }) => language === 'cy');
  const texts: readonly [string, Text | null | undefined][] = [
    [`label (${welsh.term_status}; ${welsh.part_of_speech}${gender})`, label],
    ['plural', welsh.plural === null ? null : { en: label.en, cy: welsh.plural }],
    ...others.map(({ value, sectors }): [string, Text] => [
      ['another name', ...sectors].join(', '),
      { en: label.en, cy: value },
    ]),
    ['definition', term.definition],
    ['plain', term.plain],
    ['scope note', term.scope_note],
    ['example', term.example],
    ['reason', term.deprecation_reason],
  ];
  return texts.flatMap(([what, text]) => (text ? [{ ...text, place: `${id} ${what}` }] : []));
}

/** The Welsh of what outside codes mean, which no outside source gives. */
export function mappingsWelsh(mappings: readonly Mapping[], folder: string): WelshFile[] {
  return mappings.map(({ id, entries }) => ({
    path: `${folder}/${id}.csv`,
    texts: entries.flatMap(({ from_code, from_title, note }) => [
      { ...from_title, place: from_code },
      ...(note === null ? [] : [{ ...note, place: `${from_code} note` }]),
    ]),
  }));
}
