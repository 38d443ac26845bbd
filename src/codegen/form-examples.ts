import type { Code } from '../standard/code-list.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { CASES_FOLDER } from './render-conformance.ts';

/** A file of the kit with the same text put into it many times over. */
export interface RepeatRecipe {
  readonly from: string;
  /** Of a zip or workbook: the file in it that is changed. */
  readonly member?: string;
  /** The text before which it is put; at the end of the file when absent. */
  readonly before?: string;
  /** `{n}` in it is the number of the time, from 1. */
  readonly repeat: string;
  readonly times: number;
}

/** A file of the kit whose tables hold, in place of their rows, one row for each value, with the value in every field. */
export interface RowsRecipe {
  readonly from: string;
  readonly values_of_rows: readonly string[];
}

/** A cell where labels may stand for codes, and the list that it is read by. */
export interface LabelExample {
  readonly labels: true;
  readonly list: readonly Pick<Code, 'code' | 'title'>[];
  readonly cell: string;
}

export type FormExample = RepeatRecipe | RowsRecipe | LabelExample;

/** What a rule of form lets through and what it finds, where no small file can show it. */
export interface FormExamples {
  /** A recipe of either kind for a file that is too large to ship, or a list such as the standard does not have. */
  readonly shownAs: 'repeat' | 'rows' | 'list';
  readonly passes: FormExample;
  readonly fails: FormExample;
}

/** So many rows of profiles the files of the kit have, below their headings. */
const ROWS = 6;

const blankLines = (times: number): RepeatRecipe => ({
  from: `${CASES_FOLDER}/sound-csv-profiles.csv`,
  repeat: '\r\n',
  times,
});

const shortRows = (times: number): RepeatRecipe => ({
  from: `${CASES_FOLDER}/sound-xlsx.xlsx`,
  member: 'xl/worksheets/sheet2.xml',
  before: '</sheetData>',
  repeat: '<row><c><v>{n}</v></c></row>',
  times,
});

const rowsOf = (values_of_rows: readonly string[]): RowsRecipe => ({
  from: `${CASES_FOLDER}/sound-json.json`,
  values_of_rows,
});

const FIRST_CODES = Object.values(CODE_LISTS).flatMap(({ codes: [first] }) => first?.code ?? []);

const TWO_OF_ONE_LABEL: LabelExample['list'] = [
  { code: 'walking_group', title: { en: 'Group', cy: 'Grŵp' } },
  { code: 'befriending', title: { en: 'Group', cy: 'Grŵp' } },
];

/** The rules of form that no file of the kit shows, each with what shows it instead. */
export const FORM_EXAMPLES: ReadonlyMap<string, FormExamples> = new Map([
  [
    'csv-rows-limited',
    {
      shownAs: 'repeat',
      passes: blankLines(2_000_000 - ROWS),
      fails: blankLines(2_000_001 - ROWS),
    },
  ],
  ['workbook-not-too-large', { shownAs: 'repeat', passes: shortRows(100), fails: shortRows(100_001 - ROWS) }],
  ['kinds-of-fault-limited', { shownAs: 'rows', passes: rowsOf(['female']), fails: rowsOf(FIRST_CODES) }],
  [
    'label-of-one-code',
    {
      shownAs: 'list',
      passes: { labels: true, list: TWO_OF_ONE_LABEL, cell: 'walking_group' },
      fails: { labels: true, list: TWO_OF_ONE_LABEL, cell: 'Group' },
    },
  ],
]);
