import { completeTerms, type GlossaryFiles } from './read-glossary.ts';
import { GENERATED_NOTICE } from './render-data.ts';
import { entriesInLines, inLines, parsedData } from './render-json.ts';

/** The glossary as data, one term a line, and which terms each part of the standard relies on. */
export function renderGlossary({ scheme, terms }: GlossaryFiles): string {
  const { $schema, 'x-status': _, 'x-frozen': __, 'x-revision': ___, ...rest } = scheme;
  return [
    GENERATED_NOTICE,
    "import type { GlossaryScheme, GlossaryTerm } from '../glossary/term.ts';\n\n",
    `export const GLOSSARY_SCHEME: GlossaryScheme = ${parsedData(JSON.stringify(rest))};\n\n`,
    `export const GLOSSARY: readonly GlossaryTerm[] = ${parsedData(inLines(completeTerms(terms)))};\n\n`,
    '/** Ids of the terms behind a unit, table, field or code, such as `field:profiles.population`. */\n',
    'export const GLOSSARY_TERMS_BY_USE: Readonly<Record<string, readonly string[]>> = ',
    `${parsedData(entriesInLines([...termsByUse(terms)]))};\n`,
  ].join('');
}

function termsByUse(terms: GlossaryFiles['terms']): Map<string, string[]> {
  const uses = [...new Set(terms.flatMap((term) => term.used_by))].sort();
  return new Map(
    uses.map((use) => [use, terms.filter((term) => term.used_by.includes(use)).map(({ id }) => id)]),
  );
}
