import { NAME } from '../../standard/about.ts';

/** Invented answers for the documentation; no figure of a return. */
export const DATA_EXAMPLE = {
  meta: {
    release: 'synthetic-2026-q3-1',
    collection: 'synthetic',
    collection_title: 'Synthetic data',
    published_at: '2026-11-01T09:30:00.000Z',
    versions: { api: '1.0.0', standard: '1.0', data: 'synthetic-2026-q3-1' },
    standard_status: 'candidate',
    table: 'profiles',
    table_title: 'Profiles',
    question: {
      population: 'referred',
      figure: 'people',
      by: 'sex.code',
      period: '2026-Q1',
      area_code: 'W92000004',
    },
    permalink:
      'https://spcd.example/v1/data/profiles?population=referred&figure=people&by=sex.code&period=2026-Q1&area_code=W92000004&release=synthetic-2026-q3-1',
    licence: {
      name: 'Open Government Licence v3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
    citation:
      'Social Prescribing Core Dataset (candidate standard), Synthetic data, release synthetic-2026-q3-1, 2026.',
    disclosure: {
      method: 'cell-key',
      version: 'spcd-sdc-2',
      threshold: 10,
      rounding: 5,
      additive: false,
      cells: 2,
      cells_suppressed: 1,
    },
    figures_status: [{ period: '2026-Q1', status: 'final' }],
    coverage: [],
    breaks: [],
  },
  columns: [
    { name: 'period', title: 'Period', level: 'quarter' },
    { name: 'area_code', title: 'Area of residence', level: 'nation' },
    { name: 'sex', title: 'Sex', level: 'code' },
  ],
  figures: [
    { name: 'people', title: 'People', description: 'Different people of this row.', unit: 'person' },
  ],
  rows: [
    {
      period: '2026-Q1',
      period_label: 'January to March 2026',
      area_code: 'W92000004',
      area_code_label: 'Wales',
      sex: 'female',
      sex_label: 'Female',
      value: 3805,
      status: 'ok',
    },
    {
      period: '2026-Q1',
      period_label: 'January to March 2026',
      area_code: 'W92000004',
      area_code_label: 'Wales',
      sex: 'another',
      sex_label: 'Another answer',
      value: null,
      status: 'suppressed',
    },
  ],
  notes: [
    { id: 'synthetic', text: 'These figures are invented for trying the service out. Nobody was counted.' },
  ],
  warnings: [],
};

export const DATA_CSV_EXAMPLE = [
  'release,collection,period,area_code,sex,figure,value,status',
  'synthetic-2026-q3-1,synthetic,2026-Q1,W92000004,female,people,3805,ok',
  'synthetic-2026-q3-1,synthetic,2026-Q1,W92000004,another,people,,suppressed',
  '',
].join('\r\n');

export const OUTCOME_EXAMPLE = {
  ...DATA_EXAMPLE,
  columns: DATA_EXAMPLE.columns.slice(0, 2),
  figures: [
    {
      name: 'n_paired',
      title: 'With both scores',
      description: 'Episodes with both scores.',
      unit: 'episode',
    },
    { name: 'mean_change', title: 'Mean change', description: 'Follow-up minus baseline.', unit: 'score' },
  ],
  rows: [
    {
      period: '2025-26',
      area_code: 'W92000004',
      n_paired: { value: 1240, status: 'ok' },
      mean_change: { value: 2.3, status: 'ok' },
    },
  ],
};

export const OUTCOME_CSV_EXAMPLE = [
  'release,collection,period,area_code,n_paired,n_paired_status,mean_change,mean_change_status',
  'synthetic-2026-q3-1,synthetic,2025-26,W92000004,1240,ok,2.3,ok',
  '',
].join('\r\n');

const SEXES = [{ code: 'female', title: { en: 'Female', cy: 'Benyw' } }];

export const DIMENSIONS_EXAMPLE = {
  release: 'synthetic-2026-q3-1',
  collection: 'synthetic',
  table: 'profiles',
  title: { en: 'Profiles', cy: 'Proffiliau' },
  description: { en: 'People by age, sex and deprivation.', cy: 'Pobl yn ôl oedran, rhyw ac amddifadedd.' },
  unit: 'person',
  limits: { dimensions: 4, cells: 5000 },
  periods: { quarters: ['2026-Q1'], financial_years: [] },
  figures: [
    {
      period_level: 'quarter',
      figures: [{ name: 'people', title: { en: 'People', cy: 'Pobl' }, unit: 'person' }],
    },
  ],
  selectors: [
    {
      name: 'population',
      title: { en: 'Population', cy: 'Poblogaeth' },
      codes: [{ code: 'referred', title: { en: 'Referred', cy: 'Wedi’u hatgyfeirio' } }],
    },
  ],
  deprivation_indices: [],
  dimensions: [
    {
      name: 'sex',
      title: { en: 'Sex', cy: 'Rhyw' },
      description: { en: 'Sex as recorded.', cy: 'Rhyw fel y’i cofnodwyd.' },
      required: false,
      quarters_only: [],
      by_code_only_for: [],
      implies: {},
      choices: [
        {
          when: {},
          populations: null,
          default_level: 'code',
          below_board: true,
          levels: [{ id: 'code', title: { en: 'Code', cy: 'Cod' }, codes: SEXES }],
        },
      ],
    },
  ],
  availability: {
    combinations: [{ selectors: { population: 'referred' }, periods: ['2026-Q1'] }],
    codes: [{ dimension: 'sex', when: {}, codes: ['female', 'male'] }],
  },
  example:
    'https://spcd.example/v1/data/profiles?release=synthetic-2026-q3-1&population=referred&period=2026-Q1',
};

const EXAMPLE_CITATION = {
  en: 'Social Prescribing Core Dataset (candidate standard), Synthetic data, release synthetic-2026-q3-1, 2026.',
  cy: `${NAME.cy} (safon ymgeisiol), Data synthetig, datganiad synthetic-2026-q3-1, 2026.`,
};

export const RELEASE_SUMMARY_EXAMPLE = {
  release: 'synthetic-2026-q3-1',
  collection: 'synthetic',
  state: 'published',
  published_at: '2026-11-01T09:30:00.000Z',
  figures_status: 'provisional',
  schema_version: '1.0',
  scope: ['W92000004'],
  supersedes: null,
  doi_suffix: 'spcd.synthetic-2026-q3-1',
  citation: EXAMPLE_CITATION,
  url: 'https://spcd.example/v1/releases/synthetic-2026-q3-1',
};

export const RELEASE_EXAMPLE = {
  manifest_version: 1,
  release: 'synthetic-2026-q3-1',
  collection: 'synthetic',
  schema_version: '1.0',
  returned_versions: ['1.0'],
  built_at: '2026-11-01T09:00:00.000Z',
  published_at: '2026-11-01T09:30:00.000Z',
  scope: ['W92000004'],
  tables: {
    profiles: { quarters: ['2026-Q3'], financial_years: [], selectors: { population: ['referred'] } },
  },
  coverage: [
    {
      organisation: '7A7',
      period: '2026-Q3',
      tables: { profiles: { state: 'returned', not_collected: [], reason_code: null, reason: null } },
      areas_complete: { profiles: ['W06000023'] },
      services_included: ['powys-community-connectors'],
      deprivation_index: 'wimd_2019',
      ethnicity_scheme: 'census_2021',
      figures_status: 'provisional',
      basis_note: null,
    },
  ],
  notes: [
    {
      organisation: '7A7',
      period: '2026-Q3',
      table: 'profiles',
      rule: 'people-not-above-residents',
      reason_code: 'checked_and_correct',
    },
  ],
  expected: [{ organisation: '7A7', period: '2026-Q3', obligation: 'core', tables: ['profiles', 'pathway'] }],
  disclosure: {
    method: 'cell-key',
    version: 'spcd-sdc-2',
    floor: 8,
    threshold: 10,
    rounding: 5,
    magnitude_share: 0.35,
    magnitude_noise_variance: 5.083,
  },
  files: [
    {
      path: 'cells/table=profiles/period=2026-Q3/cells.parquet',
      bytes: 48213,
      sha256: '5f2f1f6b1f6f6e4f0cfb33de4bb3b0a8a6a1f5b2b7f0f0a3e1a7f7c2d9c4e8b6',
    },
  ],
  supersedes: null,
  figures_status: 'provisional',
  statuses: { profiles: { '2026-Q3': 'provisional' } },
  breaks: [],
  doi_suffix: 'spcd.synthetic-2026-q3-1',
  citation: EXAMPLE_CITATION,
  links: {
    self: 'https://spcd.example/v1/releases/synthetic-2026-q3-1',
    changes: 'https://spcd.example/v1/releases/synthetic-2026-q3-1/changes',
    data_package: 'https://spcd.example/v1/releases/synthetic-2026-q3-1/datapackage.json',
    schema_org: 'https://spcd.example/v1/releases/synthetic-2026-q3-1/dataset.jsonld',
    catalog: 'https://spcd.example/catalog',
    files: [
      'https://spcd.example/v1/releases/synthetic-2026-q3-1/files/cells/table=profiles/period=2026-Q3/cells.parquet',
    ],
  },
};
