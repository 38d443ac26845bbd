import { expect, it } from 'vitest';
import { findTexts, hasWords } from '../../src/codegen/find-texts.ts';

it('finds words in both languages, in whatever quotes, in the order they stand', () => {
  const source = `
    const one: Text = { en: 'One release', cy: "Un datganiad" };
    const two = {
      en: 'It\\'s here, and there',
      cy: \`Mae o dan \${period}\`,
    };
  `;
  expect(findTexts(source)).toEqual([
    { en: 'One release', cy: 'Un datganiad' },
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what was found in a source text.
    { en: "It's here, and there", cy: 'Mae o dan ${period}' },
  ]);
});

it('reads a list of lines and a choice as lines of one text', () => {
  const source = `
    const usage = { en: ['Usage:', '', '  spcd keys'].join('\\n'), cy: ['Defnydd:', '', '  spcd keys'].join('\\n') };
    const detail = { en: isEmpty ? 'There are none.' : 'Choose one.', cy: isEmpty ? 'Nid oes.' : 'Dewiswch un.' };
  `;
  expect(findTexts(source)).toEqual([
    { en: 'Usage:\n  spcd keys', cy: 'Defnydd:\n  spcd keys' },
    { en: 'There are none.\nChoose one.', cy: 'Nid oes.\nDewiswch un.' },
  ]);
});

it('finds Welsh that stands in x-cy beside the English', () => {
  const source = `
    export const TAGS = [
      { name: 'service', description: 'Its limits.', 'x-cy': { description: 'Ei derfynau.' } },
      { name: 'figures', description: 'Read figures.', 'x-cy': { description: 'Darllen ffigurau.' } },
    ];
  `;
  expect(findTexts(source)).toEqual([
    { en: 'Its limits.', cy: 'Ei derfynau.' },
    { en: 'Read figures.', cy: 'Darllen ffigurau.' },
  ]);
});

it('lists Welsh whose English is worked out, and passes over types, names and mere signs', () => {
  const source = `
    interface Text { readonly en: string; readonly cy: string }
    const DECORATORS = { en: 'swagger', cy: 'swaggerCy' };
    const sign = { en: \`\${a}: \${b}\`, cy: \`\${a}: \${b}\` };
    const fault = { en: error.message, cy: \`Nid yw \${place} yn iawn\` };
  `;
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what was found in a source text.
  expect(findTexts(source)).toEqual([{ en: '', cy: 'Nid yw ${place} yn iawn' }]);
});

it.each([
  ['Powys', true],
  ['ŵyr', true],
  ['{list}', false],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is what was found in a source text.
  ['${one}: ${two}', false],
  [', 5', false],
])('%s has words: %s', (text, expected) => {
  expect(hasWords(text)).toBe(expected);
});
