import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { FORMAT_NAMES, FORMATS } from '../../src/formats/formats.ts';
import { formsOfAnswer } from '../../src/formats/forms-of-answer.ts';
import type { Answer, AnswerForm, CellStatus } from '../../src/query/answer.ts';
import { type CellSource, openCellSource } from '../../src/query/cell-source.ts';
import { CODE_LISTS } from '../../src/standard/generated/code-lists.ts';
import { parquetWords, READERS } from '../support/answer-in-formats.ts';
import { readWorkbookRows } from '../support/read-workbook.ts';
import { ANSWER, TWO_FIGURES } from './made-answer.ts';

let folder: string;
let source: CellSource;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spcd-formats-'));
  source = openCellSource(openArchive(folder));
});
afterAll(async () => {
  await source.close();
  await rm(folder, { recursive: true, force: true });
});

const ENGLISH: AnswerForm = { language: 'en', labels: 'en' };

async function written(
  answer: Answer,
  format: (typeof FORMAT_NAMES)[number],
  form = ENGLISH,
): Promise<Buffer> {
  const body = await formsOfAnswer(answer, source.writeFile)[format](form);
  return Buffer.from(body as string);
}

function expectedCells({ rows, figures }: Answer) {
  return rows.flatMap((row) =>
    row.cells.map(({ value, status }, index) => ({
      at: [...row.labels.map(({ code }) => code), figures[index]?.name].join(' '),
      value,
      status,
    })),
  );
}

const STATUSES = CODE_LISTS.cell_status.codes.map(({ code }) => code as CellStatus);

/** Titles that hurt: formulas, quotes, breaks, what XML and SQL take for their own, and any character at all. */
const title = fc
  .tuple(
    fc.constantFrom('', '=1+', '+', '-', '@', '\t', '"', "'", '</t>', '&amp;', ' ', '_x0041_'),
    fc.string(),
  )
  .map((parts) => parts.join(''))
  .map((en) => ({ en, cy: `cy ${en}` }));

const cell = fc.oneof(
  fc.record({
    value: fc.oneof(fc.integer({ min: -1e6, max: 1e6 }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    status: fc.constantFrom<CellStatus>('ok', 'partial'),
  }),
  fc.record({ value: fc.constant(null), status: fc.constantFrom(...STATUSES) }),
);

/** Any answer whose rows are a whole grid of one period, one to four categories of sex and one to three figures. */
const anyAnswer = fc
  .record({ sexes: fc.integer({ min: 1, max: 4 }), figures: fc.integer({ min: 1, max: 3 }) })
  .chain(({ sexes, figures }) =>
    fc.record({
      titles: fc.array(title, { minLength: sexes, maxLength: sexes }),
      rows: fc.array(fc.array(cell, { minLength: figures, maxLength: figures }), {
        minLength: sexes,
        maxLength: sexes,
      }),
      names: fc.constant(['people', 'mean_change', 'n_paired'].slice(0, figures)),
    }),
  )
  .map(
    ({ titles, rows, names }): Answer => ({
      ...ANSWER,
      figures: names.map((name) => ({ ...ANSWER.figures[0], name }) as Answer['figures'][number]),
      rows: rows.map((cells, index) => ({
        labels: [
          { code: '2026-Q1', title: { en: 'A quarter', cy: 'Chwarter' } },
          { code: `code_${index}`, title: titles[index] as { en: string; cy: string } },
        ],
        // Nought has no sign in text.
        cells: cells.map(({ value, status }) => ({ value: value === 0 ? 0 : value, status })),
      })),
    }),
  );

describe.each(FORMAT_NAMES)('%s', (format) => {
  const shapeOf = (answer: Answer) => ({
    columns: answer.columns.map(({ name }) => name),
    figures: answer.figures.map(({ name }) => name),
  });

  it('gives back every cell of any answer, whatever its labels', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyAnswer,
        fc.constantFrom<AnswerForm['labels']>('en', 'cy', 'codes'),
        async (answer, labels) => {
          const bytes = await written(answer, format, { language: 'en', labels });
          expect(await READERS[format](bytes, shapeOf(answer))).toEqual(expectedCells(answer));
        },
      ),
      { numRuns: ['parquet', 'xlsx'].includes(format) ? 20 : 100 },
    );
  }, 60_000);

  it('gives the same bytes for the same answer, on any day', async () => {
    const first = await written(TWO_FIGURES, format);
    // A zip tells seconds apart by twos.
    await new Promise((resolve) => setTimeout(resolve, format === 'xlsx' ? 2_100 : 0));
    expect((await written(TWO_FIGURES, format)).equals(first)).toBe(true);
  });

  it('has no label where codes alone are wanted', async () => {
    const bytes = await written(ANSWER, format, { language: 'en', labels: 'codes' });
    if (format === 'xlsx' || format === 'parquet') return expectCodesAlone(bytes, format);
    expect(bytes.toString()).not.toContain('January to March');
    expect((await written(ANSWER, format)).toString()).toContain('January to March');
  });

  it('can hold an answer without rows', async () => {
    const bytes = await written({ ...ANSWER, rows: [] }, format);
    expect(await READERS[format](bytes, shapeOf(ANSWER))).toEqual([]);
  });
});

async function expectCodesAlone(bytes: Buffer, format: 'xlsx' | 'parquet') {
  const cells = await READERS[format](bytes, { columns: ['period', 'sex'], figures: ['people'] });
  expect(cells.map(({ at }) => at)).toEqual([
    '2026-Q1 female people',
    '2026-Q1 male people',
    '2026-Q1 another people',
  ]);
}

describe('a Parquet file', () => {
  it('says which standard, release, licence and rule of suppression it is of, and where it came from', async () => {
    expect(await parquetWords(await written(ANSWER, 'parquet'))).toMatchObject({
      spcd_schema_version: '1.0',
      spcd_release: 'returns-2026-q2-1',
      spcd_collection: 'returns',
      licence: 'https://licence.example',
      disclosure_control: 'cell-key spcd-sdc-2, counts under 10 not shown, rounded to 5',
      permalink: ANSWER.meta.permalink,
      citation: 'Cite this.',
    });
  });

  it('leaves nothing behind where it was written', async () => {
    const paths: string[] = [];
    await source.writeFile(async (connection, path) => {
      paths.push(path);
      await connection.run(`COPY (SELECT 1 AS one) TO '${path}' (FORMAT parquet)`);
    });
    const failing = source.writeFile(async (connection, path) => {
      paths.push(path);
      await connection.run(`COPY (SELECT 1 AS one) TO '${path}' (FORMAT parquet)`);
      throw new Error('after all not');
    });
    await expect(failing).rejects.toThrow('after all not');
    expect(new Set(paths).size).toBe(2);
    for (const path of paths) await expect(rm(path)).rejects.toThrow('ENOENT');
  });
});

describe('the list of formats', () => {
  it('gives each a media type and an extension of its own', () => {
    for (const key of ['mediaType', 'extension'] as const) {
      expect(new Set(FORMAT_NAMES.map((name) => FORMATS[name][key])).size).toBe(FORMAT_NAMES.length);
    }
    for (const name of FORMAT_NAMES)
      expect(FORMATS[name].contentType.split(';')[0]).toBe(FORMATS[name].mediaType);
  });
});

describe('what is said of a row by a code', () => {
  const reading = (en: string) => ({ code: en.toLowerCase(), title: { en, cy: `${en} (cy)` } });
  const said: Answer = {
    ...ANSWER,
    attributes: [{ name: 'reading', title: reading('Reading').title, description: reading('Reading').title }],
    rows: ANSWER.rows.map((row, index) => ({ ...row, attributes: [index === 0 ? reading('Under') : null] })),
  };

  it('comes last in every flat form, and beside the cube in JSON-stat', async () => {
    const [header, first, second] = (await written(said, 'csv')).toString().split('\r\n');
    expect(header).toMatch(/,status,reading,reading_label$/);
    expect([first, second]).toEqual([
      expect.stringMatching(/,180,ok,under,Under$/),
      expect.stringContaining('Male'),
    ]);
    const [line] = (await written(said, 'ndjson')).toString().split('\n');
    expect(JSON.parse(String(line))).toMatchObject({ reading: 'under', reading_label: 'Under' });
    const sheet = readWorkbookRows(await written(said, 'xlsx')).get('Data');
    expect(sheet?.slice(2, 5).map((row) => row.slice(6))).toEqual([
      ['reading', 'Reading'],
      ['under', 'Under'],
      [],
    ]);
    const { extension } = JSON.parse((await written(said, 'json-stat')).toString());
    expect(extension.attributes.slice(0, 2)).toEqual([
      { at: ['2026-Q1', 'female'], reading: 'under' },
      { at: ['2026-Q1', 'male'], reading: null },
    ]);
  });
});
