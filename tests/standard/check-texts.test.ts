import { describe, expect, it } from 'vitest';
import { checkTexts } from '../../src/standard/check-texts.ts';
import { safeValue, WITHHELD } from '../../src/standard/safe-value.ts';
import { validateReturn } from '../../src/standard/validate-return.ts';
import { VALID_RETURN } from '../support/valid-return.ts';

describe('the texts of a header', () => {
  it.each([
    ['NUL', 'a\u0000b'],
    ['a bell', 'a\u0007'],
    ['an escape', '\u001b[2J'],
    ['a control of the second set', 'a\u0085'],
    ['half a pair', 'a\ud800'],
    ['a mark that turns the direction', 'abc\u202edef'],
    ['a space of no width, as web pages have', 'abc\u200bdef'],
    ['a soft hyphen, as documents have', 'abc\u00addef'],
    ['characters of a tag, which show as nothing', 'abc\u{e0041}\u{e0042}'],
  ])('are refused with %s, which is not repeated', (_, text) => {
    const document = { ...VALID_RETURN, notes: { en: text, cy: 'Nodyn.' } };
    const bytes = new TextEncoder().encode(JSON.stringify(document));
    const { report, header } = validateReturn(bytes, { format: 'json' });
    expect(report.findings).toMatchObject([
      {
        rule: 'text-without-control-characters',
        path: '/notes/en',
        locations: [{ pointer: '/notes/en', value: WITHHELD }],
      },
    ]);
    expect(header).toBeNull();
    expect(safeValue(text)).toBe(WITHHELD);
  });

  it('may have tabs, line breaks, accents and characters beyond the first plane', () => {
    expect(checkTexts({ notes: { en: 'One.\r\n\tTwo.', cy: 'Tŷ, ŵyr, 🙂' } })).toEqual([]);
  });

  it('are looked at wherever they stand', () => {
    const faults = checkTexts({ coverage: { services_included: ['a', 'b\u0001'] } });
    expect(faults.map(({ path }) => path)).toEqual([['coverage', 'services_included', 1]]);
  });
});
