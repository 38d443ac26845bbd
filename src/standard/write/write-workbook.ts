import { escapeXml } from './escape-xml.ts';
import { writeSheet } from './write-sheet.ts';
import { writeZip } from './write-zip.ts';

/** What a cell of a workbook holds; nothing is written for null. */
export type SheetCell = string | number | boolean | null;

export interface SheetColumn {
  /** In characters. */
  readonly width?: number;
  /** Whether what is typed into it stays text: `2_3` and `0` then stay what they are. */
  readonly isText?: boolean;
  /** What a cell of it may hold, offered as a list: at most 255 characters with the commas between. */
  readonly choices?: readonly string[];
}

/** One sheet of a workbook. */
export interface Sheet {
  /** At most 31 characters, none of them one of `[]:*?/\`. */
  readonly name: string;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly columns?: readonly SheetColumn[];
  /** Rows that stay in sight when the others scroll. */
  readonly frozenRows?: number;
  readonly isHidden?: boolean;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const FORBIDDEN = /[[\]:*?/\\]/;

/**
 * A workbook (XLSX, ISO/IEC 29500 transitional) of the sheets, in the order given. The same sheets give the same
 * bytes. Texts stand in their cells, so nothing else of the file holds content.
 *
 * @throws {RangeError} If there is no sheet, if a name is not one that a workbook can have or is there twice, or
 *   if a number is not finite.
 */
export function writeWorkbook(sheets: readonly Sheet[]): Uint8Array {
  checkNames(sheets.map((sheet) => sheet.name));
  const numbered = sheets.map((sheet, index) => ({ sheet, number: index + 1 }));
  return writeZip([
    { name: '[Content_Types].xml', content: contentTypes(numbered.map(({ number }) => number)) },
    {
      name: '_rels/.rels',
      content: relationships([`Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"`]),
    },
    { name: 'xl/workbook.xml', content: workbook(numbered) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationships([
        ...numbered.map(
          ({ number }) =>
            `Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"`,
        ),
        `Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"`,
      ]),
    },
    { name: 'xl/styles.xml', content: STYLES },
    ...numbered.map(({ sheet, number }) => ({
      name: `xl/worksheets/sheet${number}.xml`,
      content: `${DECLARATION}<worksheet xmlns="${MAIN}">${writeSheet(sheet)}</worksheet>`,
    })),
  ]);
}

function checkNames(names: readonly string[]): void {
  if (names.length === 0) throw new RangeError('A workbook has one sheet at least');
  for (const name of names) {
    if (name === '' || name.length > 31 || FORBIDDEN.test(name)) {
      throw new RangeError(`A sheet cannot be called ${JSON.stringify(name)}`);
    }
  }
  // Spreadsheet programs do not tell names apart by case.
  const folded = new Set(names.map((name) => name.toLowerCase()));
  if (folded.size < names.length) throw new RangeError('Two sheets have one name');
}

function contentTypes(numbers: readonly number[]): string {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`;
  const parts = [
    part('/xl/workbook.xml', `${CONTENT}.sheet.main+xml`),
    part('/xl/styles.xml', `${CONTENT}.styles+xml`),
    ...numbers.map((number) => part(`/xl/worksheets/sheet${number}.xml`, `${CONTENT}.worksheet+xml`)),
  ];
  const rels = 'application/vnd.openxmlformats-package.relationships+xml';
  return `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="${rels}"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`;
}

function relationships(attributes: readonly string[]): string {
  const items = attributes.map((item) => `<Relationship ${item}/>`).join('');
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${items}</Relationships>`;
}

function workbook(numbered: readonly { readonly sheet: Sheet; readonly number: number }[]): string {
  const items = numbered.map(({ sheet, number }) => {
    const state = sheet.isHidden ? ' state="hidden"' : '';
    return `<sheet name="${escapeXml(sheet.name)}" sheetId="${number}"${state} r:id="rId${number}"/>`;
  });
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${items.join('')}</sheets></workbook>`;
}

/** Format 0 is general, format 1 text. */
const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
