import { expect, it } from 'vitest';
import { flatTableOf } from '../../src/formats/flat-table.ts';
import { formsOfAnswer } from '../../src/formats/forms-of-answer.ts';
import { ROWS_OF_A_PIECE } from '../../src/formats/in-turns.ts';
import { writeCsv } from '../../src/formats/write-csv.ts';
import { writeXlsx } from '../../src/formats/write-xlsx.ts';
import type { Answer } from '../../src/query/answer.ts';
import { MAXIMUM_CELLS } from '../../src/standard/question-limits.ts';
import { ANSWER, TWO_FIGURES } from './made-answer.ts';

const ENGLISH = { language: 'en', labels: 'en' } as const;
const WELSH = { language: 'cy', labels: 'cy' } as const;

/** As many rows as an answer may have. */
const LARGE: Answer = {
  ...ANSWER,
  rows: Array.from(
    { length: MAXIMUM_CELLS },
    (_, at) => ANSWER.rows[at % ANSWER.rows.length] as Answer['rows'][0],
  ),
};

const forms = (answer: Answer) =>
  formsOfAnswer(answer, () => Promise.reject(new Error('nothing here is written by the engine')));

/** Gives way each time that it is asked to, and counts how often. */
function everyTime() {
  const given = { times: 0, giveWay };
  async function giveWay() {
    given.times += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return given;
}

it.each([
  ['none', { ...ANSWER, rows: [] }],
  ['a few', ANSWER],
  ['a few of two figures', TWO_FIGURES],
  ['the most', LARGE],
])('gives the same CSV in pieces as in one, of %s rows', async (_, answer) => {
  for (const form of [ENGLISH, WELSH]) {
    const given = everyTime();
    expect(await forms(answer).csv(form, given.giveWay)).toBe(writeCsv(flatTableOf(answer, form)));
    expect(given.times).toBe(1 + Math.ceil(answer.rows.length / ROWS_OF_A_PIECE));
  }
});

it.each([
  ['a few', ANSWER],
  ['a few of two figures', TWO_FIGURES],
])('gives the same workbook from a thread of its own as in one piece, of %s rows', async (_, answer) => {
  for (const form of [ENGLISH, WELSH]) {
    expect(await forms(answer).xlsx(form)).toEqual(await writeXlsx(answer, form));
  }
});

it('lets others have a turn while the largest workbook is written', async () => {
  let isWritten = false;
  let rounds = 0;
  const given = everyTime();
  const workbook = Promise.resolve(forms(LARGE).xlsx(ENGLISH, given.giveWay)).finally(() => {
    isWritten = true;
  });
  while (!isWritten) {
    rounds += 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect((await workbook).length).toBeGreaterThan(50_000);
  expect(given.times).toBe(MAXIMUM_CELLS / ROWS_OF_A_PIECE);
  // The pieces that are handed over are fewer: what is written lies outside this thread.
  expect(rounds).toBeGreaterThan(2 * given.times);
});

it('writes several workbooks that are asked for at once, each with its own figures', async () => {
  const asked = [ANSWER, TWO_FIGURES, { ...ANSWER, rows: [] }, ANSWER];
  const written = await Promise.all(asked.map((answer) => forms(answer).xlsx(ENGLISH)));
  const alone = await Promise.all(asked.map((answer) => writeXlsx(answer, ENGLISH)));
  expect(written).toEqual(alone);
});

it('tells of a workbook that cannot be written, and writes the next', async () => {
  const broken = { ...ANSWER, rows: [{ ...ANSWER.rows[0], cells: null }] } as unknown as Answer;
  await expect(forms(broken).xlsx(ENGLISH)).rejects.toThrow('a workbook could not be written');
  expect(await forms(ANSWER).xlsx(ENGLISH)).toEqual(await writeXlsx(ANSWER, ENGLISH));
});
