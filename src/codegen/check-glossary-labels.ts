import { foldPlain, foldWelsh } from '../standard/glossary/fold-welsh.ts';
import { LANGUAGES, type Language } from '../standard/text.ts';
import type { WrittenTerm } from './read-glossary.ts';

/** Faults of what terms are called, and of definitions that lead back to themselves. */
export function labelFaults(terms: readonly WrittenTerm[]): string[] {
  return LANGUAGES.flatMap((language) => [
    ...preferredFaults(terms, language),
    ...terms.flatMap((term) => ownLabelFaults(term, language)),
    ...borrowedFaults(terms, language),
    ...circleFaults(terms, language),
  ]);
}

/** No two terms have the same preferred label in one language. */
function preferredFaults(terms: readonly WrittenTerm[], language: Language): string[] {
  const owners = new Map<string, string>();
  return terms.flatMap(({ id, label }) => {
    const folded = foldPlain(label[language]);
    const owner = owners.get(folded);
    owners.set(folded, owner ?? id);
    return owner === undefined ? [] : [`${id}: ${owner} has the same ${language} label, ${label[language]}`];
  });
}

/** The preferred, alternative and hidden labels of one term in one language differ from each other. */
function ownLabelFaults(term: WrittenTerm, language: Language): string[] {
  const alternatives = term.alternatives.filter((label) => label.language === language);
  const labels = [term.label[language], ...alternatives.map(({ value }) => value), ...term.hidden[language]];
  const spelled = labels.map((label) => label.normalize('NFC').toLowerCase());
  return labels
    .filter((_, index) => spelled.indexOf(spelled[index] as string) !== index)
    .map((label) => `${term.id}: says ${label} twice in ${language}`);
}

/** Another term's preferred label is an alternative only where it names that term, and is near it. */
function borrowedFaults(terms: readonly WrittenTerm[], language: Language): string[] {
  const owners = new Map(terms.map((term) => [foldPlain(term.label[language]), term]));
  return terms.flatMap((term) =>
    term.alternatives
      .filter((label) => label.language === language)
      .flatMap((label) => {
        const owner = owners.get(foldPlain(label.value));
        if (owner?.id !== label.term) {
          return [
            `${term.id}: the label ${label.value} is that of ${owner?.id ?? 'no term'}, which it must say`,
          ];
        }
        const isNear =
          owner === undefined ||
          owner.broader.includes(term.id) ||
          owner.related.includes(term.id) ||
          term.related.includes(owner.id);
        return isNear
          ? []
          : [`${term.id}: ${owner.id} is called ${label.value} but is neither narrower nor related`];
      }),
  );
}

/** A definition that uses a term whose own definition leads back to the first explains nothing. */
function circleFaults(terms: readonly WrittenTerm[], language: Language): string[] {
  const uses = new Map(terms.map((term) => [term.id, mentioned(term, terms, language)]));
  const cleared = new Set<string>();
  const faults: string[] = [];
  const walk = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) {
      faults.push(`circular in ${language}: ${[...path.slice(path.indexOf(id)), id].join(' > ')}`);
      return;
    }
    if (cleared.has(id)) return;
    for (const next of uses.get(id) ?? []) walk(next, [...path, id]);
    cleared.add(id);
  };
  for (const { id } of terms) walk(id, []);
  return faults;
}

function mentioned(term: WrittenTerm, terms: readonly WrittenTerm[], language: Language): string[] {
  return terms
    .filter((other) => other !== term && mentions(term.definition[language], other, language))
    .map(({ id }) => id);
}

/** Whether a sentence has a term's preferred label or its plural in it, as words of their own. */
export function mentions(sentence: string, term: WrittenTerm, language: Language): boolean {
  const fold = language === 'cy' ? foldWelsh : foldPlain;
  const label = term.label[language];
  const plural = language === 'cy' ? term.welsh.plural : `${label}s`;
  const words = ` ${fold(sentence)} `;
  return [label, ...(plural === null ? [] : [plural])].some((form) => words.includes(` ${fold(form)} `));
}
