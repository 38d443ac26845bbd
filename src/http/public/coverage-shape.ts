import { Type } from 'typebox';
import { type CoverageRow, RETURN_STATES } from '../../query/list-coverage.ts';
import { described } from '../openapi/words.ts';
import { RELEASE_SUMMARY_EXAMPLE } from './figure-examples.ts';

const StringOrNull = Type.Union([Type.String(), Type.Null()]);
const Label = Type.Optional(Type.String());

const Row = Type.Object({
  organisation: Type.String(),
  organisation_label: Label,
  period: Type.String(),
  table: Type.String(),
  table_label: Label,
  state: Type.Unsafe<CoverageRow['state']>({
    type: 'string',
    enum: RETURN_STATES,
    ...described({
      en: 'Whether the table is behind the release, was due and is not, or was due and is not collected, for the reason given.',
      cy: "A yw'r tabl y tu ôl i'r datganiad, a oedd i ddod ond heb ddod, ynteu a oedd i ddod ond heb ei gasglu, am y rheswm a roddir.",
    }),
  }),
  obligation: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    enum: ['core', 'standard', 'full', null],
    ...described({
      en: 'What the organisation has to send, by the register when the release was built; null where the register says nothing of it.',
      cy: "Yr hyn y mae'n rhaid i'r sefydliad ei anfon, yn ôl y gofrestr pan luniwyd y datganiad; null lle nad yw'r gofrestr yn dweud dim amdano.",
    }),
  }),
  expected: Type.Unsafe<boolean | null>({
    type: ['boolean', 'null'],
    ...described({
      en: 'Whether the table was due; null where the register says nothing of the organisation.',
      cy: "A oedd y tabl i ddod; null lle nad yw'r gofrestr yn dweud dim am y sefydliad.",
    }),
  }),
  areas_complete: Type.Array(
    Type.String(),
    described({
      en: 'Areas whose every service is in the return.',
      cy: 'Ardaloedd y mae eu holl wasanaethau yn y ffurflen.',
    }),
  ),
  not_collected: Type.Array(
    Type.String(),
    described({
      en: 'What the return does not hold, by name.',
      cy: "Yr hyn nad yw'r ffurflen yn ei ddal, wrth ei enw.",
    }),
  ),
  reason_code: StringOrNull,
  reason_code_label: Label,
  reason: Type.Unsafe<string | null>({
    type: ['string', 'null'],
    ...described({
      en: 'Words of published evaluations and of synthetic data; the words of a return are never public.',
      cy: 'Geiriau gwerthusiadau cyhoeddedig a data synthetig; nid yw geiriau ffurflen byth yn gyhoeddus.',
    }),
  }),
  figures_status: StringOrNull,
  notes: Type.Array(
    Type.Object({ rule: Type.String(), reason_code: Type.String(), reason_code_label: Label }),
    described({
      en: 'What the organisation confirmed when a rule asked. Only of rules that tell nothing of a hidden count.',
      cy: 'Yr hyn a gadarnhaodd y sefydliad pan ofynnodd rheol. Dim ond rheolau nad ydynt yn dweud dim am gyfrif cudd.',
    }),
  ),
});

/** The coverage of a release in JSON. */
export const COVERAGE = Type.Object({
  meta: Type.Object({
    release: Type.String(),
    collection: Type.String(),
    collection_title: Type.String(),
    published_at: StringOrNull,
    versions: Type.Object({ api: Type.String(), standard: Type.String(), data: Type.String() }),
    question: Type.Record(Type.String(), Type.String()),
    permalink: Type.String({ format: 'uri' }),
    licence: Type.Object({ name: Type.String(), url: Type.String({ format: 'uri' }) }),
    citation: Type.String(),
  }),
  rows: Type.Array(Row),
});

const { release, collection, published_at, citation } = RELEASE_SUMMARY_EXAMPLE;

export const COVERAGE_EXAMPLE = {
  meta: {
    release,
    collection,
    collection_title: 'Synthetic data',
    published_at,
    versions: { api: '1.0.0', standard: '1.0', data: release },
    question: { organisation: '7A7' },
    permalink: `https://spcd.example/v1/coverage?organisation=7A7&release=${release}`,
    licence: {
      name: 'Open Government Licence v3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
    citation: citation.en,
  },
  rows: [
    {
      organisation: '7A7',
      organisation_label: 'Powys Teaching Health Board',
      period: '2026-Q3',
      table: 'profiles',
      table_label: 'Profiles',
      state: 'returned',
      obligation: 'core',
      expected: true,
      areas_complete: ['W06000023'],
      not_collected: [],
      reason_code: null,
      reason: null,
      figures_status: 'provisional',
      notes: [
        {
          rule: 'people-not-above-residents',
          reason_code: 'checked_and_correct',
          reason_code_label: 'Checked against the source; the figures are correct',
        },
      ],
    },
    {
      organisation: '7A7',
      organisation_label: 'Powys Teaching Health Board',
      period: '2026-Q3',
      table: 'pathway',
      table_label: 'Pathway',
      state: 'no_return',
      obligation: 'core',
      expected: true,
      areas_complete: [],
      not_collected: [],
      reason_code: null,
      reason: null,
      figures_status: null,
      notes: [],
    },
  ],
};

export const COVERAGE_CSV_EXAMPLE = [
  'release,collection,organisation,period,table,state,obligation,expected,areas_complete,not_collected,reason_code,reason,figures_status,notes',
  `${release},synthetic,7A7,2026-Q3,profiles,returned,core,true,W06000023,,,,provisional,people-not-above-residents: checked_and_correct`,
  `${release},synthetic,7A7,2026-Q3,pathway,no_return,core,true,,,,,,`,
  '',
].join('\r\n');
