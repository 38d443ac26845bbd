import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { flatTableOf } from '../../src/formats/flat-table.ts';
import { writeCsv } from '../../src/formats/write-csv.ts';
import type { Answer, AnswerForm } from '../../src/query/answer.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { ANSWER, TWO_FIGURES } from './made-answer.ts';

const ENGLISH = { language: 'en', labels: 'en' } as const;

const csvOf = (answer: Answer, form: AnswerForm) => writeCsv(flatTableOf(answer, form));

const linesOf = (csv: string) => Papa.parse<string[]>(csv.trimEnd(), { header: false }).data;

it('writes a header and a line for each row, with codes, labels, figure, value and status', () => {
  const csv = csvOf(ANSWER, ENGLISH);
  expect(linesOf(csv)).toEqual([
    ['release', 'collection', 'period', 'period_label', 'sex', 'sex_label', 'figure', 'value', 'status'],
    [
      'returns-2026-q2-1',
      'returns',
      '2026-Q1',
      'January to March 2026',
      'female',
      'Female',
      'people',
      '180',
      'ok',
    ],
    [
      'returns-2026-q2-1',
      'returns',
      '2026-Q1',
      'January to March 2026',
      'male',
      'Male, "he", or\nhim',
      'people',
      '95',
      'ok',
    ],
    [
      'returns-2026-q2-1',
      'returns',
      '2026-Q1',
      'January to March 2026',
      'another',
      'Another',
      'people',
      '',
      'suppressed',
    ],
  ]);
  expect(csv.endsWith('suppressed\r\n')).toBe(true);
  expect(csv.split('\r\n')).toHaveLength(5);
});

it('writes codes alone where no labels are wanted, and Welsh ones where those are', () => {
  const [header, first] = linesOf(csvOf(ANSWER, { language: 'en', labels: 'codes' }));
  expect(header).toEqual(['release', 'collection', 'period', 'sex', 'figure', 'value', 'status']);
  expect(first).toHaveLength(7);
  expect(csvOf(ANSWER, { language: 'cy', labels: 'cy' })).toContain('Female (cy)');
});

it('gives each of several figures a column of its own, with its status beside it', () => {
  const [header, first] = linesOf(csvOf(TWO_FIGURES, { language: 'en', labels: 'codes' }));
  expect(header?.slice(4)).toEqual(['people', 'people_status', 'mean_change', 'mean_change_status']);
  expect(first?.slice(4)).toEqual(['180', 'ok', '-2.3', 'ok']);
});

it('lets no label be worked out as a formula, and leaves every number as it is', () => {
  const label = fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '', 'a'), fc.string())
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(label, fc.double({ noNaN: true, noDefaultInfinity: true }), (title, value) => {
      const row = {
        labels: [
          { code: '2026-Q1', title: { en: 'A quarter', cy: 'Chwarter' } },
          { code: 'female', title: { en: title, cy: title } },
        ],
        cells: [{ value, status: 'ok' as const }],
      };
      const [, line] = linesOf(csvOf({ ...ANSWER, rows: [row] }, ENGLISH));
      expect(line?.[5]).not.toMatch(/^[=+\-@\t\r]/);
      expect(line?.[5]?.replace(/^'/, '')).toBe(/^'/.test(title) ? title.slice(1) : title);
      expect(Number(line?.[7])).toBe(value === 0 ? 0 : value);
    }),
  );
});

it('changes no label of the standard', () => {
  const titles = Object.values(CODE_LISTS).flatMap((list) =>
    list.codes.flatMap(({ title }) => [title.en, title.cy]),
  );
  expect(titles.filter((title) => /^[=+\-@\t\r]/.test(title))).toEqual([]);
});

it('puts into quotation marks what papaparse would, wherever it stands and however often', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', ';', '\ufeff', 'ŵ') });
  const values = fc.tuple(text, text, fc.option(fc.double({ noNaN: true }), { nil: null }));
  fc.assert(
    fc.property(fc.array(values), (rows) => {
      const columns = [
        { name: 'a,b', holds: 'code' },
        { name: 'c', holds: 'code' },
        { name: 'value', holds: 'number' },
      ] as const;
      const twice = [...rows, ...rows];
      const lines = [columns.map(({ name }) => name), ...twice.map((row) => row.map((value) => value ?? ''))];
      const expected = `${Papa.unparse(lines, { newline: '\r\n' })}\r\n`;
      expect(writeCsv({ columns, rows: twice })).toBe(expected);
    }),
  );
});
