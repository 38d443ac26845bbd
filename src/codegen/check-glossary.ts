import type { CodeList } from '../standard/code-list.ts';
import type { TableDescription } from '../standard/table-description.ts';
import { labelFaults } from './check-glossary-labels.ts';
import { wordingFaults } from './check-glossary-wording.ts';
import type { GlossaryFiles, WrittenTerm } from './read-glossary.ts';

/** What of the standard a term may say that it is used by. */
export interface DescribedStandard {
  readonly tables: readonly TableDescription[];
  readonly codeLists: readonly CodeList[];
}

/** Every code of these lists is a term; those that a version does not have yet are passed over. */
const LISTS_OF_TERMS = ['population', 'stage', 'connection_kind'];

/**
 * What is wrong with the glossary, beyond what its meta-schema sees: one sentence for each fault.
 *
 * The rules are those of SKOS (integrity of labels and relations), of ISO 704 as the Bangor guidelines for
 * Welsh terminology give them (definitions neither circular nor negative), and our own: both languages, a
 * source, and every unit, stage, kind and population of the standard is a term.
 */
export function glossaryFaults(glossary: GlossaryFiles, standard: DescribedStandard): string[] {
  return [
    ...placeFaults(glossary),
    ...relationFaults(glossary.terms),
    ...deprecationFaults(glossary.terms),
    ...useFaults(glossary.terms, standard),
    ...labelFaults(glossary.terms),
    ...glossary.terms.flatMap(wordingFaults),
  ];
}

function placeFaults({ scheme, files, terms }: GlossaryFiles): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  const notations = new Set<string>();
  const sources = new Set(scheme.sources.map(({ id }) => id));
  for (const { id, notation } of terms) {
    if (seen.has(id)) faults.push(`${id}: the id stands twice`);
    seen.add(id);
    if (notation === null) continue;
    if (notations.has(notation)) faults.push(`${id}: the notation ${notation} stands twice`);
    notations.add(notation);
  }
  for (const [name, file] of files) {
    if (name !== `${String(file.group)}.json`) faults.push(`${name}: its group is ${String(file.group)}`);
    for (const term of file.terms) {
      if (term.group !== file.group) faults.push(`${term.id}: stands in ${name} but is of ${term.group}`);
      const unknown = term.sources.filter((source) => !sources.has(source));
      faults.push(...unknown.map((source) => `${term.id}: the scheme has no source ${source}`));
    }
  }
  return faults;
}

function relationFaults(terms: readonly WrittenTerm[]): string[] {
  const byId = new Map(terms.map((term) => [term.id, term]));
  return terms.flatMap((term) => {
    const named = [
      ...term.broader,
      ...term.related,
      ...(term.deprecated_by ?? []),
      ...term.alternatives.flatMap((label) => label.term ?? []),
    ];
    const faults = [...new Set(named)]
      .filter((id) => !byId.has(id))
      .map((id) => `${term.id}: there is no term ${id}`);
    const above = ancestorsOf(term, byId);
    if (above.has(term.id)) faults.push(`${term.id}: is broader than itself`);
    for (const id of term.related) {
      const isAbove = above.has(id) || ancestorsOf(byId.get(id), byId).has(term.id);
      if (id === term.id || isAbove) faults.push(`${term.id}: ${id} is broader or narrower, not related`);
    }
    return faults;
  });
}

function ancestorsOf(
  term: WrittenTerm | undefined,
  byId: ReadonlyMap<string, WrittenTerm>,
): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...(term?.broader ?? [])];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(byId.get(id)?.broader ?? []));
  }
  return found;
}

function deprecationFaults(terms: readonly WrittenTerm[]): string[] {
  const byId = new Map(terms.map((term) => [term.id, term]));
  return terms.flatMap(({ id, deprecated_by = [] }) =>
    deprecated_by
      .filter((successor) => byId.get(successor)?.status !== 'active')
      .map((successor) => `${id}: its successor ${successor} is not active`),
  );
}

function useFaults(terms: readonly WrittenTerm[], standard: DescribedStandard): string[] {
  const uses = usesOf(standard);
  const used = new Set(terms.flatMap((term) => term.used_by));
  const lists = standard.codeLists.filter(({ id }) => LISTS_OF_TERMS.includes(id));
  const needed = [
    ...lists.flatMap((list) => list.codes.map(({ code }) => `code:${list.id}.${code}`)),
    ...standard.tables.map(({ unit }) => `unit:${unit}`),
  ];
  return [
    ...terms.flatMap((term) =>
      term.used_by.filter((use) => !uses.has(use)).map((use) => `${term.id}: the standard has no ${use}`),
    ),
    ...[...new Set(needed)].filter((use) => !used.has(use)).map((use) => `no term is used by ${use}`),
  ];
}

function usesOf({ tables, codeLists }: DescribedStandard): ReadonlySet<string> {
  return new Set([
    ...tables.flatMap(({ name, unit }) => [`table:${name}`, `unit:${unit}`]),
    ...tables.flatMap(({ name, fields }) => fields.map((field) => `field:${name}.${field.name}`)),
    ...codeLists.flatMap((list) => list.codes.map(({ code }) => `code:${list.id}.${code}`)),
  ]);
}
