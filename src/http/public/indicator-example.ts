/** A whole answer of the service to invented figures; a test asks for it again. */
export const INDICATOR_EXAMPLE = {
  meta: {
    release: 'synthetic-2026-q2-1',
    collection: 'synthetic',
    collection_title: 'Synthetic data',
    published_at: '2026-08-01T10:00:00Z',
    versions: { api: '1.0.0', standard: '1.0', data: 'synthetic-2026-q2-1' },
    standard_status: 'candidate',
    table: 'pathway',
    table_title: 'Pathway',
    question: { period: '2026-Q1', area_code: 'W92000004' },
    permalink:
      'https://spcd.example/v1/indicators/first_contact_within_28_days/values?period=2026-Q1&area_code=W92000004&release=synthetic-2026-q2-1',
    licence: {
      name: 'Open Government Licence v3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
    citation:
      'Social Prescribing Core Dataset (candidate standard), Synthetic data, release synthetic-2026-q2-1, 2026.',
    disclosure: {
      method: 'cell-key',
      version: 'spcd-sdc-2',
      threshold: 10,
      rounding: 5,
      additive: false,
      cells: 5,
      cells_suppressed: 0,
    },
    figures_status: [{ period: '2026-Q1', status: 'final' }],
    coverage: [],
    breaks: [],
  },
  columns: [
    { name: 'period', title: 'Period', level: 'quarter' },
    { name: 'area_code', title: 'Area of residence', level: 'nation' },
  ],
  figures: [
    {
      name: 'value',
      title: 'First contact within 28 days',
      description: 'Of 100 accepted referrals, how many led to a first contact within 28 days.',
      unit: 'percent',
    },
    {
      name: 'lower_95',
      title: 'Lower end of 95% interval',
      description: 'From published figures; chance, noise and rounding included.',
      unit: 'percent',
    },
    {
      name: 'upper_95',
      title: 'Upper end of 95% interval',
      description: 'From published figures; chance, noise and rounding included.',
      unit: 'percent',
    },
    {
      name: 'numerator',
      title: 'Episodes',
      description:
        'Those whose first contact came no more than 28 whole days after the referral was received.',
      unit: 'episode',
    },
    {
      name: 'denominator',
      title: 'Episodes',
      description: 'Referrals received in the quarter before that were accepted by the end of this one.',
      unit: 'episode',
    },
  ],
  attributes: [
    { name: 'reason', title: 'Reason', description: 'Why there is no value; empty where there is one.' },
  ],
  rows: [
    {
      period: '2026-Q1',
      period_label: 'January to March 2026',
      area_code: 'W92000004',
      area_code_label: 'Wales',
      value: { value: 72, status: 'ok' },
      lower_95: { value: 67, status: 'ok' },
      upper_95: { value: 76, status: 'ok' },
      numerator: { value: 360, status: 'ok' },
      denominator: { value: 500, status: 'ok' },
      reason: null,
      reason_label: null,
    },
  ],
  notes: [
    { id: 'synthetic', text: 'These figures are invented for trying the service out. Nobody was counted.' },
    { id: 'indicator', text: 'Of 100 accepted referrals, how many led to a first contact within 28 days.' },
    {
      id: 'indicator_exclusions',
      text: 'Referrals that ended before an episode began: declined by the person or the service, or never answered.',
    },
    { id: 'indicator_note', text: 'Those still waiting are in the denominator.' },
    {
      id: 'noise',
      text: 'Every number has been changed by a small random amount and rounded to 5. Most are within 2 of the real number and 96 in 100 are within 4.',
    },
    {
      id: 'not_additive',
      text: 'Totals may not equal the sum of their parts. Ask for the total; do not add rows.',
    },
    {
      id: 'suppressed_includes_zero',
      text: 'Suppressed means none or too few to show. It does not mean nobody.',
    },
    {
      id: 'same_question_same_answer',
      text: 'The same question always gives the same answer, so asking again does not make it more exact.',
    },
    { id: 'small_differences', text: 'A difference of less than 10 between two numbers may be noise alone.' },
  ],
  warnings: [],
};

export const INDICATOR_CSV_EXAMPLE = [
  'release,collection,period,area_code,value,value_status,lower_95,lower_95_status,upper_95,upper_95_status,numerator,numerator_status,denominator,denominator_status,reason',
  'synthetic-2026-q2-1,synthetic,2026-Q1,W92000004,72,ok,67,ok,76,ok,360,ok,500,ok,',
  '',
].join('\r\n');
