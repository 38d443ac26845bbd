import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../src/formats/write-xlsx.ts';
import { readWorkbookRows } from '../support/read-workbook.ts';
import { ANSWER, TWO_FIGURES } from './made-answer.ts';

const ENGLISH = { language: 'en', labels: 'en' } as const;
const sheetsOf = async (...asked: Parameters<typeof writeXlsx>) =>
  readWorkbookRows(await writeXlsx(...asked));

describe('the sheet of rows', () => {
  it('has its title in both languages, then a header of names and words, then the rows', async () => {
    expect((await sheetsOf(ANSWER, ENGLISH)).get('Data')).toEqual([
      ['Profiles: People'],
      ['Profiles (cy): People (cy)'],
      ['period', 'Period', 'sex', 'Sex', 'People', 'Status'],
      ['2026-Q1', 'January to March 2026', 'female', 'Female', 180, 'Shown'],
      ['2026-Q1', 'January to March 2026', 'male', 'Male, "he", or\nhim', 95, 'Shown'],
      ['2026-Q1', 'January to March 2026', 'another', 'Another', '[c]', 'Suppressed'],
    ]);
  });

  it('is in Welsh where Welsh is asked for, and has the names of the standard where codes are', async () => {
    const welsh = await sheetsOf(ANSWER, { language: 'cy', labels: 'cy' });
    expect([...welsh.keys()]).toEqual(['Data', 'Nodiadau']);
    expect(welsh.get('Data')?.[2]?.slice(-2)).toEqual(['People (cy)', 'Statws']);
    const codes = await sheetsOf(TWO_FIGURES, { language: 'en', labels: 'codes' });
    const header = ['period', 'sex', 'people', 'people: status', 'mean_change', 'mean_change: status'];
    expect(codes.get('Data')?.[2]).toEqual(header);
    expect(codes.get('Data')?.[5]).toEqual(['2026-Q1', 'another', '[c]', 'suppressed', -2.3, 'ok']);
  });

  it('keeps the rows down to the header in sight', async () => {
    const sheet = strFromU8(
      unzipSync(await writeXlsx(ANSWER, ENGLISH))['xl/worksheets/sheet1.xml'] as Uint8Array,
    );
    expect(sheet).toMatch(/<pane [^>]*ySplit="3"[^>]*state="frozen"/);
  });

  it('tells what is not there from what is not shown', async () => {
    const statuses = ['under_5', 'not_applicable', 'not_available', 'no_return', 'partial'] as const;
    const rows = statuses.map((status) => ({ labels: [], cells: [{ value: null, status }] }));
    const data = (await sheetsOf({ ...ANSWER, columns: [], rows }, { language: 'en', labels: 'codes' })).get(
      'Data',
    );
    expect(data?.slice(3).map(([shown]) => shown)).toEqual(['[c]', '[z]', '[x]', '[x]', '[x]']);
  });
});

describe('the sheet of notes', () => {
  it('says in both languages what the figures are, how they are protected, how to cite them and who is missing', async () => {
    const gap = { organisation: '7A7', title: { en: 'Powys', cy: 'Powys (cy)' }, period: '2026-Q1' };
    const meta = { ...ANSWER.meta, coverage: [{ ...gap, state: 'no_return' as const }] };
    const notes = (await sheetsOf({ ...ANSWER, meta }, ENGLISH)).get('Notes') ?? [];
    const lines = notes.map(([about, english, welsh]) => [about, english, welsh].join(' | '));
    expect(lines).toEqual(
      expect.arrayContaining([
        ' | English | Cymraeg',
        'citation | Cite this. | Cite this. (cy)',
        'noise | Noise. | Noise. (cy)',
        expect.stringContaining('Shown: 2 of 3.'),
        expect.stringContaining('7A7, 2026-Q1: no_return'),
        expect.stringContaining('[c] | Not shown: none, or too few to show. | Heb ei ddangos'),
      ]),
    );
    expect(lines.join('\n')).toContain(ANSWER.meta.permalink);
  });
});

it('keeps every text a text, whatever it begins with, and holds no formula', async () => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t', '|', ' ', "'", '=cmd|', '');
  await fc.assert(
    fc.asyncProperty(start, fc.string({ unit: 'grapheme' }), async (first, rest) => {
      const words = `${first}${rest}`;
      const row = {
        labels: [{ code: 'one', title: { en: words, cy: words } }],
        cells: [{ value: 1, status: 'ok' as const }],
      };
      const columns = ANSWER.columns.slice(0, 1);
      const bytes = await writeXlsx({ ...ANSWER, columns, rows: [row] }, ENGLISH);
      // A line break that is not a line feed becomes one, as in all XML.
      const read = words.replace(/\r\n?/g, '\n');
      expect(readWorkbookRows(bytes).get('Data')?.[3]?.slice(0, 3)).toEqual(['one', read || null, 1]);
      for (const [name, content] of Object.entries(unzipSync(bytes))) {
        if (name.endsWith('.xml')) expect(strFromU8(content)).not.toContain('<f>');
      }
    }),
    {
      numRuns: 40,
      examples: [
        ['', 'toString'],
        ['', '__proto__'],
        ['', 'constructor'],
      ],
    },
  );
}, 60_000);

it('puts a sign for what XML cannot hold', async () => {
  const row = { ...ANSWER.rows[0], labels: [{ code: 'one', title: { en: 'a\u0000b\ud800c', cy: '' } }] };
  const sheets = await sheetsOf({ ...ANSWER, rows: [row as (typeof ANSWER.rows)[number]] }, ENGLISH);
  expect(sheets.get('Data')?.[3]?.[1]).toBe('a?b?c');
});
