import { unzipSync } from 'fflate';
import { TABLES } from '../../standard/generated/tables.ts';
import { parametersOfHeader } from '../../standard/write/parameters-of-header.ts';
import { type Sheet, writeWorkbook } from '../../standard/write/write-workbook.ts';
import { writeZip } from '../../standard/write/write-zip.ts';
import { baseReturn } from './base-return.ts';
import type { ConformanceCase, ExpectedFault } from './conformance-case.ts';
import { replacing } from './file-cases.ts';
import { asReturn } from './write-draft.ts';

const BASE = asReturn(baseReturn('profiles'));
const { tables, ...HEADER } = BASE;
const NAMES = TABLES.profiles.fields.map(({ name }) => name);
const ROWS = (tables.profiles ?? []).map((row) => Object.values(row) as (string | number)[]);
const RETURN: Sheet = { name: 'return', rows: [['name', 'value'], ...parametersOfHeader(HEADER)] };
const PROFILES: Sheet = { name: 'profiles', rows: [NAMES, ...ROWS] };
const SHEET = 'xl/worksheets/sheet2.xml';

type Parts = Readonly<Record<string, ((text: string) => string) | null>>;

/** The workbook of the base return with parts of it written anew; a part given as null is left out. */
function withParts(parts: Parts, sheets: readonly Sheet[] = [RETURN, PROFILES]): Uint8Array {
  const written = Object.entries(unzipSync(writeWorkbook(sheets)));
  const texts = new Map(written.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  for (const [name, change] of Object.entries(parts)) {
    if (change === null) texts.delete(name);
    else texts.set(name, change(texts.get(name) ?? ''));
  }
  return writeZip([...texts].map(([name, content]) => ({ name, content })));
}

const inSheet = (change: (xml: string) => string) => withParts({ [SHEET]: change });
const SEX = '<c r="D2" t="inlineStr"><is><t xml:space="preserve">female</t></is></c>';
const PEOPLE = '<c r="F2"><v>9</v></c>';
const AS_DAY = (text: string) => text.replace('</cellXfs>', '<xf numFmtId="14"/></cellXfs>');

interface FaultOfWorkbook extends ExpectedFault {
  readonly which?: string;
  readonly en: string;
  readonly cy: string;
  readonly bytes: Uint8Array;
}

const FAULTS: readonly FaultOfWorkbook[] = [
  {
    rule: 'workbook-kind-known',
    en: 'The workbook is protected with a password, or of an old kind.',
    cy: 'Mae cyfrinair ar y llyfr gwaith, neu mae o hen fath.',
    bytes: new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    at: [''],
  },
  {
    rule: 'workbook-readable',
    en: 'A sheet declares entities of its own.',
    cy: 'Mae dalen yn datgan endidau ei hun.',
    bytes: inSheet(
      replacing('<worksheet', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet'),
    ),
    at: ['/tables/profiles'],
  },
  {
    rule: 'workbook-readable',
    which: '-missing-part',
    en: 'The list of sheets is missing.',
    cy: "Mae'r rhestr o ddalennau ar goll.",
    bytes: withParts({ 'xl/workbook.xml': null }),
    at: [''],
  },
  {
    rule: 'workbook-readable',
    which: '-cut',
    en: 'A sheet ends in the middle.',
    cy: 'Mae dalen yn gorffen yn y canol.',
    bytes: inSheet((xml) => xml.slice(0, -20)),
    at: ['/tables/profiles'],
  },
  {
    rule: 'workbook-without-links',
    en: 'The workbook is linked to another file.',
    cy: "Mae'r llyfr gwaith wedi'i gysylltu â ffeil arall.",
    bytes: withParts({ 'xl/externalLinks/externalLink1.xml': () => '<x/>' }),
    at: [''],
  },
  {
    rule: 'workbook-has-a-return-sheet',
    en: 'There is no sheet called return.',
    cy: "Nid oes dalen o'r enw return.",
    bytes: writeWorkbook([PROFILES]),
    at: [''],
  },
  {
    rule: 'sheet-known',
    en: 'The name of a sheet is no table.',
    cy: 'Nid yw enw dalen yn dabl.',
    bytes: writeWorkbook([RETURN, PROFILES, { name: 'Totals', rows: [['x']] }]),
    at: [''],
  },
  {
    rule: 'sheet-set-aside',
    en: 'A sheet of guidance begins with an underscore.',
    cy: 'Mae dalen ganllawiau yn dechrau â thanlinell.',
    bytes: writeWorkbook([RETURN, PROFILES, { name: '_guidance', rows: [['Read me']] }]),
    at: [''],
  },
  {
    rule: 'hidden-parts-were-read',
    en: 'A sheet with rows is hidden.',
    cy: "Mae dalen â rhesi wedi'i chuddio.",
    bytes: writeWorkbook([RETURN, { ...PROFILES, isHidden: true }]),
    at: ['/tables/profiles'],
  },
  {
    rule: 'sheet-cells-below-headings',
    en: 'A note stands beside the table.',
    cy: 'Mae nodyn wrth ymyl y tabl.',
    bytes: writeWorkbook([
      RETURN,
      {
        name: 'profiles',
        rows: [NAMES, ...ROWS.map((row, index) => (index === 1 ? [...row, null, 'total'] : row))],
      },
    ]),
    at: ['/tables/profiles/1'],
  },
  {
    rule: 'header-name-once',
    en: 'The period stands twice.',
    cy: "Mae'r cyfnod yno ddwywaith.",
    bytes: writeWorkbook([{ name: 'return', rows: [...RETURN.rows, ['period', '2026-Q2']] }, PROFILES]),
    at: ['/period'],
    rows: [RETURN.rows.length + 1],
  },
  {
    rule: 'cells-not-merged',
    en: 'Two cells are merged.',
    cy: "Mae dwy gell wedi'u cyfuno.",
    bytes: inSheet(
      replacing('</sheetData>', '</sheetData><mergeCells><mergeCell ref="H9:H10"/></mergeCells>'),
    ),
    at: ['/tables/profiles'],
    rows: [9],
  },
  {
    rule: 'cell-not-a-formula',
    en: 'A count is a formula.',
    cy: 'Fformiwla yw cyfrif.',
    bytes: inSheet(replacing(PEOPLE, '<c r="F2"><f>4+5</f><v>9</v></c>')),
    at: ['/tables/profiles/0/people'],
  },
  {
    rule: 'cell-not-an-error',
    en: 'A code is an error of the spreadsheet.',
    cy: 'Gwall y daenlen yw cod.',
    bytes: inSheet(replacing(SEX, '<c r="D2" t="e"><v>#REF!</v></c>')),
    at: ['/tables/profiles/0/sex'],
  },
  {
    rule: 'cell-not-formatted-as-another',
    en: 'A count is formatted as a date.',
    cy: "Mae cyfrif wedi'i fformatio fel dyddiad.",
    bytes: withParts({ 'xl/styles.xml': AS_DAY, [SHEET]: replacing(PEOPLE, '<c r="F2" s="2"><v>9</v></c>') }),
    at: ['/tables/profiles/0/people'],
  },
  {
    rule: 'cell-not-empty',
    en: 'A cell of a count is empty.',
    cy: 'Mae cell cyfrif yn wag.',
    bytes: inSheet(replacing(PEOPLE, '')),
    at: ['/tables/profiles/0/people'],
  },
  {
    rule: 'code-known',
    en: 'A code is misspelt, in the third row of a sheet.',
    cy: "Mae cod wedi'i gamsillafu, yn nhrydedd rhes dalen.",
    bytes: inSheet((xml) => xml.replace(/(<c r="D3"[\s\S]*?>)male</, '$1mael<')),
    at: ['/tables/profiles/1/sex'],
  },
  {
    rule: 'row-unique',
    en: 'A row stands twice.',
    cy: 'Mae rhes yno ddwywaith.',
    bytes: writeWorkbook([RETURN, { name: 'profiles', rows: [NAMES, ...ROWS, ROWS[0] ?? []] }]),
    at: ['/tables/profiles/6'],
  },
  {
    rule: 'zip-well-formed',
    en: 'The workbook is cut.',
    cy: "Mae'r llyfr gwaith wedi'i chwtogi.",
    bytes: writeWorkbook([RETURN, PROFILES]).subarray(0, 900),
    at: [''],
  },
];

/** Returns as an XLSX workbook, and workbooks as people make them. */
export const WORKBOOK_CASES: readonly ConformanceCase[] = FAULTS.map(
  ({ which = '', en, cy, bytes, ...fault }) => ({
    id: `xlsx-${fault.rule.replace(/^workbook-/, '')}${which}`,
    what: { en, cy },
    format: 'xlsx',
    content: bytes,
    expected: [fault],
  }),
);
