import { describe, expect, it } from 'vitest';
import type { LinkedNode } from '../../../src/formats/metadata/linked-data.ts';
import { skosOfCodeLists } from '../../../src/formats/metadata/skos-of-code-lists.ts';
import { skosOfGlossary } from '../../../src/formats/metadata/skos-of-glossary.ts';
import { writeJsonLd } from '../../../src/formats/metadata/write-json-ld.ts';
import { writeTurtle } from '../../../src/formats/metadata/write-turtle.ts';
import { CODE_LISTS } from '../../../src/standard/generated/code-lists.ts';
import { GLOSSARY, GLOSSARY_SCHEME } from '../../../src/standard/generated/glossary.ts';
import { readJsonLd, readTurtle } from './read-triples.ts';

const LISTS = Object.values(CODE_LISTS);
const SKOS = 'http://www.w3.org/2004/02/skos/core#';

async function sameTriples(nodes: readonly LinkedNode[]): Promise<string[]> {
  const triples = readTurtle(writeTurtle(nodes));
  expect(await readJsonLd(writeJsonLd(nodes))).toEqual(triples);
  return triples;
}

/** Subjects and objects of one property. */
function pairsOf(triples: readonly string[], property: string): [string, string][] {
  return triples.flatMap((line): [string, string][] => {
    const [subject = '', predicate = ''] = line.split(' ', 2);
    if (predicate !== `<${SKOS}${property}>`) return [];
    return [[subject, line.slice(subject.length + predicate.length + 2, -2)]];
  });
}

describe('the code lists as SKOS', () => {
  it('are the same triples in JSON-LD and in Turtle, a concept for each code', async () => {
    const triples = await sameTriples(skosOfCodeLists(LISTS));
    const codes = LISTS.flatMap(({ codes }) => codes);
    expect(pairsOf(triples, 'notation')).toHaveLength(codes.length);
    expect(pairsOf(triples, 'inScheme')).toHaveLength(codes.length);
    // A label in each language for each code and each list.
    expect(pairsOf(triples, 'prefLabel')).toHaveLength(2 * (codes.length + LISTS.length));
  });

  it('lead from every code to a broader one or to the top of its list', async () => {
    const triples = await sameTriples(skosOfCodeLists(LISTS));
    const concepts = new Set(pairsOf(triples, 'notation').map(([concept]) => concept));
    const broader = pairsOf(triples, 'broader');
    const top = pairsOf(triples, 'topConceptOf');
    for (const [, concept] of broader) expect(concepts).toContain(concept);
    expect(new Set([...broader, ...top].map(([concept]) => concept))).toEqual(concepts);
  });
});

describe('the glossary as SKOS', () => {
  it('is the same triples in JSON-LD and in Turtle, with a definition in both languages for each term', async () => {
    const triples = await sameTriples(skosOfGlossary(GLOSSARY_SCHEME, GLOSSARY));
    expect(pairsOf(triples, 'definition')).toHaveLength(2 * GLOSSARY.length);
    expect(pairsOf(triples, 'member')).toHaveLength(GLOSSARY.length);
  });

  it('gives no label twice, of whatever kind, to one term in one language', async () => {
    const triples = await sameTriples(skosOfGlossary(GLOSSARY_SCHEME, GLOSSARY));
    const labels = ['prefLabel', 'altLabel', 'hiddenLabel'].flatMap((kind) => pairsOf(triples, kind));
    expect(new Set(labels.map((pair) => pair.join(' '))).size).toBe(labels.length);
    expect(labels.length).toBeGreaterThan(4 * GLOSSARY.length);
  });

  it('relates no term to itself, to what is broader than it, or to what is not there', async () => {
    const triples = await sameTriples(skosOfGlossary(GLOSSARY_SCHEME, GLOSSARY));
    const uris = new Set(GLOSSARY.map(({ uri }) => `<${uri}>`));
    const broader = new Set(pairsOf(triples, 'broader').map((pair) => pair.join(' ')));
    for (const [term, other] of ['broader', 'narrower', 'related'].flatMap((kind) =>
      pairsOf(triples, kind),
    )) {
      expect(uris).toContain(other);
      expect(term).not.toBe(other);
    }
    for (const [term, other] of pairsOf(triples, 'related'))
      expect(broader).not.toContain(`${term} ${other}`);
  });

  it('asserts no match that nobody has confirmed', async () => {
    const [term] = GLOSSARY;
    if (term === undefined) throw new Error('The glossary is empty');
    const mapping = { system: 'snomed_ct', code: '871731000000106', relation: 'exact' } as const;
    const matches = async (reviewed: string | null) =>
      pairsOf(
        await sameTriples(
          skosOfGlossary(GLOSSARY_SCHEME, [{ ...term, mappings: [{ ...mapping, reviewed }] }]),
        ),
        'exactMatch',
      );
    expect(await matches(null)).toEqual([]);
    expect(await matches('2026-01-01')).toEqual([
      [`<${term.uri}>`, '<http://snomed.info/id/871731000000106>'],
    ]);
  });

  it('has nothing to say of no terms', async () => {
    expect(await sameTriples(skosOfGlossary(GLOSSARY_SCHEME, []))).toEqual([]);
  });
});

it('survives words and codes that hurt', async () => {
  const words = 'a "quoted" \\ line\nbreak\r\ttab <tag> \u{1F409} \u0001 \u2028 @en .';
  const list = {
    ...CODE_LISTS.sex,
    codes: CODE_LISTS.sex.codes.slice(0, 1).map((code) => ({
      ...code,
      code: '__proto__ <>"{}|^`\\#',
      title: { en: words, cy: words },
      source: words,
    })),
  };
  const triples = await sameTriples(skosOfCodeLists([list]));
  expect(pairsOf(triples, 'prefLabel')).toHaveLength(4);
});
