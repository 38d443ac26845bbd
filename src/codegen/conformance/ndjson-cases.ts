import { writeNdjson } from '../../standard/write/write-ndjson.ts';
import { baseReturn } from './base-return.ts';
import type { ConformanceCase, ExpectedFault } from './conformance-case.ts';
import { inUtf16, replacing } from './file-cases.ts';
import { asReturn } from './write-draft.ts';

interface FaultOfLines extends ExpectedFault {
  readonly which?: string;
  readonly en: string;
  readonly cy: string;
  readonly text: (text: string) => string | Uint8Array;
  readonly also?: readonly ExpectedFault[];
}

/** The text with one of its lines replaced; the header is line 1. */
function withLine(number: number, change: (line: string) => string) {
  return (text: string): string =>
    text
      .split('\n')
      .map((line, index) => (index === number - 1 ? change(line) : line))
      .join('\n');
}

const FAULTS: readonly FaultOfLines[] = [
  {
    rule: 'ndjson-line-is-whole',
    en: 'A row stands over two lines.',
    cy: 'Mae rhes dros ddwy linell.',
    text: withLine(3, (line) => line.replace(',', ',\n')),
    at: ['/tables'],
    rows: [3],
  },
  {
    rule: 'json-complete',
    en: 'The file ends in the middle of a row.',
    cy: "Mae'r ffeil yn gorffen yng nghanol rhes.",
    text: (text) => text.slice(0, -20),
    at: ['/tables'],
    rows: [7],
  },
  {
    rule: 'ndjson-row-names-its-table',
    en: 'A row does not name its table.',
    cy: 'Nid yw rhes yn enwi ei thabl.',
    text: withLine(3, replacing('"table":"profiles",', '')),
    at: ['/tables'],
    rows: [3],
  },
  {
    rule: 'header-stands-alone',
    en: 'The header holds tables as well.',
    cy: "Mae'r pennyn yn cynnwys tablau hefyd.",
    text: withLine(1, replacing('{', '{"tables":{"profiles":[]},')),
    at: ['/tables'],
    rows: [1],
  },
  {
    rule: 'table-known',
    en: 'A row names a table that is misspelt.',
    cy: "Mae rhes yn enwi tabl wedi'i gamsillafu.",
    text: withLine(3, replacing('"profiles"', '"profile"')),
    at: ['/tables/[withheld]'],
    rows: [3],
  },
  {
    rule: 'code-known',
    en: 'A code is misspelt, on the fourth line.',
    cy: "Mae cod wedi'i gamsillafu, ar y bedwaredd linell.",
    text: withLine(4, replacing('"female"', '"femael"')),
    at: ['/tables/profiles/2/sex'],
    rows: [4],
  },
  {
    rule: 'json-keys-unique',
    en: 'A field of a row stands twice.',
    cy: 'Mae maes mewn rhes yno ddwywaith.',
    text: withLine(2, replacing('"people":9', '"people":9,"people":8')),
    at: ['/tables/profiles/0/people'],
    rows: [2],
  },
  {
    rule: 'row-is-an-object',
    en: 'A row is a list.',
    cy: 'Rhestr yw rhes.',
    text: withLine(3, () => '["profiles"]'),
    at: ['/tables'],
    rows: [3],
  },
  {
    rule: 'return-carries-a-table',
    en: 'The file holds a header and no rows.',
    cy: "Mae'r ffeil yn cynnwys pennyn a dim rhesi.",
    text: (text) => `${text.split('\n')[0]}\n`,
    at: ['/tables'],
  },
  { rule: 'file-not-empty', en: 'The file is empty.', cy: "Mae'r ffeil yn wag.", text: () => '', at: [''] },
  {
    rule: 'text-is-not-utf-16',
    en: 'The file is UTF-16.',
    cy: "UTF-16 yw'r ffeil.",
    text: (text) => inUtf16(text, false),
    at: [''],
  },
  {
    rule: 'row-unique',
    en: 'A row stands twice.',
    cy: 'Mae rhes yno ddwywaith.',
    text: (text) => `${text}${text.split('\n')[1]}\n`,
    at: ['/tables/profiles/6'],
    rows: [8],
  },
];

/** Returns in NDJSON: the header on its first line, then a line for each row. */
export const NDJSON_CASES: readonly ConformanceCase[] = FAULTS.map(
  ({ which = '', en, cy, text, also = [], ...fault }) => ({
    id: `ndjson-${fault.rule.replace(/^ndjson-/, '')}${which}`,
    what: { en, cy },
    format: 'ndjson',
    content: text(writeNdjson(asReturn(baseReturn('profiles')))),
    expected: [fault, ...also],
  }),
);
