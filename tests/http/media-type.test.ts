import { describe, expect, it } from 'vitest';
import { preferredLanguage } from '../../src/http/language.ts';
import { bareMediaType, chooseMediaType } from '../../src/http/media-type.ts';

const OFFERED = ['application/json', 'text/csv'] as const;

describe('the media type of an answer', () => {
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['text/csv', 'text/csv'],
    ['TEXT/CSV', 'text/csv'],
    ['text/*', 'text/csv'],
    ['text/csv;q=0.5, application/json;q=0.4', 'text/csv'],
    ['text/csv;q=0.4, */*;q=0.5', 'application/json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'application/json'],
    ['application/json;q=0, */*', 'text/csv'],
    ['image/png', null],
    ['*/*;q=0', null],
    ['text/csv;q=nonsense', null],
  ])('for %j is %j', (accept, chosen) => {
    expect(chooseMediaType(accept, OFFERED)).toBe(chosen);
  });

  it('is read without its parameters', () => {
    expect(bareMediaType('Text/CSV; charset=utf-8; header=present')).toBe('text/csv');
    expect(bareMediaType(undefined)).toBe('');
  });
});

describe('the preferred language', () => {
  it.each([
    [undefined, 'en'],
    ['cy', 'cy'],
    ['CY-gb', 'cy'],
    ['fr, cy;q=0.1', 'cy'],
    ['en, cy', 'en'],
    ['cy, en', 'cy'],
    ['cy;q=0, en;q=0.1', 'en'],
    ['cyx', 'en'],
  ])('of %j is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
