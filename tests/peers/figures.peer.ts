import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { flatTableOf } from '../../src/formats/flat-table.ts';
import { writeCsv } from '../../src/formats/write-csv.ts';
import { writeXlsx } from '../../src/formats/write-xlsx.ts';
import { ANSWER, TWO_FIGURES } from '../formats/made-answer.ts';
import { BOARDS, examplesIn, makeBulkFiles } from '../support/bulk-example.ts';

let folder: string;
let bulk: Awaited<ReturnType<typeof makeBulkFiles>>;
beforeAll(async () => {
  bulk = await makeBulkFiles();
  folder = mkdtempSync(join(tmpdir(), 'spcd-figures-'));
  const english = { language: 'en', labels: 'en' } as const;
  writeFileSync(join(folder, 'answer.xlsx'), await writeXlsx(ANSWER, english));
  writeFileSync(join(folder, 'two.xlsx'), await writeXlsx(TWO_FIGURES, english));
  writeFileSync(join(folder, 'answer.csv'), writeCsv(flatTableOf(ANSWER, english)));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await bulk.remove();
});

/** What a program prints, line by line, run in a folder. Debian's own: the packages are installed for those. */
function printedBy(program: 'python' | 'r', code: string, inFolder: string): string[] {
  const [command, ...options] =
    program === 'python' ? ['/usr/bin/python3', '-W', 'ignore', '-c'] : ['Rscript', '-e'];
  const printed = execFileSync(command as string, [...options, code], { cwd: inFolder, encoding: 'utf8' });
  return printed.trimEnd().split('\n');
}

describe('docs/bulk.md', async () => {
  const [[tables, answer], [r]] = await Promise.all([examplesIn('python'), examplesIn('r')]);

  it('prints the boards with pandas', () => {
    expect(printedBy('python', String(tables), join(bulk.folder, 'tables'))).toEqual(BOARDS);
  });

  it('prints the boards with R', () => {
    expect(printedBy('r', String(r), join(bulk.folder, 'tables'))).toEqual(BOARDS);
  });

  it('reads a workbook with pandas', () => {
    expect(printedBy('python', String(answer), folder)).toEqual(["3 275 ['Shown', 'Shown', 'Suppressed']"]);
  });
});

describe('a workbook, read by openpyxl', () => {
  it('has the same rows, a frozen header, bilingual notes and no formula', () => {
    const script = `
import json, openpyxl
book = openpyxl.load_workbook("two.xlsx")
data, notes = book.worksheets
print(json.dumps([[cell.value for cell in row] for row in data.iter_rows(min_row=3)]))
print(data.freeze_panes, data.title, notes.title, notes["B1"].value, notes["C1"].value)
print(any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row))`;
    const [rows, sheets, hasFormula] = printedBy('python', script, folder);
    expect(JSON.parse(String(rows))).toEqual([
      ['period', 'Period', 'sex', 'Sex', 'People', 'People: Status', 'Change', 'Change: Status'],
      ['2026-Q1', 'January to March 2026', 'female', 'Female', 180, 'Shown', -2.3, 'Shown'],
      ['2026-Q1', 'January to March 2026', 'male', 'Male, "he", or\nhim', 95, 'Shown', -2.3, 'Shown'],
      ['2026-Q1', 'January to March 2026', 'another', 'Another', '[c]', 'Suppressed', -2.3, 'Shown'],
    ]);
    expect([sheets, hasFormula]).toEqual(['A4 Data Notes English Cymraeg', 'False']);
  });
});

describe('an answer as CSV, read by R', () => {
  it('has numbers, missing values and labels with quotes and breaks as they are', () => {
    const script = `
answer <- read.csv("answer.csv", na.strings = "", encoding = "UTF-8")
cat(class(answer$value), answer$value, answer$status, nchar(answer$sex_label[2]), sep = "\\n")`;
    const label = ANSWER.rows[1]?.labels[1]?.title.en ?? '';
    expect(printedBy('r', script, folder)).toEqual(
      ['integer', '180', '95', 'NA', 'ok', 'ok', 'suppressed', label.length].map(String),
    );
  });
});
