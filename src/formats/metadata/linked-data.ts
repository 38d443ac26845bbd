/** The vocabularies that our linked data uses, by the prefix it has in both of its forms. */
export const PREFIXES = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatap: 'http://data.europa.eu/r5r/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const;

/** A name in one of those vocabularies, such as `skos:prefLabel`. */
export type PrefixedName = `${keyof typeof PREFIXES}:${string}`;

/** What a thing is said to be or to have: another thing, words in a language, or a value of a type. */
export type LinkedValue =
  | { readonly iri: string }
  | { readonly words: string; readonly language: 'en' | 'cy' }
  | { readonly value: string; readonly type?: PrefixedName };

/** A thing with an address, its classes and what is said of it. */
export interface LinkedNode {
  readonly iri: string;
  readonly types: readonly PrefixedName[];
  readonly properties: Readonly<Partial<Record<PrefixedName, readonly LinkedValue[]>>>;
}

/** Words in both languages; what is empty is not said. */
export function inBothLanguages(text: { readonly en: string; readonly cy: string } | null): LinkedValue[] {
  if (text === null) return [];
  const values: LinkedValue[] = [
    { words: text.en, language: 'en' },
    { words: text.cy, language: 'cy' },
  ];
  return values.filter((value) => 'words' in value && value.words !== '');
}

export function things(iris: readonly string[]): LinkedValue[] {
  return iris.map((iri) => ({ iri }));
}

/** The properties of which something is said, so that none is left with nothing. */
export function saidOf(node: LinkedNode): [PrefixedName, readonly LinkedValue[]][] {
  const entries = Object.entries(node.properties) as [PrefixedName, readonly LinkedValue[]][];
  return entries.filter(([, values]) => values.length > 0);
}
