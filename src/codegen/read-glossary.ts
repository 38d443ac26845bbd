import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mutatedForms } from '../standard/glossary/mutate-welsh.ts';
import type { GlossaryScheme, GlossaryTerm } from '../standard/glossary/term.ts';
import type { JsonObject } from './read-schema.ts';

/** The scheme, each file of terms by its name, and the terms in the order of their ids. */
export interface GlossaryFiles {
  readonly scheme: GlossaryScheme & JsonObject;
  readonly files: ReadonlyMap<string, JsonObject & { readonly terms: readonly WrittenTerm[] }>;
  readonly terms: readonly WrittenTerm[];
}

/** A term as a person writes it: without what follows from its own words and from the other terms. */
export type WrittenTerm = Omit<
  GlossaryTerm,
  'uri' | 'narrower' | 'scope_note' | 'example' | 'deprecated_in' | 'deprecated_by' | 'deprecation_reason'
> &
  Partial<
    Pick<GlossaryTerm, 'scope_note' | 'example' | 'deprecated_in' | 'deprecated_by' | 'deprecation_reason'>
  >;

/** Reads `schema/<version>/glossary/`: `scheme.json`, and terms from every other file. */
export async function readGlossary(version: string, root: string): Promise<GlossaryFiles> {
  const folder = join(root, 'schema', version, 'glossary');
  const read = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'));
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json') && name !== 'scheme.json');
  const files = new Map(
    await Promise.all(names.sort().map(async (name) => [name, await read(name)] as const)),
  );
  const terms = [...files.values()].flatMap((file) => file.terms as WrittenTerm[]);
  terms.sort((left, right) => (left.id < right.id ? -1 : 1));
  return { scheme: await read('scheme.json'), files, terms };
}

/** Below this address every concept has its own, whatever the version of the standard. */
const CONCEPTS = 'https://spcd.example/v1/glossary';

/**
 * The terms with what follows: addresses, the inverse of `broader`, both sides of `related`, and the plural and
 * mutated forms of every Welsh label among the hidden ones.
 */
export function completeTerms(terms: readonly WrittenTerm[]): GlossaryTerm[] {
  return terms.map((term) => ({
    id: term.id,
    uri: `${CONCEPTS}/${term.id}`,
    notation: term.notation,
    label: term.label,
    alternatives: term.alternatives,
    hidden: { en: term.hidden.en, cy: hiddenWelsh(term) },
    definition: term.definition,
    plain: term.plain,
    scope_note: term.scope_note ?? null,
    example: term.example ?? null,
    scope: term.scope,
    scope_basis: term.scope_basis,
    status: term.status,
    welsh: term.welsh,
    group: term.group,
    broader: term.broader,
    narrower: terms.filter((other) => other.broader.includes(term.id)).map(({ id }) => id),
    related: relatedTo(term, terms),
    mappings: term.mappings,
    used_by: term.used_by,
    sources: term.sources,
    created_in: term.created_in,
    modified_in: term.modified_in,
    version: term.version,
    deprecated_in: term.deprecated_in ?? null,
    deprecated_by: term.deprecated_by ?? [],
    deprecation_reason: term.deprecation_reason ?? null,
    change_notes: term.change_notes,
  }));
}

function relatedTo(term: WrittenTerm, terms: readonly WrittenTerm[]): string[] {
  const others = terms.filter((other) => other.related.includes(term.id)).map(({ id }) => id);
  return [...new Set([...term.related, ...others])].sort();
}

function hiddenWelsh(term: WrittenTerm): string[] {
  const others = term.alternatives.filter(({ language }) => language === 'cy');
  const shown = [term.label.cy, ...others.map(({ value }) => value)];
  // The forms of a name that is another term's own are that term's.
  const own = [
    term.label.cy,
    ...others.filter((label) => label.term === undefined).map(({ value }) => value),
  ];
  const plural = term.welsh.plural === null ? [] : [term.welsh.plural];
  const hidden = new Set([...term.hidden.cy, ...plural, ...[...own, ...plural].flatMap(mutatedForms)]);
  return [...hidden].filter((label) => !shown.includes(label));
}
