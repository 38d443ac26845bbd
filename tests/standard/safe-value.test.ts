import { describe, expect, it } from 'vitest';
import { pathTemplate, pointerTo } from '../../src/standard/pointer.ts';
import { safeValue, WITHHELD } from '../../src/standard/safe-value.ts';

describe('safeValue', () => {
  it.each([
    ['16_42', '16_42'],
    ['Powys Teaching Health Board', 'Powys Teaching Health Board'],
    [7, '7'],
    [true, 'true'],
    ['x'.repeat(40), 'x'.repeat(40)],
  ])('repeats %j', (value, repeated) => {
    expect(safeValue(value)).toBe(repeated);
  });

  it.each([
    ['more than 40 characters', 'x'.repeat(41)],
    ['an NHS number', '943 476 5919'],
    ['an NHS number sent as a number', 9434765919],
    ['a postcode', 'LD1 5HA'],
    ['a line break', 'sex\nError'],
    ['a terminal sequence', '\u001b[2J'],
    ['text that turns the direction of reading', '\u202eexs'],
    ['a line separator', 'a\u2028b'],
    ['a soft hyphen', 'a\u00adb'],
    ['a space of no width', 'a\u200bb'],
    ['characters of a tag', 'a\u{e0041}'],
  ])('withholds %s', (_, value) => {
    expect(safeValue(value)).toBe(WITHHELD);
  });
});

describe('pointerTo', () => {
  it('points at the whole return with an empty text', () => {
    expect(pointerTo([])).toBe('');
  });

  it.each(['9434765919', 'Mary Jones', 'nhs_number', '__proto__', 'a/b~c', ''])(
    'does not repeat the name %j',
    (name) => {
      expect(pointerTo(['tables', 'profiles', 3, name])).toBe(`/tables/profiles/3/${WITHHELD}`);
    },
  );
});

describe('pathTemplate', () => {
  it('stands {row} for the row of a table and {item} for a place in a list', () => {
    expect(pathTemplate(['tables', 'profiles', 3, 'sex'])).toBe('/tables/profiles/{row}/sex');
    expect(pathTemplate(['coverage', 'areas_complete', 3])).toBe('/coverage/areas_complete/{item}');
  });
});
