import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GLOSSARY } from '../../../src/standard/generated/glossary.ts';
import { foldPlain, foldWelsh } from '../../../src/standard/glossary/fold-welsh.ts';
import { mutatedForms } from '../../../src/standard/glossary/mutate-welsh.ts';

/** Beginnings that Welsh words have, and one ending: enough to make words that could be Welsh. */
const ONSETS =
  'b bl br c ch chw cl cr cn cw d dr dw ff ffl ffr g gl gr gn gw h j l ll m n p pl pr r rh s sb sg st t tr tl w y'.split(
    ' ',
  );
const welshWord = fc
  .tuple(
    fc.constantFrom('', ...ONSETS),
    fc.constantFrom(...'aeiouwyâêôŵŷ'),
    fc.stringMatching(/^[a-zâêôŵ]{0,8}$/),
  )
  .map((parts) => parts.join(''));

describe('a folded text', () => {
  it.each([
    ['Presgripsiynu Cymdeithasol', 'presgripsiynu cymdeithasol'],
    ['sgwrs yr hyn sy’n  bwysig', "Sgwrs yr hyn sy'n bwysig"],
    ['GRŴP', 'grwp'],
    ['well-being', 'well being'],
  ])('is the same for %s and %s', (left, right) => {
    expect(foldPlain(left)).toBe(foldPlain(right));
  });

  it.each([
    ['presgripsiynu', ['bresgripsiynu', 'mhresgripsiynu', 'phresgripsiynu']],
    ['cymuned', ['gymuned', 'nghymuned', 'chymuned']],
    ['tîm', ['dîm', 'nhîm', 'thîm']],
    ['gofalwr', ['ofalwr', 'ngofalwr']],
    ['bwrdd', ['fwrdd', 'mwrdd']],
    ['darparwr', ['ddarparwr', 'narparwr']],
    ['llesiant', ['lesiant']],
    ['mesur', ['fesur']],
    ['rhestr', ['restr']],
    ['iaith', ['hiaith']],
  ])('leaves no difference between %s and what mutation makes of it', (radical, forms) => {
    expect(mutatedForms(radical)).toEqual(forms);
    for (const form of forms) expect(foldWelsh(form)).toBe(foldWelsh(radical));
  });

  it('keeps apart words that no mutation brings together', () => {
    const words = ['presgripsiynu', 'cymuned', 'tîm', 'llesiant', 'ffordd', 'sgwrs', 'achos'];
    expect(new Set(words.map(foldWelsh)).size).toBe(words.length);
  });

  it('does not depend on mutation, for any word that could be Welsh', () => {
    fc.assert(
      fc.property(welshWord, (word) => {
        for (const form of mutatedForms(word))
          expect([form, foldWelsh(form)]).toEqual([form, foldWelsh(word)]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is folded already, and neither case, accents nor composition change it, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const fold of [foldPlain, foldWelsh]) {
          expect(fold(fold(text))).toBe(fold(text));
          expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
        }
      }),
    );
    fc.assert(
      fc.property(welshWord, (word) => {
        expect(foldWelsh(word.toUpperCase())).toBe(foldWelsh(word));
      }),
    );
  });

  it('is empty only when there is no letter and no digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldWelsh(text) === '').toBe(foldPlain(text) === '');
      }),
    );
  });
});

describe('mutated forms', () => {
  it('keep the capital of a name and change the first word only', () => {
    expect(mutatedForms('Fframwaith Cenedlaethol')).toEqual([]);
    expect(mutatedForms('Cynllun Gweithredu')).toEqual([
      'Gynllun Gweithredu',
      'Nghynllun Gweithredu',
      'Chynllun Gweithredu',
    ]);
    expect(mutatedForms('cynllun gweithredu')).toContain('gynllun gweithredu');
  });

  it('never hold the word itself, nor an empty one', () => {
    fc.assert(
      fc.property(welshWord, (word) => {
        expect(mutatedForms(word)).not.toContain(word);
        expect(mutatedForms(word)).not.toContain('');
      }),
    );
  });

  it('are hidden labels of every term, so that whoever has the data alone can find it too', () => {
    for (const { label, hidden } of GLOSSARY) {
      expect(hidden.cy).toEqual(expect.arrayContaining(mutatedForms(label.cy)));
    }
  });
});
