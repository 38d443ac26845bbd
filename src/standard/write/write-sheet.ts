import { escapeXml } from './escape-xml.ts';
import type { Sheet, SheetCell, SheetColumn } from './write-workbook.ts';

/** Rows down to which a column's list of choices reaches. */
const LAST_ROW_WITH_CHOICES = 100_001;
const TEXT_STYLE = ' s="1"';

/** What stands inside the `worksheet` element of a sheet, in the order that the format asks for. */
export function writeSheet({ rows, columns = [], frozenRows = 0 }: Sheet): string {
  return [
    frozenRows > 0 ? views(frozenRows) : '',
    columns.length > 0 ? `<cols>${columns.map(describeColumn).join('')}</cols>` : '',
    '<sheetData>',
    ...rows.map((row, index) => writeRow(row, index + 1, columns)),
    '</sheetData>',
    choicesOf(columns, frozenRows),
  ].join('');
}

/** The letters of a column, from 0: A, B, … Z, AA. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

function views(rows: number): string {
  const pane = `<pane ySplit="${rows}" topLeftCell="A${rows + 1}" activePane="bottomLeft" state="frozen"/>`;
  return `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>`;
}

function describeColumn({ width = 14, isText = false }: SheetColumn, index: number): string {
  const style = isText ? ' style="1"' : '';
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${style}/>`;
}

function writeRow(row: readonly SheetCell[], number: number, columns: readonly SheetColumn[]): string {
  const cells = row.map((cell, index) => {
    const place = `r="${columnLetters(index)}${number}"`;
    return writeCell(cell, place, columns[index]?.isText ? TEXT_STYLE : '');
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

function writeCell(cell: SheetCell, place: string, style: string): string {
  if (cell === null) return style === '' ? '' : `<c ${place}${style}/>`;
  if (typeof cell === 'string') {
    return `<c ${place}${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  }
  if (typeof cell === 'boolean') return `<c ${place}${style} t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (!Number.isFinite(cell)) throw new RangeError(`${cell} has no place in a workbook`);
  return `<c ${place}${style}><v>${cell}</v></c>`;
}

function choicesOf(columns: readonly SheetColumn[], frozenRows: number): string {
  const lists = columns.flatMap(({ choices = [] }, index) => {
    if (choices.length === 0) return [];
    const letters = columnLetters(index);
    const range = `${letters}${frozenRows + 1}:${letters}${LAST_ROW_WITH_CHOICES}`;
    const formula = `<formula1>&quot;${escapeXml(choices.join(','))}&quot;</formula1>`;
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}">${formula}</dataValidation>`,
    ];
  });
  if (lists.length === 0) return '';
  return `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}
