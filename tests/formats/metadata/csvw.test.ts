import { describe, expect, it } from 'vitest';
import { flatTableOf } from '../../../src/formats/flat-table.ts';
import { csvwOfAnswer, csvwOfTable } from '../../../src/formats/metadata/csvw.ts';
import { writeCsv } from '../../../src/formats/write-csv.ts';
import type { Answer, AnswerForm } from '../../../src/query/answer.ts';
import { cellColumnsOf } from '../../../src/release/published-cells.ts';
import { CODE_LISTS } from '../../../src/standard/generated/code-lists.ts';
import { TABLE_NAMES } from '../../../src/standard/generated/tables.ts';
import { ANSWER, TWO_FIGURES } from '../made-answer.ts';
import { walesRelease } from './published-wales-release.ts';
import { type Csvw, readByCsvw } from './read-by-csvw.ts';

const URL_OF_SERVICE = 'https://data.example.wales';
const csvwOf = (answer: Answer, form: AnswerForm) => csvwOfAnswer(answer, form, URL_OF_SERVICE) as Csvw;

describe.each(TABLE_NAMES)('the metadata of the CSV of %s', (table) => {
  const csvw = csvwOfTable(walesRelease(), table) as Csvw;

  it('describes the columns that the file is written with, in their order', () => {
    expect(csvw.tableSchema.columns.map(({ name }) => name)).toEqual([...cellColumnsOf(table), 'value']);
    expect(csvw.tableSchema.columns.filter(({ datatype }) => datatype === 'number')).toMatchObject([
      { name: 'value' },
    ]);
    expect(csvw.url).toBe(`${URL_OF_SERVICE}/v1/releases/returns-2026-q2-1/files/tables/${table}.csv`);
  });

  it('has words in both languages for each of them, and code lists that there are', () => {
    for (const column of csvw.tableSchema.columns) {
      for (const language of ['en', 'cy']) {
        const words = column.titles[language] ?? [];
        expect([words[0], words[1]]).toEqual([column.name, expect.stringMatching(/\S/)]);
      }
      const lists = [column['qb:codeList'] ?? []].flat() as { '@id': string }[];
      for (const { '@id': id } of lists) {
        const [, list = ''] = /^https:\/\/data\.example\.wales\/v1\/codelists\/(.+)$/.exec(id) ?? [];
        expect(list in CODE_LISTS || id.endsWith('/v1/measures')).toBe(true);
      }
    }
  });
});

describe('the metadata of an answer', () => {
  it.each(['en', 'cy', 'codes'] as const)(
    'reads its CSV with labels %s, each value and what is not shown',
    (labels) => {
      const form: AnswerForm = { language: 'en', labels };
      for (const answer of [ANSWER, TWO_FIGURES]) {
        const rows = readByCsvw(writeCsv(flatTableOf(answer, form)), csvwOf(answer, form));
        const name = answer.figures.length === 1 ? 'value' : 'people';
        expect(rows.map((row) => row[name])).toEqual([180, 95, null]);
        expect(rows.map(({ sex }) => sex)).toEqual(['female', 'male', 'another']);
      }
    },
  );

  it('names the address of that CSV, its labels and language included', () => {
    const { url } = csvwOf(ANSWER, { language: 'cy', labels: 'codes' });
    expect(url).toBe(`${ANSWER.meta.permalink}&format=csv&labels=codes&lang=cy`);
  });

  it('describes what is said of whole rows too', () => {
    const words = { en: 'Reading', cy: 'Darlleniad' };
    const answer: Answer = {
      ...ANSWER,
      attributes: [{ name: 'reading', title: words, description: words }],
      rows: ANSWER.rows.map((row) => ({ ...row, attributes: [{ code: 'as_expected', title: words }] })),
    };
    const form: AnswerForm = { language: 'en', labels: 'en' };
    const rows = readByCsvw(writeCsv(flatTableOf(answer, form)), csvwOf(answer, form));
    expect(rows[0]).toMatchObject({ reading: 'as_expected', reading_label: 'Reading' });
  });
});
