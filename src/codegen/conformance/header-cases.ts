import type { Draft } from './base-return.ts';
import {
  addRow,
  type ConformanceCase,
  faultOfReturn,
  inCoverage,
  inHeader,
  inRow,
} from './conformance-case.ts';

/** A field of the header, and what it is set to. */
interface HeaderFault {
  readonly rule: string;
  /** What tells the case from others of the rule. */
  readonly which?: string;
  readonly en: string;
  readonly cy: string;
  readonly field: string;
  readonly value: unknown;
  readonly at?: string;
}

/** One field of the header set to what it cannot be; the place is the field itself unless another is given. */
const HEADER_FAULTS: readonly HeaderFault[] = [
  {
    rule: 'standard-is-spcd',
    en: 'The return is of another standard.',
    cy: 'Ffurflen safon arall yw hon.',
    field: 'standard',
    value: 'csds',
  },
  {
    rule: 'schema-version-known',
    en: 'The version is not known.',
    cy: "Nid yw'r fersiwn yn hysbys.",
    field: 'schema_version',
    value: '7.3',
  },
  {
    rule: 'header-value-type',
    which: '-version',
    en: 'The version is a number.',
    cy: "Rhif yw'r fersiwn.",
    field: 'schema_version',
    value: 1,
  },
  {
    rule: 'header-field-known',
    en: 'A field is misspelt.',
    cy: "Mae maes wedi'i gamsillafu.",
    field: 'healthboard',
    value: 'Powys',
    at: '/[withheld]',
  },
  {
    rule: 'header-field-known',
    which: '-person',
    en: 'A field could hold a person.',
    cy: 'Gallai maes ddal person.',
    field: 'nhs_number',
    value: 'x',
    at: '/[withheld]',
  },
  {
    rule: 'header-field-known',
    which: '-constructor',
    en: 'A field has the name that programs give every object.',
    cy: "Mae gan faes yr enw y mae rhaglenni'n ei roi i bob gwrthrych.",
    field: 'constructor',
    value: 'x',
    at: '/[withheld]',
  },
  {
    rule: 'header-code-known',
    en: 'The index of deprivation is not one of the list.',
    cy: "Nid yw'r mynegai amddifadedd yn un o'r rhestr.",
    field: 'deprivation_index',
    value: 'imd_2007',
  },
  {
    rule: 'header-code-known',
    which: '-submitter',
    en: 'The organisation is in no register.',
    cy: "Nid yw'r sefydliad mewn unrhyw gofrestr.",
    field: 'submitter',
    value: 'ZZ9',
  },
  {
    rule: 'header-code-known',
    which: '-status',
    en: 'The status is not one of the list.',
    cy: "Nid yw'r statws yn un o'r rhestr.",
    field: 'figures_status',
    value: 'draft',
  },
  {
    rule: 'header-text-well-formed',
    en: 'The period is in words.',
    cy: "Mae'r cyfnod mewn geiriau.",
    field: 'period',
    value: 'January to March 2026',
  },
  {
    rule: 'header-text-well-formed',
    which: '-fifth-quarter',
    en: 'The period is the fifth quarter.',
    cy: "Y pumed chwarter yw'r cyfnod.",
    field: 'period',
    value: '2026-Q5',
  },
  {
    rule: 'header-date-well-formed',
    en: 'The date is written as in the United Kingdom.',
    cy: 'Ysgrifennir y dyddiad fel yn y Deyrnas Unedig.',
    field: 'period_start',
    value: '01/01/2026',
  },
  {
    rule: 'header-date-well-formed',
    which: '-calendar',
    en: 'The date is in no calendar.',
    cy: "Nid yw'r dyddiad mewn unrhyw galendr.",
    field: 'period_end',
    value: '2026-02-30',
  },
  {
    rule: 'header-date-well-formed',
    which: '-time',
    en: 'The time of extraction has no time zone.',
    cy: 'Nid oes gan amser yr echdynnu barth amser.',
    field: 'source_system',
    value: { name: 'Casebook', version: '4.2', extracted_at: '2026-04-21 09:30' },
    at: '/source_system/extracted_at',
  },
  {
    rule: 'header-value-type',
    en: 'The organisation is a number.',
    cy: "Rhif yw'r sefydliad.",
    field: 'submitter',
    value: 7,
  },
  {
    rule: 'header-value-type',
    which: '-list',
    en: 'The services are a text.',
    cy: "Testun yw'r gwasanaethau.",
    field: 'coverage',
    value: { services_included: 'powys-community-connectors', areas_complete: [] },
    at: '/coverage/services_included',
  },
  {
    rule: 'header-value-type',
    which: '-nil',
    en: 'Nil is the text true.',
    cy: 'Y testun true yw nil.',
    field: 'coverage',
    value: {
      services_included: ['powys-community-connectors'],
      areas_complete: [],
      tables: { needs: { nil: 'true' } },
    },
    at: '/coverage/tables/needs/nil',
  },
  {
    rule: 'header-value-type',
    which: '-null',
    en: 'The notes are null.',
    cy: "Null yw'r nodiadau.",
    field: 'notes',
    value: null,
  },
  {
    rule: 'header-text-length',
    en: 'The Welsh notes are empty.',
    cy: "Mae'r nodiadau Cymraeg yn wag.",
    field: 'notes',
    value: { en: 'Invented.', cy: '' },
    at: '/notes/cy',
  },
  {
    rule: 'header-text-length',
    which: '-long',
    en: 'The notes are longer than the field takes.',
    cy: "Mae'r nodiadau'n hwy nag y mae'r maes yn ei dderbyn.",
    field: 'notes',
    value: { en: 'a '.repeat(501), cy: 'Ffug.' },
    at: '/notes/en',
  },
  {
    rule: 'header-field-present',
    which: '-welsh',
    en: 'The notes have no Welsh.',
    cy: 'Nid oes Cymraeg yn y nodiadau.',
    field: 'notes',
    value: { en: 'Invented.' },
    at: '/notes/cy',
  },
  {
    rule: 'text-without-control-characters',
    en: 'The notes hold a character that sets off a terminal.',
    cy: "Mae'r nodiadau'n cynnwys nod sy'n effeithio ar derfynell.",
    field: 'notes',
    value: { en: 'Two\u001b[2Jservices.', cy: 'Dau.' },
    at: '/notes/en',
  },
  {
    rule: 'text-without-control-characters',
    which: '-direction',
    en: 'The notes hold a mark that turns the direction of writing.',
    cy: "Mae'r nodiadau'n cynnwys marc sy'n troi cyfeiriad yr ysgrifennu.",
    field: 'notes',
    value: { en: 'Two \u202eservices.', cy: 'Dau.' },
    at: '/notes/en',
  },
];

/** Takes a field of the header away. */
function withoutField(name: string) {
  return (draft: Draft): void => {
    delete draft[name];
  };
}

/** Takes a field of a row away. */
function withoutFieldOfRow(table: string, row: number, field: string) {
  return (draft: Draft): void => {
    delete draft.tables[table]?.[row]?.[field];
  };
}

/** Headers that are not what the schema says, and tables and rows that are not what they should be. */
export const HEADER_CASES: readonly ConformanceCase[] = [
  ...HEADER_FAULTS.map(({ field, value, at = `/${field}`, ...fault }) =>
    faultOfReturn({ ...fault, tables: ['profiles'], change: inHeader({ [field]: value }), at: [at] }),
  ),
  faultOfReturn({
    rule: 'header-field-present',
    en: 'The header does not say what the sex was filled from.',
    cy: "Nid yw'r pennyn yn dweud o beth y llanwyd y rhyw.",
    tables: ['profiles'],
    change: withoutField('sex_basis'),
    at: ['/sex_basis'],
  }),
  faultOfReturn({
    rule: 'header-field-present',
    which: '-period',
    en: 'The header does not say for which quarter it is.',
    cy: "Nid yw'r pennyn yn dweud ar gyfer pa chwarter y mae.",
    tables: ['profiles'],
    change: withoutField('period'),
    at: ['/period'],
  }),
  faultOfReturn({
    rule: 'header-list-length',
    en: 'More areas are called complete than the list takes.',
    cy: "Dywedir bod mwy o ardaloedd yn gyflawn nag y mae'r rhestr yn eu derbyn.",
    tables: ['profiles'],
    change: inCoverage({
      tables: { pathway: { not_collected: Array.from({ length: 51 }, (_, index) => `stage_${index}`) } },
    }),
    at: ['/coverage/tables/pathway/not_collected'],
  }),
  faultOfReturn({
    rule: 'not-collected-names-what-the-table-has',
    en: 'What is not collected is misspelt.',
    cy: "Mae'r hyn nas cesglir wedi'i gamsillafu.",
    tables: ['profiles'],
    change: inCoverage({ tables: { pathway: { not_collected: ['first_contact', 'support_teir'] } } }),
    at: ['/coverage/tables/pathway/not_collected/1'],
  }),
  faultOfReturn({
    rule: 'extracted-after-the-period',
    en: 'The figures were extracted before their period began.',
    cy: "Echdynnwyd y ffigurau cyn i'w cyfnod ddechrau.",
    tables: ['profiles'],
    change: inHeader({
      source_system: { name: 'Casebook', version: '4.2', extracted_at: '2025-12-31T09:00:00Z' },
    }),
    at: ['/source_system/extracted_at'],
  }),
  faultOfReturn({
    rule: 'header-list-unique',
    en: 'A service is named twice.',
    cy: 'Enwir gwasanaeth ddwywaith.',
    tables: ['profiles'],
    change: inCoverage({ services_included: ['powys-links', 'powys-links'] }),
    at: ['/coverage/services_included'],
  }),
  faultOfReturn({
    rule: 'code-valid-on-the-dates',
    which: '-header',
    en: 'An area called complete has ended.',
    cy: 'Mae ardal y dywedir ei bod yn gyflawn wedi dod i ben.',
    tables: ['profiles'],
    change: inCoverage({ areas_complete: ['W11000026'] }),
    at: ['/coverage/areas_complete/0'],
  }),
  faultOfReturn({
    rule: 'empty-table-is-declared-nil',
    en: 'A table has no rows, and nothing says that there was nothing to count.',
    cy: "Nid oes gan dabl resi, ac nid oes dim yn dweud nad oedd dim i'w gyfrif.",
    tables: ['profiles', 'needs'],
    change: (draft) => {
      draft.tables.needs = [];
    },
    at: ['/tables/needs'],
  }),
  faultOfReturn({
    rule: 'field-known',
    en: 'A row has a field that could hold a person.',
    cy: 'Mae gan res faes a allai ddal person.',
    tables: ['profiles'],
    change: inRow('profiles', 2, { nhs_number: 'x' }),
    at: ['/tables/profiles/2/[withheld]'],
  }),
  faultOfReturn({
    rule: 'field-known',
    which: '-prototype',
    en: 'A row has a field with the name that programs give every object.',
    cy: "Mae gan res faes â'r enw y mae rhaglenni'n ei roi i bob gwrthrych.",
    tables: ['profiles'],
    change: inRow('profiles', 2, { toString: 'x' }),
    at: ['/tables/profiles/2/[withheld]'],
  }),
  faultOfReturn({
    rule: 'field-present',
    en: 'A row has no sex.',
    cy: 'Nid oes rhyw mewn rhes.',
    tables: ['profiles'],
    change: withoutFieldOfRow('profiles', 1, 'sex'),
    at: ['/tables/profiles/1/sex'],
  }),
  faultOfReturn({
    rule: 'field-present',
    which: '-count',
    en: 'A row has no count.',
    cy: 'Nid oes cyfrif mewn rhes.',
    tables: ['pathway'],
    change: withoutFieldOfRow('pathway', 1, 'episodes'),
    at: ['/tables/pathway/1/episodes'],
  }),
  faultOfReturn({
    rule: 'row-unique',
    en: 'A row stands twice.',
    cy: 'Mae rhes yno ddwywaith.',
    tables: ['profiles'],
    change: addRow('profiles', 0),
    at: ['/tables/profiles/6'],
  }),
  faultOfReturn({
    rule: 'row-unique',
    which: '-other-counts',
    en: 'Two rows of one combination of codes have different counts.',
    cy: 'Mae gan ddwy res o un cyfuniad o godau gyfrifon gwahanol.',
    tables: ['connections'],
    change: addRow('connections', 0, { connections: 2 }),
    at: ['/tables/connections/3'],
  }),
];
