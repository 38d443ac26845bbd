import { TABLE_NAMES, TABLES, type TableName } from '../../standard/generated/tables.ts';
import { writeCsvArchive } from '../../standard/write/write-csv-archive.ts';
import { writeNdjson } from '../../standard/write/write-ndjson.ts';
import { writeReturnWorkbook } from '../../standard/write/write-return-workbook.ts';
import { baseReturn, type Draft } from './base-return.ts';
import { type ConformanceCase, inCoverage, inRow } from './conformance-case.ts';
import { baseCsv } from './csv-cases.ts';
import { asReturn, writeDraft } from './write-draft.ts';

type Sound = Omit<ConformanceCase, 'what' | 'expected'> & { readonly en: string; readonly cy: string };

function changed(change: (draft: Draft) => void, ...tables: readonly TableName[]): string {
  const draft = baseReturn(...tables);
  change(draft);
  return writeDraft(draft);
}

function withTablesFirst({ tables, ...header }: typeof WHOLE): object {
  return { tables, ...header };
}

const WHOLE = asReturn(baseReturn());

const SOUND: readonly Sound[] = [
  {
    id: 'sound-json',
    format: 'json',
    en: 'All eleven tables, in JSON.',
    cy: "Pob un o'r un tabl ar ddeg, mewn JSON.",
    content: writeDraft(baseReturn()),
  },
  {
    id: 'sound-json-one-line',
    format: 'json',
    en: 'All eleven tables, in JSON on one line, the tables first.',
    cy: "Pob un o'r un tabl ar ddeg, mewn JSON ar un llinell, y tablau gyntaf.",
    content: JSON.stringify(withTablesFirst(WHOLE)),
  },
  {
    id: 'sound-json-byte-order-mark',
    format: 'json',
    en: 'JSON after the mark that some programs put before UTF-8.',
    cy: "JSON ar ôl y marc y mae rhai rhaglenni'n ei roi o flaen UTF-8.",
    content: `\ufeff${writeDraft(baseReturn('profiles'))}`,
  },
  {
    id: 'sound-ndjson',
    format: 'ndjson',
    en: 'All eleven tables, in NDJSON.',
    cy: "Pob un o'r un tabl ar ddeg, mewn NDJSON.",
    content: writeNdjson(WHOLE),
  },
  {
    id: 'sound-zip',
    format: 'zip',
    en: 'All eleven tables, as a zip of CSVs.',
    cy: "Pob un o'r un tabl ar ddeg, fel zip o ffeiliau CSV.",
    content: writeCsvArchive(WHOLE),
  },
  {
    id: 'sound-xlsx',
    format: 'xlsx',
    en: 'All eleven tables, as a workbook.',
    cy: "Pob un o'r un tabl ar ddeg, fel llyfr gwaith.",
    content: writeReturnWorkbook(WHOLE),
  },
  ...TABLE_NAMES.map(
    (table): Sound => ({
      id: `sound-csv-${table}`,
      format: 'csv',
      table,
      en: `${TABLES[table].title.en}, as CSV.`,
      cy: `${TABLES[table].title.cy}, fel CSV.`,
      content: baseCsv(table),
    }),
  ),
  {
    id: 'sound-csv-other-order',
    format: 'csv',
    table: 'profiles',
    en: 'CSV with its columns turned round, and lines that end in a line feed.',
    cy: "CSV â'i golofnau wedi'u troi, a llinellau sy'n gorffen â phorthiant llinell.",
    content: baseCsv('profiles')
      .split('\r\n')
      .map((line) => line.split(',').toReversed().join(','))
      .join('\n'),
  },
  {
    id: 'sound-nil',
    format: 'json',
    en: 'A table with nothing to count, declared so.',
    cy: "Tabl heb ddim i'w gyfrif, wedi'i ddatgan felly.",
    content: changed(
      (draft) => {
        inCoverage({ tables: { needs: { nil: true } } })(draft);
        draft.tables.needs = [];
      },
      'profiles',
      'needs',
    ),
  },
  {
    id: 'sound-outside-area',
    format: 'json',
    en: 'People who live outside the area.',
    cy: "Pobl sy'n byw y tu allan i'r ardal.",
    content: changed(inRow('profiles', 0, { area_code: 'outside_area' }), 'profiles'),
  },
  {
    id: 'sound-board-only',
    format: 'json',
    en: 'People of whom only the health board is known.',
    cy: 'Pobl nad oes ond eu bwrdd iechyd yn hysbys.',
    content: changed(inRow('profiles', 0, { area_code: 'W11000024' }), 'profiles'),
  },
];

/** Files in which no rule finds anything, and one that has only to be told apart by how it was asked for. */
export const SOUND_CASES: readonly ConformanceCase[] = [
  ...SOUND.map(({ en, cy, ...sound }) => ({ ...sound, what: { en, cy }, expected: [] })),
  {
    id: 'labels-read-as-codes',
    what: {
      en: 'Labels in either language, where the sender asked for them to be read.',
      cy: "Labeli yn y naill iaith neu'r llall, lle gofynnodd yr anfonwr am eu darllen.",
    },
    format: 'json',
    labels: true,
    content: changed((draft) => {
      inRow('profiles', 0, { sex: 'Female' })(draft);
      inRow('profiles', 1, { sex: 'Gwryw' })(draft);
    }, 'profiles'),
    expected: [
      {
        rule: 'labels-read-as-codes',
        path: '/tables',
        at: ['/tables/profiles/0/sex', '/tables/profiles/1/sex'],
      },
    ],
  },
];
