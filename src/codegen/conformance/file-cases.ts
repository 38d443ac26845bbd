import type { TableName } from '../../standard/generated/tables.ts';
import { baseReturn } from './base-return.ts';
import type { ConformanceCase } from './conformance-case.ts';
import { writeDraft } from './write-draft.ts';

interface FaultOfText {
  readonly rule: string;
  readonly which?: string;
  readonly en: string;
  readonly cy: string;
  readonly tables?: readonly TableName[];
  /** What becomes of the text of the base return. */
  readonly text: (text: string) => string | Uint8Array;
  readonly at: readonly string[];
  readonly count?: number;
  readonly rows?: readonly number[];
}

/** The first occurrence of some words replaced; they must be there. */
export function replacing(words: string, others: string) {
  return (text: string): string => {
    if (!text.includes(words)) throw new Error(`The text has no ${words}`);
    return text.replace(words, () => others);
  };
}

/** The number of the line on which some words first stand, from 1. */
function lineOf(text: string, words: string): number {
  return text.slice(0, text.indexOf(words)).split('\n').length;
}

/** The bytes of a text in UTF-16, after its mark. */
export function inUtf16(text: string, isLittleEndian: boolean): Uint8Array {
  const marked = `\ufeff${text}`;
  const bytes = new DataView(new ArrayBuffer(marked.length * 2));
  for (let index = 0; index < marked.length; index += 1) {
    bytes.setUint16(index * 2, marked.charCodeAt(index), isLittleEndian);
  }
  return new Uint8Array(bytes.buffer);
}

/** The bytes of a text of western letters in Windows-1252. */
export function inWindows1252(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

const BASE = writeDraft(baseReturn('profiles'));
const BARE = BASE.replace(/"profiles": \[[\s\S]*\]/, '"profiles": []');
const ENTITY = '"__proto__": {"people": 1}, "people": 9';

const FAULTS: readonly FaultOfText[] = [
  { rule: 'file-not-empty', en: 'The file is empty.', cy: "Mae'r ffeil yn wag.", text: () => '', at: [''] },
  {
    rule: 'file-not-empty',
    which: '-spaces',
    en: 'The file holds spaces only.',
    cy: 'Dim ond bylchau sydd yn y ffeil.',
    text: () => ' \n\n ',
    at: [''],
  },
  {
    rule: 'text-is-utf-8',
    en: 'The name of the system is in Windows-1252.',
    cy: "Mae enw'r system mewn Windows-1252.",
    text: (text) => inWindows1252(replacing('Casebook', 'Caf\u00e9')(text)),
    at: ['/source_system/name'],
    rows: [lineOf(BASE, '"Casebook"')],
  },
  {
    rule: 'text-is-not-utf-16',
    en: 'The file is UTF-16, low byte first.',
    cy: "UTF-16 yw'r ffeil, y beit isel gyntaf.",
    text: (text) => inUtf16(text, true),
    at: [''],
  },
  {
    rule: 'text-is-not-utf-16',
    which: '-high-first',
    en: 'The file is UTF-16, high byte first.',
    cy: "UTF-16 yw'r ffeil, y beit uchel gyntaf.",
    text: (text) => inUtf16(text, false),
    at: [''],
  },
  {
    rule: 'json-well-formed',
    en: 'A comma is missing after a field of the header.',
    cy: "Mae coma ar goll ar ôl maes o'r pennyn.",
    text: replacing('"sex_basis": "sex",', '"sex_basis": "sex"'),
    at: ['/sex_basis'],
    rows: [lineOf(BASE, '"sex_basis"') + 1],
  },
  {
    rule: 'json-well-formed',
    which: '-after',
    en: 'Text follows the return.',
    cy: 'Mae testun yn dilyn y ffurflen.',
    text: (text) => `${text}x`,
    at: [''],
    rows: [BASE.split('\n').length],
  },
  {
    rule: 'json-well-formed',
    which: '-single-quotes',
    en: 'A text is in single quotation marks.',
    cy: 'Mae testun mewn dyfynodau sengl.',
    text: replacing('"standard": "spcd"', '"standard": \'spcd\''),
    at: ['/standard'],
    rows: [2],
  },
  {
    rule: 'json-well-formed',
    which: '-not-a-number',
    en: 'NaN stands for a count.',
    cy: 'Mae NaN yn sefyll am gyfrif.',
    text: replacing('"people":9', '"people":NaN'),
    at: ['/tables/profiles/0'],
    rows: [lineOf(BASE, '"people":9')],
  },
  {
    rule: 'json-complete',
    en: 'The file ends in the middle of a row.',
    cy: "Mae'r ffeil yn gorffen yng nghanol rhes.",
    text: (text) => text.slice(0, text.indexOf('"people":7')),
    at: ['/tables/profiles/1'],
    rows: [lineOf(BASE, '"people":7')],
  },
  {
    rule: 'json-nesting-limited',
    en: 'A thousand lists stand in one another.',
    cy: "Mae mil o restrau y tu mewn i'w gilydd.",
    text: replacing('"spcd"', '['.repeat(1_000)),
    at: [`/standard${'/0'.repeat(11)}`],
    rows: [2],
  },
  {
    rule: 'json-text-limited',
    en: 'A quotation mark that is not closed makes one text of more than a megabyte.',
    cy: 'Mae dyfynnod na chaeir yn gwneud un testun o fwy na megabeit.',
    text: replacing('"Casebook"', `"${'a'.repeat(1_200_000)}`),
    at: ['/source_system/name'],
    rows: [lineOf(BASE, '"Casebook"')],
  },
  {
    rule: 'json-keys-unique',
    en: 'A field of the header stands twice.',
    cy: "Mae maes o'r pennyn yno ddwywaith.",
    text: replacing('"sex_basis": "sex"', '"sex_basis": "sex",\n  "sex_basis": "gender"'),
    at: ['/sex_basis'],
  },
  {
    rule: 'json-keys-unique',
    which: '-row',
    en: 'A count of a row stands twice.',
    cy: 'Mae cyfrif mewn rhes yno ddwywaith.',
    text: replacing('"people":9', '"people":9,"people":90'),
    at: ['/tables/profiles/0/people'],
  },
  {
    rule: 'json-keys-unique',
    which: '-table',
    en: 'A table stands twice.',
    cy: 'Mae tabl yno ddwywaith.',
    text: (text) => text.replace(/\]\n {2}\}\n\}\n$/, '],\n    "profiles": []\n  }\n}\n'),
    at: ['/tables/profiles'],
  },
  {
    rule: 'return-is-an-object',
    en: 'The file holds a list.',
    cy: 'Rhestr sydd yn y ffeil.',
    text: () => '[]\n',
    at: [''],
  },
  {
    rule: 'return-is-an-object',
    which: '-null',
    en: 'The file holds null.',
    cy: 'Null sydd yn y ffeil.',
    text: () => 'null\n',
    at: [''],
  },
  {
    rule: 'header-not-too-large',
    en: 'Rows of numbers stand in the header.',
    cy: 'Mae rhesi o rifau yn y pennyn.',
    text: replacing('"tables"', `"areas": [${'0,'.repeat(20_100)}0],\n  "tables"`),
    at: [''],
  },
  {
    rule: 'number-is-exact',
    en: 'A count has more digits than programs keep.',
    cy: "Mae gan gyfrif fwy o ddigidau nag y mae rhaglenni'n eu cadw.",
    text: replacing('"people":9', '"people":9007199254740993'),
    at: ['/tables/profiles/0/people'],
  },
  {
    rule: 'number-is-exact',
    which: '-power',
    en: 'A count is ten to the power 309.',
    cy: "Deg i'r pŵer 309 yw cyfrif.",
    text: replacing('"people":9', '"people":1e309'),
    at: ['/tables/profiles/0/people'],
  },
  {
    rule: 'return-carries-a-table',
    en: 'The return has no table.',
    cy: 'Nid oes tabl yn y ffurflen.',
    text: (text) => text.replace(/"tables": \{[\s\S]*\}/, '"tables": {}\n}'),
    at: ['/tables'],
  },
  {
    rule: 'tables-are-lists-of-rows',
    en: 'A table is an object.',
    cy: 'Gwrthrych yw tabl.',
    text: () => BARE.replace('"profiles": []', '"profiles": {"people": 9}'),
    at: ['/tables/profiles'],
  },
  {
    rule: 'tables-are-lists-of-rows',
    which: '-tables',
    en: 'The tables are a list.',
    cy: "Rhestr yw'r tablau.",
    text: (text) => text.replace(/"tables": \{[\s\S]*\}/, '"tables": [1]\n}'),
    at: ['/tables'],
  },
  {
    rule: 'table-known',
    en: 'A table is misspelt.',
    cy: "Mae tabl wedi'i gamsillafu.",
    text: replacing('"profiles"', '"profile"'),
    at: ['/tables/[withheld]'],
  },
  {
    rule: 'table-known',
    which: '-prototype',
    en: 'A table has the name that programs give every object.',
    cy: "Mae gan dabl yr enw y mae rhaglenni'n ei roi i bob gwrthrych.",
    text: replacing('"tables": {', '"tables": {\n    "__proto__": [],'),
    at: ['/tables/[withheld]'],
  },
  {
    rule: 'row-is-an-object',
    en: 'A row is a list of values.',
    cy: 'Rhestr o werthoedd yw rhes.',
    text: replacing('"profiles": [', '"profiles": [\n      ["referred", 9],'),
    at: ['/tables/profiles/0'],
  },
  {
    rule: 'row-is-an-object',
    which: '-null',
    en: 'A row is null.',
    cy: 'Null yw rhes.',
    text: replacing('"profiles": [', '"profiles": [\n      null,'),
    at: ['/tables/profiles/0'],
  },
  {
    rule: 'field-known',
    which: '-prototype-key',
    en: 'A row sets what programs give every object.',
    cy: "Mae rhes yn gosod yr hyn y mae rhaglenni'n ei roi i bob gwrthrych.",
    text: replacing('"people":9', ENTITY),
    at: ['/tables/profiles/0/[withheld]'],
  },
  {
    rule: 'header-field-known',
    which: '-schema',
    en: 'The return names a schema to fetch: it is refused, and never fetched.',
    cy: "Mae'r ffurflen yn enwi sgema i'w nôl: fe'i gwrthodir, ac nis nolir byth.",
    text: replacing('"standard"', '"$schema": "http://localhost:9/schema.json",\n  "standard"'),
    at: ['/[withheld]'],
  },
];

/** Files in JSON that cannot be read for certain, or not as a return. */
export const FILE_CASES: readonly ConformanceCase[] = FAULTS.map(
  ({ rule, which = '', en, cy, tables = ['profiles'], text, at, count, rows }) => ({
    id: `${rule}${which}`,
    what: { en, cy },
    format: 'json',
    content: text(writeDraft(baseReturn(...tables))),
    expected: [
      { rule, at, ...(count === undefined ? {} : { count }), ...(rows === undefined ? {} : { rows }) },
    ],
  }),
);
