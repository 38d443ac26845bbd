import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GLOSSARY } from '../../../src/standard/generated/glossary.ts';
import { mutatedForms } from '../../../src/standard/glossary/mutate-welsh.ts';
import { indexGlossary, searchGlossary } from '../../../src/standard/glossary/search-glossary.ts';

const INDEX = indexGlossary(GLOSSARY);
const found = (query: string) => searchGlossary(INDEX, query);
const first = (query: string) => found(query)[0]?.term.label.en;

describe('a search of the glossary', () => {
  it.each(GLOSSARY.map((term) => [term.label.en, term] as const))(
    'finds %s first by its name in either language, in capitals, and by every mutated form',
    (_, term) => {
      const queries = [
        term.label.en,
        term.label.cy,
        term.label.cy.toUpperCase(),
        ...mutatedForms(term.label.cy),
      ];
      for (const query of queries) {
        expect([query, found(query)[0]?.term.id]).toEqual([query, term.id]);
      }
    },
  );

  it('finds every term by each of its other names', () => {
    for (const term of GLOSSARY) {
      for (const { value } of term.alternatives) {
        expect(found(value).map((match) => match.term.id)).toContain(term.id);
      }
    }
  });

  it.each([
    ['link worker', 'link worker'],
    ['SPLW', 'link worker'],
    ['rhagnodi cymdeithasol', 'social prescribing'],
    ['ragnodi gymdeithasol', 'social prescribing'],
    ['atgyfeirio cymdeithasol', 'social prescribing'],
    ['Bregripsiynu Cymdeithasol', 'social prescribing'],
    ['bresgripsiynu', 'social prescribing'],
    ['social perscribing', 'social prescribing'],
    ['lles', 'wellbeing'],
    ['well-being', 'wellbeing'],
    ["sgwrs am yr hyn sy'n bwysig", 'what matters conversation'],
    ['sgwrs am yr hyn sy’n bwysig', 'what matters conversation'],
    ['cysylltwyr cymunedol', 'community connector'],
    ['gysylltwyr cymunedol', 'community connector'],
    ['grwp cymorth', 'peer support group'],
    ['matters conv', 'what matters conversation'],
    ['DNA', 'non-attendance'],
  ])('%s leads to %s', (query, label) => {
    expect(first(query)).toBe(label);
  });

  it('says which label was found and how near it is, a preferred label before another', () => {
    expect(
      found('link worker')
        .map(({ term, kind, match }) => [term.id, kind, match])
        .slice(0, 2),
    ).toEqual([
      ['spg-0002', 'preferred', 'same'],
      ['spg-0001', 'alternative', 'same'],
    ]);
    expect(found('gyfeirio')[0]).toMatchObject({ language: 'cy', term: { label: { en: 'signposting' } } });
  });

  it.each(['', '   ', '?!', 'zzzzzz', '__proto__', 'constructor', 'a'.repeat(201), '(zq+)+$', '%00', '🐉'])(
    'finds nothing for %j',
    (query) => {
      expect(found(query)).toEqual([]);
    },
  );

  it('never throws, names each term once, and gives the same order every time, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (query) => {
        const ids = found(query).map(({ term }) => term.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(
          searchGlossary(indexGlossary([...GLOSSARY].reverse()), query).map(({ term }) => term.id),
        ).toEqual(ids);
      }),
    );
  });
});
