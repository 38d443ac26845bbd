import JSONstat from 'jsonstat-toolkit';
import { expect, it } from 'vitest';
import { writeJsonStat } from '../../src/formats/write-json-stat.ts';
import { ANSWER, TWO_FIGURES } from './made-answer.ts';

const ENGLISH = { language: 'en', labels: 'en' } as const;
const read = (...asked: Parameters<typeof writeJsonStat>) => JSONstat(JSON.parse(writeJsonStat(...asked)));

it('is a cube of the columns and the figure, each with its role and its words', () => {
  const cube = read(TWO_FIGURES, ENGLISH);
  expect([cube.class, cube.label, cube.n]).toEqual(['dataset', 'Profiles', 6]);
  expect(cube.id).toEqual(['period', 'sex', 'figure']);
  expect(cube.role).toMatchObject({ time: ['period'], metric: ['figure'] });
  expect(cube.Dimension('sex').label).toBe('Sex');
  expect(cube.Dimension('sex').Category('another').label).toBe('Another');
  expect(cube.Data({ period: '2026-Q1', sex: 'male', figure: 'mean_change' })?.value).toBe(-2.3);
  expect(cube.Data({ period: '2026-Q1', sex: 'another', figure: 'people' })).toMatchObject({
    value: null,
    status: 'suppressed',
  });
  expect(cube.note).toEqual(['Noise.', 'Incomplete.']);
});

it('is in one language, and says where it came from, of what licence and of which release', () => {
  const text = writeJsonStat(ANSWER, { language: 'cy', labels: 'cy' });
  expect(text).not.toMatch(/"en":|"cy":/);
  expect(JSON.parse(text)).toMatchObject({
    version: '2.0',
    href: ANSWER.meta.permalink,
    source: 'Cite this. (cy)',
    updated: '2026-08-01T10:00:00Z',
    link: { license: [{ href: 'https://licence.example' }] },
    extension: { release: 'returns-2026-q2-1', disclosure: { threshold: 10 } },
    dimension: { figure: { label: 'Ffigur', category: { unit: { people: { label: 'person' } } } } },
  });
});

it('leaves empty what the answer has no row for, and refuses two rows about one thing', () => {
  const [first, second] = ANSWER.rows as [(typeof ANSWER.rows)[number], (typeof ANSWER.rows)[number]];
  const later = {
    ...second,
    labels: [{ code: '2026-Q2', title: { en: 'Later', cy: 'Wedyn' } }, ...second.labels.slice(1)],
  };
  const cube = read({ ...ANSWER, rows: [first, later] }, ENGLISH);
  expect(cube.n).toBe(4);
  expect(cube.Data({ period: '2026-Q2', sex: 'female', figure: 'people' })?.value).toBeNull();
  expect(cube.Data({ period: '2026-Q2', sex: 'male', figure: 'people' })?.value).toBe(95);
  expect(() => writeJsonStat({ ...ANSWER, rows: [first, first] }, ENGLISH)).toThrow(/Two rows/);
});
