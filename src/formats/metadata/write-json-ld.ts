import { type LinkedNode, type LinkedValue, PREFIXES, saidOf } from './linked-data.ts';

/** Linked data as JSON-LD 1.1. Its context is in it, so that it can be read without asking anybody. */
export function writeJsonLd(nodes: readonly LinkedNode[]): string {
  return JSON.stringify({ '@context': PREFIXES, '@graph': nodes.map(objectOf) });
}

function objectOf(node: LinkedNode): object {
  return {
    '@id': node.iri,
    '@type': node.types,
    ...Object.fromEntries(saidOf(node).map(([name, values]) => [name, values.map(valueObject)])),
  };
}

function valueObject(value: LinkedValue): object {
  if ('iri' in value) return { '@id': value.iri };
  if ('words' in value) return { '@value': value.words, '@language': value.language };
  return value.type === undefined
    ? { '@value': value.value }
    : { '@value': value.value, '@type': value.type };
}
