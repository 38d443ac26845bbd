import { suggestName } from '../suggest.ts';
import { type Fit, fitOf } from './column-fit.ts';
import type { ExportField } from './export-field.ts';
import { headingWords } from './heading-words.ts';

type Fields = Readonly<Record<string, ExportField>>;

/** A field and the column it was found in. */
export interface Match {
  readonly field: string;
  readonly heading: string;
  /** Whether the heading is the field's own name. */
  readonly isSure: boolean;
}

interface Names {
  readonly field: string;
  readonly own: readonly string[];
  readonly usual: readonly string[];
  readonly shared: readonly string[];
}

type Kind = 'own' | 'usual' | 'shared' | 'near';

/**
 * Finds the fields of a table among headings, each heading for one field at most and each field in one column.
 *
 * A field's own names go first, then usual headings, both unless what stands below cannot be it. A heading that
 * several fields might have, and one that is only spelt like a name, is taken where the cells below are what one of
 * these fields holds: a guess that nothing bears out is not made.
 *
 * @param cellsOf - The filled cells below a heading.
 */
export function matchHeadings(
  fields: Fields,
  headings: readonly string[],
  cellsOf: (heading: string) => readonly string[],
): Match[] {
  const names = Object.entries(fields).map(([field, description]) => namesOf(field, description));
  const words = vocabularyOf(names);
  const matches: Match[] = [];
  const isFree = (field: string) => !matches.some((match) => match.field === field);
  for (const kind of ['own', 'usual', 'shared', 'near'] as const) {
    for (const heading of headings) {
      if (heading === '' || matches.some((match) => match.heading === heading)) continue;
      const key = kind === 'near' ? respelt(headingWords(heading), words) : headingWords(heading);
      const found = names
        .filter(({ field }) => isFree(field))
        .filter((name) => namesLike(name, kind).includes(key))
        .filter(({ field }) => isBorneOut(kind, fitOf(fields[field] as ExportField, cellsOf(heading))));
      const [first, another] = found;
      if (first && (another === undefined || kind === 'own' || kind === 'usual')) {
        matches.push({ field: first.field, heading, isSure: kind === 'own' });
      }
    }
  }
  return matches.filter(({ field, isSure, heading }) => {
    const beside = fields[field]?.besides;
    const isOwnName =
      isSure || !namesOf(field, fields[field] as ExportField).shared.includes(headingWords(heading));
    return isOwnName || beside === undefined || !isFree(beside);
  });
}

function namesOf(field: string, { title, headings, sharedHeadings }: ExportField): Names {
  return {
    field,
    own: [field, title.en, title.cy].map(headingWords),
    usual: (headings ?? []).map(headingWords),
    shared: (sharedHeadings ?? []).map(headingWords),
  };
}

function namesLike({ own, usual, shared }: Names, kind: Kind): readonly string[] {
  if (kind === 'near') return [...own, ...usual];
  return { own, usual, shared }[kind];
}

function isBorneOut(kind: Kind, fit: Fit): boolean {
  return kind === 'own' || kind === 'usual' ? fit !== 'no' : fit === 'yes';
}

const SHORTEST_RESPELT = 5;

function vocabularyOf(names: readonly Names[]): readonly string[] {
  const words = names.flatMap(({ own, usual }) => [...own, ...usual]).flatMap((name) => name.split(' '));
  return [...new Set(words)].filter((word) => word.length >= SHORTEST_RESPELT);
}

/** A heading with each long word as the names spell it, where one is near. */
function respelt(key: string, words: readonly string[]): string {
  return key
    .split(' ')
    .map((word) => (word.length < SHORTEST_RESPELT ? word : (suggestName(word, words) ?? word)))
    .sort()
    .join(' ');
}
