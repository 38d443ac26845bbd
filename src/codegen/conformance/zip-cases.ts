import { baseReturn } from './base-return.ts';
import type { ConformanceCase, ExpectedFault } from './conformance-case.ts';
import { baseCsv, withLine } from './csv-cases.ts';
import { inUtf16, replacing } from './file-cases.ts';
import { type MadeEntry, makeZip } from './make-zip.ts';

const { tables: _, ...HEADER } = baseReturn();
const RETURN: MadeEntry = { name: 'return.json', content: `${JSON.stringify(HEADER, null, 2)}\n` };
const PROFILES: MadeEntry = { name: 'profiles.csv', content: baseCsv('profiles') };
const ENTRIES = [RETURN, PROFILES];
const WHOLE = makeZip(ENTRIES);

interface FaultOfZip extends ExpectedFault {
  readonly which?: string;
  readonly en: string;
  readonly cy: string;
  readonly bytes: Uint8Array;
}

const beside = (entry: Partial<MadeEntry>) => makeZip([...ENTRIES, { name: 'needs.csv', ...entry }]);

const FAULTS: readonly FaultOfZip[] = [
  {
    rule: 'zip-well-formed',
    en: 'The zip is cut.',
    cy: "Mae'r zip wedi'i chwtogi.",
    bytes: WHOLE.subarray(0, WHOLE.length - 30),
    at: [''],
  },
  {
    rule: 'zip-well-formed',
    which: '-before',
    en: 'Something stands before the zip.',
    cy: 'Mae rhywbeth o flaen y zip.',
    bytes: makeZip(ENTRIES, { before: 'MZ' }),
    at: [''],
  },
  {
    rule: 'zip-well-formed',
    which: '-text',
    en: 'The file is no zip.',
    cy: "Nid zip yw'r ffeil.",
    bytes: new TextEncoder().encode('profiles'),
    at: [''],
  },
  {
    rule: 'zip-well-formed',
    which: '-two-sizes',
    en: 'The zip gives a file two sizes.',
    cy: "Mae'r zip yn rhoi dau faint i ffeil.",
    bytes: makeZip([RETURN, { ...PROFILES, heading: { size: 9 } }]),
    at: [''],
  },
  {
    rule: 'zip-file-intact',
    en: 'The checksum of a file is wrong.',
    cy: 'Mae swm gwirio ffeil yn anghywir.',
    bytes: makeZip([RETURN, { ...PROFILES, crc: 1 }]),
    at: ['/tables/profiles'],
  },
  {
    rule: 'zip-not-too-large',
    en: 'The zip holds 1,001 files.',
    cy: "Mae'r zip yn dal 1,001 o ffeiliau.",
    bytes: makeZip(Array.from({ length: 1_001 }, (_each, index) => ({ name: `${index}`, method: 0 }))),
    at: [''],
  },
  {
    rule: 'zip-unpacks-to-a-bounded-size',
    en: 'A file of ten kilobytes unpacks to ten megabytes.',
    cy: 'Mae ffeil o ddeg cilobeit yn dadbacio i ddeg megabeit.',
    bytes: makeZip([RETURN, { name: 'profiles.csv', content: new Uint8Array(10_000_000) }]),
    at: ['/tables/profiles'],
  },
  {
    rule: 'zip-names-plain',
    en: 'The name of a file leads out of the zip.',
    cy: "Mae enw ffeil yn arwain allan o'r zip.",
    bytes: beside({ name: '../needs.csv' }),
    at: [''],
  },
  {
    rule: 'zip-names-plain',
    which: '-root',
    en: 'The name of a file begins at the root of the disk.',
    cy: 'Mae enw ffeil yn dechrau wrth wraidd y ddisg.',
    bytes: beside({ name: '/etc/needs.csv' }),
    at: [''],
  },
  {
    rule: 'zip-names-plain',
    which: '-backslash',
    en: 'The name of a file holds a backslash.',
    cy: 'Mae enw ffeil yn cynnwys ôl-slaes.',
    bytes: beside({ name: 'tables\\needs.csv' }),
    at: [''],
  },
  {
    rule: 'zip-files-apart',
    en: 'Two files have one name.',
    cy: 'Mae gan ddwy ffeil yr un enw.',
    bytes: beside({ ...PROFILES }),
    at: [''],
  },
  {
    rule: 'zip-files-apart',
    which: '-capitals',
    en: 'Two names differ by capitals only.',
    cy: "Dim ond priflythrennau sy'n gwahaniaethu dau enw.",
    bytes: beside({ ...PROFILES, name: 'PROFILES.csv' }),
    at: [''],
  },
  {
    rule: 'zip-files-readable',
    en: 'A file is encrypted.',
    cy: "Mae ffeil wedi'i hamgryptio.",
    bytes: beside({ content: 'x', flags: 0x801 }),
    at: [''],
  },
  {
    rule: 'zip-files-readable',
    which: '-method',
    en: 'A file is packed in a way other than deflate.',
    cy: "Mae ffeil wedi'i phacio mewn ffordd heblaw deflate.",
    bytes: beside({ content: 'x', method: 12 }),
    at: [''],
  },
  {
    rule: 'zip-not-nested',
    en: 'There is a zip inside the zip.',
    cy: "Mae zip y tu mewn i'r zip.",
    bytes: beside({ name: 'more.zip', content: WHOLE }),
    at: [''],
  },
  {
    rule: 'zip-file-known',
    en: 'A file is no part of a return.',
    cy: 'Nid yw ffeil yn rhan o ffurflen.',
    bytes: beside({ name: 'people.csv', content: 'x' }),
    at: [''],
  },
  {
    rule: 'zip-holds-the-header',
    en: 'There is no return.json.',
    cy: 'Nid oes return.json.',
    bytes: makeZip([PROFILES]),
    at: [''],
  },
  {
    rule: 'zip-leftovers-passed-over',
    en: 'An operating system left files of its own.',
    cy: 'Gadawodd system weithredu ei ffeiliau ei hun.',
    bytes: makeZip([
      ...ENTRIES,
      { name: '__MACOSX/._profiles.csv', content: 'x' },
      { name: '.DS_Store', content: 'x' },
    ]),
    at: ['', ''],
  },
  {
    rule: 'header-stands-alone',
    en: 'The header holds tables as well.',
    cy: "Mae'r pennyn yn cynnwys tablau hefyd.",
    bytes: makeZip([
      { ...RETURN, content: replacing('{', '{ "tables": {},')(String(RETURN.content)) },
      PROFILES,
    ]),
    at: ['/tables'],
  },
  {
    rule: 'code-known',
    en: 'A code is misspelt in one of the tables.',
    cy: "Mae cod wedi'i gamsillafu yn un o'r tablau.",
    bytes: makeZip([
      RETURN,
      { ...PROFILES, content: withLine(3, replacing('male', 'mael'))(baseCsv('profiles')) },
    ]),
    at: ['/tables/profiles/1/sex'],
  },
  {
    rule: 'text-is-not-utf-16',
    en: 'A table is UTF-16.',
    cy: 'UTF-16 yw tabl.',
    bytes: makeZip([RETURN, { ...PROFILES, content: inUtf16(baseCsv('profiles'), true) }]),
    at: ['/tables/profiles'],
  },
  {
    rule: 'file-not-empty',
    en: 'The file is empty.',
    cy: "Mae'r ffeil yn wag.",
    bytes: new Uint8Array(),
    at: [''],
  },
];

/** Returns as a zip of `return.json` and CSVs, and zips made to do harm. */
export const ZIP_CASES: readonly ConformanceCase[] = FAULTS.map(
  ({ which = '', en, cy, bytes, ...fault }) => ({
    id: `zip-${fault.rule.replace(/^zip-/, '')}${which}`,
    what: { en, cy },
    format: 'zip',
    content: bytes,
    expected: [fault],
  }),
);
