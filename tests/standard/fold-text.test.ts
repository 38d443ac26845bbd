import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldText } from '../../src/standard/fold-text.ts';
import { hasControlCharacter } from '../../src/standard/safe-value.ts';

const ascii = fc.string({ unit: 'binary-ascii', maxLength: 60 });

it('reads a text the same whether or not something beyond plain letters stands beside it', () => {
  fc.assert(
    fc.property(ascii, (text) => {
      // One Greek letter is enough for the long way; it folds to itself.
      expect(foldText(`${text}\u03b1`)).toBe(`${foldText(text)}\u03b1`);
    }),
    { numRuns: 1000 },
  );
});

it('knows the control characters of ASCII one by one', () => {
  for (let point = 0; point < 128; point += 1) {
    const isControl = point < 32 || point === 127;
    expect([point, hasControlCharacter(`a${String.fromCharCode(point)}b`)]).toEqual([point, isControl]);
  }
});
