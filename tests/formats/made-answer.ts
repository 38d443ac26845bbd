import type { Answer } from '../../src/query/answer.ts';

const text = (en: string) => ({ en, cy: `${en} (cy)` });

/** An answer of two dimensions and three rows, of which one is suppressed. */
export const ANSWER: Answer = {
  meta: {
    release: 'returns-2026-q2-1',
    collection: 'returns',
    collection_title: text('Returns'),
    published_at: '2026-08-01T10:00:00Z',
    versions: { api: '1.0.0', standard: '1.0', data: 'returns-2026-q2-1' },
    standard_status: 'candidate',
    table: 'profiles',
    table_title: text('Profiles'),
    question: { population: 'supported', by: 'sex', period: '2026-Q1' },
    permalink: 'https://data.example.wales/v1/data/profiles?population=supported',
    licence: { name: text('OGL'), url: 'https://licence.example' },
    citation: text('Cite this.'),
    disclosure: {
      method: 'cell-key',
      version: 'spcd-sdc-2',
      threshold: 10,
      rounding: 5,
      additive: false,
      cells: 3,
      cells_suppressed: 1,
    },
    figures_status: [],
    coverage: [],
    breaks: [],
  },
  columns: [
    { name: 'period', title: text('Period'), level: 'quarter' },
    { name: 'sex', title: text('Sex'), level: 'code' },
  ],
  figures: [{ name: 'people', title: text('People'), description: text('People.'), unit: 'person' }],
  rows: [
    ['female', 'Female', 180],
    ['male', 'Male, "he", or\nhim', 95],
    ['another', 'Another', null],
  ].map(([code, title, value]) => ({
    labels: [
      { code: '2026-Q1', title: text('January to March 2026') },
      { code: String(code), title: text(String(title)) },
    ],
    cells: [{ value: value as number | null, status: value === null ? 'suppressed' : 'ok' }],
  })),
  notes: [{ id: 'noise', text: text('Noise.') }],
  warnings: [{ id: 'incomplete', text: text('Incomplete.'), nearest: 'population=supported' }],
};

/** The same answer with two figures, one of them a change below nought. */
export const TWO_FIGURES: Answer = {
  ...ANSWER,
  figures: [
    ...ANSWER.figures,
    { name: 'mean_change', title: text('Change'), description: text('Change.'), unit: 'score' },
  ],
  rows: ANSWER.rows.map((row) => ({ ...row, cells: [...row.cells, { value: -2.3, status: 'ok' }] })),
};
