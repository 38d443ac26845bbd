import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULE_CATALOGUE } from '../../src/standard/rule-catalogue.ts';

const ROOT = new URL('../../', import.meta.url);
const TABLES = new URL('schema/1.0/tables/', ROOT);
const page = readFileSync(new URL('docs/counting.md', ROOT), 'utf8');
const [english = '', welsh = ''] = page.split(/^# Rheolau/m);

/** A place that sources cite by number, and the headings it stands under. */
const CITED = [
  { cited: /counting rules, sections? ([\d and,]*\d)/g, en: 'Which period', cy: 'Pa gyfnod' },
  { cited: /principle (\d+)/g, en: 'Principles', cy: 'Egwyddorion' },
  { cited: /outcome rules of this standard, rule (\d+)/g, en: 'Outcome rules', cy: 'Rheolau canlyniadau' },
] as const;

const sources = [
  ...RULE_CATALOGUE.map(({ source }) => source),
  ...readdirSync(TABLES).map((name) => readFileSync(new URL(name, TABLES), 'utf8')),
].join('\n');

function numbersCited(pattern: RegExp): string[] {
  const lists = [...sources.matchAll(pattern)].map(([, list]) => list ?? '');
  return [...new Set(lists.flatMap((list) => list.match(/\d+/g) ?? []))];
}

function numbersBelow(half: string, heading: string): string[] {
  const [, after = ''] = half.split(`\n## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  return [...section.matchAll(/^(\d+)\. /gm)].map(([, number]) => number ?? '');
}

describe('docs/counting.md', () => {
  it.each(CITED)('holds under "$en" every number that a field or rule cites, in both languages', (place) => {
    const numbers = numbersCited(place.cited);
    expect(numbers.length).toBeGreaterThan(2);
    expect(numbersBelow(english, place.en)).toEqual(expect.arrayContaining(numbers));
    expect(numbersBelow(welsh, place.cy)).toEqual(numbersBelow(english, place.en));
  });
});
