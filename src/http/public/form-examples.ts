/** Invented answers for the documentation, in the formats that are alike for every table; no figure of a return. */
const RELEASE = 'synthetic-2026-q3-1';

const PERMALINK = `https://spcd.example/v1/data/profiles?population=referred&figure=people&by=sex.code&period=2026-Q1&area_code=W92000004&release=${RELEASE}`;
const LICENCE = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/';
const CITATION = `Social Prescribing Core Dataset (candidate standard), Synthetic data, release ${RELEASE}, 2026.`;

export const NDJSON_EXAMPLE = [
  `{"release":"${RELEASE}","collection":"synthetic","period":"2026-Q1","area_code":"W92000004","sex":"female","figure":"people","value":3805,"status":"ok"}`,
  `{"end":{"rows":1,"cells":1,"shown":1,"permalink":"${PERMALINK}","licence":"${LICENCE}","citation":"${CITATION}","notes":[],"warnings":[]}}`,
  '',
].join('\n');

export const JSON_STAT_EXAMPLE = {
  version: '2.0',
  class: 'dataset',
  href: PERMALINK,
  label: 'Profiles',
  source: CITATION,
  updated: '2026-11-01T09:30:00.000Z',
  link: { license: [{ type: 'text/html', href: LICENCE, label: 'Open Government Licence v3.0' }] },
  id: ['period', 'area_code', 'sex', 'figure'],
  size: [1, 1, 2, 1],
  role: { time: ['period'], geo: ['area_code'], metric: ['figure'] },
  dimension: {
    period: {
      label: 'Period',
      category: { index: ['2026-Q1'], label: { '2026-Q1': 'January to March 2026' } },
      extension: { level: 'quarter' },
    },
    area_code: {
      label: 'Area of residence',
      category: { index: ['W92000004'], label: { W92000004: 'Wales' } },
      extension: { level: 'nation' },
    },
    sex: {
      label: 'Sex',
      category: { index: ['female', 'another'], label: { female: 'Female', another: 'Another answer' } },
      extension: { level: 'code' },
    },
    figure: {
      label: 'Figure',
      category: {
        index: ['people'],
        label: { people: 'People' },
        unit: { people: { label: 'person' } },
        note: { people: ['Different people of this row.'] },
      },
    },
  },
  value: [3805, null],
  status: ['ok', 'suppressed'],
  note: ['These figures are invented for trying the service out. Nobody was counted.'],
  extension: { release: RELEASE, collection: 'synthetic', warnings: [] },
};

/** The first bytes of files that are not text. */
export const BINARY_EXAMPLES = { parquet: 'PAR1', xlsx: 'PK' } as const;
