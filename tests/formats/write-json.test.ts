import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localise } from '../../src/formats/localise.ts';
import { writeJson } from '../../src/formats/write-json.ts';
import { ANSWER, TWO_FIGURES } from './made-answer.ts';

const read = (...asked: Parameters<typeof writeJson>) => JSON.parse(writeJson(...asked));

it('writes a row with its codes, labels, value and status', () => {
  const { rows } = read(ANSWER, { language: 'en', labels: 'en' });
  expect(rows[0]).toEqual({
    period: '2026-Q1',
    period_label: 'January to March 2026',
    sex: 'female',
    sex_label: 'Female',
    value: 180,
    status: 'ok',
  });
  expect(rows[2]).toMatchObject({ value: null, status: 'suppressed' });
});

it('gives each of several figures an object of its own', () => {
  const { rows, figures } = read(TWO_FIGURES, { language: 'en', labels: 'codes' });
  expect(rows[0]).toEqual({
    period: '2026-Q1',
    sex: 'female',
    people: { value: 180, status: 'ok' },
    mean_change: { value: -2.3, status: 'ok' },
  });
  expect(figures.map(({ name }: { name: string }) => name)).toEqual(['people', 'mean_change']);
});

it('puts every word in one language, and labels in the one that is asked for them', () => {
  const welsh = writeJson(ANSWER, { language: 'cy', labels: 'cy' });
  expect(welsh).not.toMatch(/"en":|"cy":/);
  expect(JSON.parse(welsh)).toMatchObject({
    meta: { citation: 'Cite this. (cy)' },
    notes: [{ text: 'Noise. (cy)' }],
    warnings: [{ nearest: 'population=supported' }],
  });
  const mixed = read(ANSWER, { language: 'en', labels: 'cy' });
  expect(mixed.meta.citation).toBe('Cite this.');
  expect(mixed.rows[0].sex_label).toBe('Female (cy)');
});

it('differs between languages in words alone', () => {
  const english = writeJson(ANSWER, { language: 'en', labels: 'en' });
  expect(writeJson(ANSWER, { language: 'cy', labels: 'cy' }).replaceAll(' (cy)', '')).toBe(english);
});

it('takes only a pair of languages for words in two', () => {
  expect(localise({ en: 'a', cy: 'b' }, 'cy')).toBe('b');
  expect(localise({ en: 'a', cy: 'b', more: 1 }, 'cy')).toEqual({ en: 'a', cy: 'b', more: 1 });
  expect(localise([null, 1, { x: { en: 'a', cy: 'b' } }], 'en')).toEqual([null, 1, { x: 'a' }]);
});

it('writes every row as JSON does, and what is said of it last', () => {
  const value = fc.option(fc.double(), { nil: null });
  const title = fc.record({ en: fc.string(), cy: fc.string() });
  const said = fc.option(fc.record({ code: fc.string(), title }), { nil: null });
  fc.assert(
    fc.property(fc.array(fc.tuple(title, value, said)), (made) => {
      const attribute = { name: 'reading', title: { en: '', cy: '' }, description: { en: '', cy: '' } };
      const rows = made.map(([words, figure, reading]) => ({
        labels: [
          { code: '2026-Q1', title: { en: 'A quarter', cy: 'Chwarter' } },
          { code: words.en, title: words },
        ],
        cells: [{ value: figure, status: 'ok' as const }],
        attributes: [reading],
      }));
      const answer = { ...ANSWER, rows, attributes: [attribute] };
      const expected = made.map(([words, figure, reading]) => ({
        period: '2026-Q1',
        period_label: 'A quarter',
        sex: words.en,
        sex_label: words.en,
        value: figure,
        status: 'ok',
        reading: reading?.code ?? null,
        reading_label: reading?.title.en ?? null,
      }));
      const written = writeJson(answer, { language: 'en', labels: 'en' });
      expect(written).toContain(`,"rows":${JSON.stringify(expected)},"notes":`);
    }),
  );
});
