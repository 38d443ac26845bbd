import type { Language } from '../text.ts';
import { foldPlain, foldWelsh } from './fold-welsh.ts';
import type { GlossaryTerm } from './term.ts';

/** Where a label stands in its term; the order is the order of preference. */
const LABEL_KINDS = ['preferred', 'alternative', 'hidden'] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** How near a label is to what was asked, nearest first. */
const MATCHES = ['same', 'same_but_mutated', 'beginning', 'words', 'words_but_mutated'] as const;
export type MatchKind = (typeof MATCHES)[number];

export interface GlossaryMatch {
  readonly term: GlossaryTerm;
  /** The label that was found. A hidden one says why the term is here; it is not for showing. */
  readonly label: string;
  readonly language: Language;
  readonly kind: LabelKind;
  readonly match: MatchKind;
}

interface IndexedLabel {
  readonly term: GlossaryTerm;
  readonly label: string;
  readonly language: Language;
  readonly kind: LabelKind;
  readonly plain: string;
  readonly welsh: string;
}

/** Every label of a glossary, folded once so that each search need not. */
export interface GlossaryIndex {
  readonly labels: readonly IndexedLabel[];
}

export function indexGlossary(terms: readonly GlossaryTerm[]): GlossaryIndex {
  return { labels: terms.flatMap(labelsOf) };
}

function labelsOf(term: GlossaryTerm): IndexedLabel[] {
  const index = (kind: LabelKind, language: Language, label: string): IndexedLabel => {
    return { term, label, language, kind, plain: foldPlain(label), welsh: foldWelsh(label) };
  };
  return [
    index('preferred', 'en', term.label.en),
    index('preferred', 'cy', term.label.cy),
    ...term.alternatives.map(({ value, language }) => index('alternative', language, value)),
    ...term.hidden.en.map((label) => index('hidden', 'en', label)),
    ...term.hidden.cy.map((label) => index('hidden', 'cy', label)),
  ];
}

/** A mutated first sound says too little of a shorter word. */
const SHORTEST_FOLDED = 3;
/** A single letter begins too many words. */
const SHORTEST_WORD = 2;
const LONGEST_QUERY = 200;

/**
 * The terms that a name in either language leads to, nearest first.
 *
 * Case, accents, apostrophes and Welsh mutations do not count. A label that is the query comes first, then
 * one that is but for mutation, one that begins with it, and one with words that begin as its words do. Among
 * equals a preferred label goes before an alternative and that before a hidden one, then the term with the
 * shorter preferred label, then the earlier id: the same query always gives the same order. Each term stands once.
 *
 * @returns Nothing for a query without letters or digits, or one of more than 200 characters.
 */
export function searchGlossary(index: GlossaryIndex, query: string): GlossaryMatch[] {
  if (query.length > LONGEST_QUERY) return [];
  const asked = { plain: foldPlain(query), welsh: foldWelsh(query) };
  if (asked.plain === '') return [];
  const matches = index.labels.flatMap((indexed) => {
    const match = matchOf(indexed, asked);
    return match === null ? [] : [{ ...indexed, match }];
  });
  matches.sort(
    (left, right) =>
      MATCHES.indexOf(left.match) - MATCHES.indexOf(right.match) ||
      LABEL_KINDS.indexOf(left.kind) - LABEL_KINDS.indexOf(right.kind) ||
      left.term.label[left.language].length - right.term.label[right.language].length ||
      (left.term.id < right.term.id ? -1 : left.term.id > right.term.id ? 1 : 0),
  );
  const best = new Map<string, GlossaryMatch>();
  for (const { term, label, language, kind, match } of matches) {
    if (!best.has(term.id)) best.set(term.id, { term, label, language, kind, match });
  }
  return [...best.values()];
}

type Folded = Pick<IndexedLabel, 'plain' | 'welsh'>;

function matchOf(label: IndexedLabel, asked: Folded): MatchKind | null {
  if (label.plain === asked.plain) return 'same';
  const isWelsh = label.language === 'cy' && asked.welsh.length >= SHORTEST_FOLDED;
  if (isWelsh && label.welsh === asked.welsh) return 'same_but_mutated';
  if (label.plain.startsWith(asked.plain)) return 'beginning';
  if (hasWords(label.plain, asked.plain, SHORTEST_WORD)) return 'words';
  return isWelsh && hasWords(label.welsh, asked.welsh, SHORTEST_FOLDED) ? 'words_but_mutated' : null;
}

/** Whether each word asked for begins some word of the label, or is one where it is shorter than `shortest`. */
function hasWords(label: string, asked: string, shortest: number): boolean {
  const words = label.split(' ');
  return asked
    .split(' ')
    .every((start) =>
      words.some((word) => (start.length < shortest ? word === start : word.startsWith(start))),
    );
}
