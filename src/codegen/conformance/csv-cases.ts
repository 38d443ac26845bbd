import type { TableName } from '../../standard/generated/tables.ts';
import { writeCsvTable } from '../../standard/write/write-csv-archive.ts';
import { baseReturn } from './base-return.ts';
import type { ConformanceCase, ExpectedFault } from './conformance-case.ts';
import { inUtf16, inWindows1252, replacing } from './file-cases.ts';

interface FaultOfCsv extends ExpectedFault {
  readonly which: string;
  readonly en: string;
  readonly cy: string;
  readonly table?: TableName;
  readonly text: (text: string) => string | Uint8Array;
  readonly also?: readonly ExpectedFault[];
}

/** One table of the base return as CSV. */
export function baseCsv(table: TableName): string {
  return writeCsvTable(table, baseReturn(table).tables[table] ?? []);
}

/** The text with one of its lines replaced, the headings being line 1. */
export function withLine(number: number, change: (line: string) => string) {
  return (text: string): string =>
    text
      .split('\r\n')
      .map((line, index) => (index === number - 1 ? change(line) : line))
      .join('\r\n');
}

const withoutCell = (column: number) => (line: string) => line.split(',').toSpliced(column, 1).join(',');
const withCell = (column: number, cell: string) => (line: string) =>
  line.split(',').with(column, cell).join(',');
const PEOPLE = 5;
const SEX = 3;

const FAULTS: readonly FaultOfCsv[] = [
  {
    rule: 'file-not-empty',
    which: '',
    en: 'The file is empty.',
    cy: "Mae'r ffeil yn wag.",
    text: () => '',
    at: ['/tables/profiles'],
  },
  {
    rule: 'csv-separator-is-a-comma',
    which: '',
    en: 'The columns are separated by semicolons.',
    cy: 'Gwahenir y colofnau gan hanner colonau.',
    text: (text) => text.replaceAll(',', ';'),
    at: ['/tables/profiles'],
    rows: [1],
  },
  {
    rule: 'csv-separator-is-a-comma',
    which: '-tab',
    en: 'The columns are separated by tabs.',
    cy: 'Gwahenir y colofnau gan dabiau.',
    text: (text) => text.replaceAll(',', '\t'),
    at: ['/tables/profiles'],
    rows: [1],
  },
  {
    rule: 'csv-lines-end-in-a-line-feed',
    which: '',
    en: 'Lines end in a carriage return alone.',
    cy: 'Mae llinellau yn gorffen â dychweliad cerbyd yn unig.',
    text: (text) => text.replaceAll('\r\n', '\r'),
    at: ['/tables/profiles'],
    rows: [1],
  },
  {
    rule: 'csv-quotes-closed',
    which: '',
    en: 'A quotation mark is not closed.',
    cy: 'Ni chaeir dyfynnod.',
    text: withLine(4, withCell(SEX, '"female')),
    at: ['/tables/profiles/2'],
  },
  {
    rule: 'csv-record-not-too-long',
    which: '',
    en: 'A record has more than 100,000 characters.',
    cy: 'Mae gan gofnod fwy na 100,000 o nodau.',
    text: withLine(4, withCell(SEX, 'x'.repeat(200_000))),
    at: ['/tables/profiles'],
    rows: [4],
  },
  {
    rule: 'csv-columns-unique',
    which: '',
    en: 'Two columns are called people.',
    cy: 'Gelwir dwy golofn yn people.',
    text: (text) => text.replaceAll('\r\n', ',1\r\n').replace(',1\r\n', ',people\r\n'),
    path: '/tables/profiles/{row}/people',
    at: ['/tables/profiles'],
    rows: [1],
  },
  {
    rule: 'csv-cells-match-columns',
    which: '-few',
    en: 'A record has a cell too few.',
    cy: 'Mae gan gofnod un gell yn rhy ychydig.',
    text: withLine(3, withoutCell(SEX)),
    at: ['/tables/profiles/1'],
  },
  {
    rule: 'csv-cells-match-columns',
    which: '-many',
    en: 'A record has a cell too many.',
    cy: 'Mae gan gofnod un gell yn ormod.',
    text: withLine(3, (line) => `${line},1`),
    at: ['/tables/profiles/1'],
  },
  {
    rule: 'field-known',
    which: '',
    en: 'A column is misspelt.',
    cy: "Mae colofn wedi'i chamsillafu.",
    text: replacing('age_band', 'age_bnad'),
    path: '/tables/profiles/{row}/[withheld]',
    at: ['/tables/profiles'],
    rows: [1],
    also: [
      {
        rule: 'field-present',
        path: '/tables/profiles/{row}/age_band',
        at: ['/tables/profiles'],
        rows: [1],
      },
    ],
  },
  {
    rule: 'field-present',
    which: '',
    en: 'A column is missing.',
    cy: 'Mae colofn ar goll.',
    text: (text) =>
      text
        .split('\r\n')
        .map((line) => (line === '' ? '' : withoutCell(SEX)(line)))
        .join('\r\n'),
    path: '/tables/profiles/{row}/sex',
    at: ['/tables/profiles'],
    rows: [1],
  },
  {
    rule: 'cell-not-empty',
    which: '',
    en: 'A cell is empty.',
    cy: 'Mae cell yn wag.',
    text: withLine(3, withCell(PEOPLE, '')),
    at: ['/tables/profiles/1/people'],
  },
  {
    rule: 'code-known',
    which: '',
    en: 'A code is misspelt.',
    cy: "Mae cod wedi'i gamsillafu.",
    text: withLine(5, withCell(SEX, 'mael')),
    at: ['/tables/profiles/3/sex'],
  },
  {
    rule: 'whole-number-in-digits',
    which: '-comma',
    en: 'A thousand is written with a comma.',
    cy: 'Ysgrifennir mil gyda choma.',
    text: withLine(2, withCell(PEOPLE, '"1,200"')),
    at: ['/tables/profiles/0/people'],
  },
  {
    rule: 'whole-number-in-digits',
    which: '-decimal',
    en: 'A count is written with a decimal.',
    cy: 'Ysgrifennir cyfrif gyda degolyn.',
    text: withLine(2, withCell(PEOPLE, '9.0')),
    at: ['/tables/profiles/0/people'],
  },
  {
    rule: 'whole-number-in-digits',
    which: '-formula',
    en: 'A cell begins as a formula of a spreadsheet does.',
    cy: 'Mae cell yn dechrau fel fformiwla taenlen.',
    text: withLine(2, withCell(PEOPLE, '=1+8')),
    at: ['/tables/profiles/0/people'],
  },
  {
    rule: 'number-in-digits',
    which: '-comma',
    en: 'A mean has a comma for its point.',
    cy: 'Mae gan gymedr goma yn lle pwynt.',
    table: 'outcomes',
    text: replacing('19.4', '"19,4"'),
    at: ['/tables/outcomes/0/mean_baseline'],
  },
  {
    rule: 'number-is-exact',
    which: '',
    en: 'A count has twenty digits.',
    cy: 'Mae gan gyfrif ugain digid.',
    text: withLine(2, withCell(PEOPLE, '12345678901234567890')),
    at: ['/tables/profiles/0/people'],
  },
  {
    rule: 'row-unique',
    which: '',
    en: 'A record stands twice.',
    cy: 'Mae cofnod yno ddwywaith.',
    text: (text) => `${text}${text.split('\r\n')[1]}\r\n`,
    at: ['/tables/profiles/6'],
  },
  {
    rule: 'empty-table-is-declared-nil',
    which: '',
    en: 'The file holds headings only.',
    cy: 'Dim ond penawdau sydd yn y ffeil.',
    text: (text) => `${text.split('\r\n')[0]}\r\n`,
    at: ['/tables/profiles'],
  },
  {
    rule: 'text-is-not-utf-16',
    which: '',
    en: 'The file is what a spreadsheet calls Unicode text: UTF-16.',
    cy: "Y ffeil yw'r hyn y mae taenlen yn ei alw'n destun Unicode: UTF-16.",
    text: (text) => inUtf16(text, true),
    at: [''],
  },
  {
    rule: 'text-is-utf-8',
    which: '',
    en: 'A cell is in Windows-1252.',
    cy: 'Mae cell mewn Windows-1252.',
    text: (text) => inWindows1252(withLine(2, withCell(SEX, 'f\u00e9m'))(text)),
    at: ['/tables/profiles'],
    rows: [2],
  },
  {
    rule: 'cohort-stages-in-order',
    which: '',
    en: 'In the cohort, more referrals were accepted than received.',
    cy: 'Yn y garfan, derbyniwyd mwy o atgyfeiriadau nag a ddaeth i law.',
    table: 'pathway',
    text: withLine(11, withCell(7, '23')),
    at: ['/tables/pathway/9/episodes'],
  },
];

/** Tables in CSV, their header beside them. */
export const CSV_CASES: readonly ConformanceCase[] = FAULTS.map(
  ({ which, en, cy, table = 'profiles', text, also = [], ...fault }) => ({
    id: `csv-${fault.rule.replace(/^csv-/, '')}${which}`,
    what: { en, cy },
    format: 'csv',
    table,
    content: text(baseCsv(table)),
    expected: [fault, ...also],
  }),
);
