import { NAME } from '../../standard/about.ts';
import type { Text } from '../../standard/text.ts';
import { FORMATS } from '../formats.ts';
import { EU, mediaTypeIri, SHA256 } from './dcat-words.ts';
import { inBothLanguages, type LinkedNode, type PrefixedName, saidOf } from './linked-data.ts';

/** What others keep and a catalogue points at: of which class each is, and the words that its class must have. */
const KEPT_BY_OTHERS: readonly LinkedNode[] = [
  ...[EU.english, EU.welsh].map((iri) => ofClass(iri, 'dct:LinguisticSystem')),
  ...[EU.quarterly, EU.irregular, EU.never].map((iri) => ofClass(iri, 'dct:Frequency')),
  ...[EU.csv, EU.parquet].map((iri) => ofClass(iri, 'dct:MediaTypeOrExtent')),
  ...Object.values(FORMATS).map(({ mediaType }) => ofClass(mediaTypeIri(mediaType), 'dct:MediaType')),
  ofClass(EU.open, 'dct:RightsStatement'),
  ofClass(SHA256, 'spdx:ChecksumAlgorithm'),
  {
    iri: EU.themes,
    types: ['skos:ConceptScheme'],
    properties: { 'dct:title': inBothLanguages({ en: 'Data theme', cy: 'Thema data' }) },
  },
  concept(EU.health, { en: 'Health', cy: 'Iechyd' }),
  concept(EU.stable, { en: 'stable', cy: 'sefydlog' }),
  concept(EU.synthetic, { en: 'synthetic data', cy: 'data synthetig' }),
  concept(EU.attribution, { en: 'Attribution', cy: 'Cydnabod' }),
];

/**
 * Says of which class everything is that the given nodes point at and that others keep, so that who reads the
 * catalogue needs none of their tables to know it.
 */
export function conceptsOf(nodes: readonly LinkedNode[]): LinkedNode[] {
  const values = nodes.flatMap((node) => saidOf(node).flatMap(([, said]) => said));
  const pointedAt = new Set(values.map((value) => ('iri' in value ? value.iri : undefined)));
  return KEPT_BY_OTHERS.filter(({ iri }) => pointedAt.has(iri));
}

/** The versions of the standard that releases are of, each once. */
export function standardsOf(
  versions: readonly { readonly iri: string; readonly version: string }[],
): LinkedNode[] {
  const byIri = new Map(versions.map((each) => [each.iri, each]));
  return [...byIri.values()].map(({ iri, version }) => ({
    iri,
    types: ['dct:Standard'],
    properties: {
      'dct:title': inBothLanguages({ en: `${NAME.en} ${version}`, cy: `${NAME.cy} ${version}` }),
    },
  }));
}

function ofClass(iri: string, name: PrefixedName): LinkedNode {
  return { iri, types: [name], properties: {} };
}

function concept(iri: string, label: Text): LinkedNode {
  return { iri, types: ['skos:Concept'], properties: { 'skos:prefLabel': inBothLanguages(label) } };
}
