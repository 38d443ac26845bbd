import { unzipSync } from 'fflate';
import writeExcelFile, { type CellObject, type Row } from 'write-excel-file/node';
import type {
  Answer,
  AnswerAttribute,
  AnswerCell,
  AnswerColumn,
  AnswerForm,
  RowLabel,
} from '../query/answer.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { Text } from '../standard/text.ts';
import { writeZip } from '../standard/write/write-zip.ts';
import { labelIn } from './localise.ts';
import { notesOf } from './workbook-notes.ts';

/** The rows above the first figure: the title in English and in Welsh, and the header. They stay in sight. */
export const ROWS_ABOVE = 3;

const STATUS: Text = { en: 'Status', cy: 'Statws' };

/** What a sheet shows where there is no figure: the shorthands of the UK's Government Statistical Service. */
const SHORTHANDS: Readonly<Partial<Record<AnswerCell['status'], string>>> = {
  suppressed: '[c]',
  under_5: '[c]',
  not_applicable: '[z]',
};

/**
 * An answer as a workbook (XLSX): a sheet of its rows under a title in both languages, and a sheet of notes.
 *
 * Every dimension has its codes and, unless only codes are wanted, its labels. Where a figure is not shown its cell
 * says `[c]`, `[z]` or `[x]`, with the status beside it. Every text is a text, whatever it begins with: nothing is
 * worked out. The same answer gives the same bytes.
 */
export async function writeXlsx(answer: Answer, form: AnswerForm): Promise<Uint8Array> {
  const widths = headerOf(answer, form).map((title) => ({
    width: Math.min(60, Math.max(14, title.length + 2)),
  }));
  const bytes = await writeExcelFile([
    { sheet: 'Data', data: dataSheet(answer, form), columns: widths, stickyRowsCount: ROWS_ABOVE },
    {
      sheet: form.language === 'cy' ? 'Nodiadau' : 'Notes',
      data: notesOf(answer).map((row, index) => row.map((words) => textCell(words, index === 0, true))),
      columns: [{ width: 28 }, { width: 80 }, { width: 80 }],
      stickyRowsCount: 1,
    },
  ]).toBuffer();
  return withoutTime(bytes);
}

function dataSheet(answer: Answer, form: AnswerForm): Row[] {
  const { table_title: title } = answer.meta;
  const figures = answer.figures.map((figure) => figure.title);
  const titleIn = (language: 'en' | 'cy') =>
    [title, ...(figures.length === 1 ? figures : [])].map((words) => words[language]).join(': ');
  return [
    [textCell(titleIn('en'), true)],
    [textCell(titleIn('cy'), true)],
    headerOf(answer, form).map((words) => textCell(words, true)),
    ...answer.rows.map((row) => [
      ...row.labels.flatMap((label) => labelCells(label, form)),
      ...row.cells.flatMap((cell) => [figureCell(cell), textCell(statusOf(cell, form))]),
      ...(answer.attributes ?? []).flatMap((_, index) => labelCells(row.attributes?.[index] ?? null, form)),
    ]),
  ];
}

/** Codes stand under the names of the standard, labels under words. */
function headerOf({ columns, figures, attributes = [] }: Answer, form: AnswerForm): string[] {
  const wordsOf = ({ name, title }: { readonly name: string; readonly title: Text }) =>
    labelIn(form, title) ?? name;
  const statusWord = labelIn(form, STATUS) ?? 'status';
  const coded = (column: AnswerColumn | AnswerAttribute) =>
    form.labels === 'codes' ? [column.name] : [column.name, wordsOf(column)];
  return [
    ...columns.flatMap(coded),
    ...figures.flatMap((figure) => [
      wordsOf(figure),
      figures.length === 1 ? statusWord : `${wordsOf(figure)}: ${statusWord}`,
    ]),
    ...attributes.flatMap(coded),
  ];
}

function labelCells(label: RowLabel | null, form: AnswerForm): CellObject[] {
  const words = form.labels === 'codes' ? [] : [label?.title[form.labels] ?? ''];
  return [label?.code ?? '', ...words].map((text) => textCell(text));
}

function figureCell({ value, status }: AnswerCell): CellObject {
  if (value !== null) return { value, type: Number };
  return { ...textCell(SHORTHANDS[status] ?? '[x]'), align: 'right' };
}

function statusOf({ status }: AnswerCell, form: AnswerForm): string {
  const code = CODE_LISTS.cell_status.codes.find((candidate) => candidate.code === status);
  return (code && labelIn(form, code.title)) ?? status;
}

function textCell(words: string, isBold = false, wrap = false): CellObject {
  return {
    value: asValue(words.replace(NOT_IN_XML, '?')),
    type: String,
    ...(isBold && { fontWeight: 'bold' }),
    ...(wrap && { wrap: true, alignVertical: 'top' }),
  };
}

/**
 * The library looks texts up in an object, where words such as `toString` are found before anybody put them there;
 * a NUL keeps them apart, and is left out where they are written.
 */
function asValue(words: string): string {
  return words in Object.prototype ? `${words}\u0000` : words;
}

/** A workbook is made of XML, which has no place for these; the library would leave them out in silence. */
const NOT_IN_XML = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The archive again, with every file of it dated alike: the library writes the time of day into it. */
function withoutTime(bytes: Uint8Array): Uint8Array {
  const files = Object.entries(unzipSync(bytes));
  return writeZip(files.map(([name, content]) => ({ name, content })));
}
