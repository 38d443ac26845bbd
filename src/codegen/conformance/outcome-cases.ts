import {
  addRow,
  type ConformanceCase,
  type FaultOfReturn,
  faultOfReturn,
  inRow,
} from './conformance-case.ts';

const NO_STATISTICS = {
  mean_baseline: null,
  sd_baseline: null,
  mean_follow_up: null,
  sd_follow_up: null,
  mean_change: null,
  sd_change: null,
};

/** How happy people were yesterday, from 0 to 10: a mean of whole scores of 34 people. */
const HAPPY = {
  measure: 'ons4_happy',
  mean_baseline: 5.03,
  sd_baseline: 2.1,
  mean_follow_up: 6.15,
  sd_follow_up: 2,
  mean_change: 1.12,
  sd_change: 2.2,
  improvement_threshold: 1,
};

type OutcomeFault = Omit<FaultOfReturn, 'change' | 'tables' | 'at'> & {
  readonly values: Readonly<Record<string, unknown>>;
  readonly fields: readonly string[];
};

/** The one row of outcomes with other values, and the fields of it that are then wrong. */
function faultOfOutcome({ values, fields, ...fault }: OutcomeFault): ConformanceCase {
  return faultOfReturn({
    ...fault,
    tables: ['outcomes'],
    change: inRow('outcomes', 0, values),
    at: fields.map((field) => `/tables/outcomes/0/${field}`),
  });
}

const OF_ONE_ROW: readonly OutcomeFault[] = [
  {
    rule: 'means-inside-the-range',
    en: 'The mean at baseline is below the lowest score that the measure has.',
    cy: "Mae'r cymedr ar y dechrau yn is na'r sgôr isaf sydd gan y mesur.",
    values: { mean_baseline: 6.9, sd_baseline: 0, mean_follow_up: 20, sd_change: 4.2, mean_change: 13.1 },
    fields: ['mean_baseline'],
  },
  {
    rule: 'means-inside-the-range',
    which: '-another-measure',
    en: 'The mean at follow-up is above ten, the most of the measure.',
    cy: "Mae'r cymedr dilynol yn uwch na deg, uchafswm y mesur.",
    values: {
      ...HAPPY,
      mean_baseline: 8.5,
      mean_follow_up: 10.3,
      sd_follow_up: 0,
      sd_change: 2.1,
      mean_change: 1.8,
    },
    fields: ['mean_follow_up'],
  },
  {
    rule: 'categories-have-no-mean',
    en: 'A mean is sent of a measure whose answers are only counted.',
    cy: 'Anfonir cymedr o fesur lle nad yw ei atebion ond yn cael eu cyfrif.',
    values: { ...NO_STATISTICS, measure: 'gppaq', mean_baseline: 2.1 },
    fields: ['mean_baseline'],
  },
  {
    rule: 'change-is-follow-up-minus-baseline',
    en: 'The mean change is 2.9, but the means differ by 2.7.',
    cy: "Y newid cymedrig yw 2.9, ond 2.7 yw'r gwahaniaeth rhwng y cymedrau.",
    values: { mean_change: 2.9 },
    fields: ['mean_change'],
  },
  {
    rule: 'change-is-follow-up-minus-baseline',
    which: '-sign',
    en: 'The mean change is given as baseline minus follow-up.',
    cy: 'Rhoddir y newid cymedrig fel y dechrau llai y sgôr ddilynol.',
    values: { mean_change: -2.7, n_improved: 4, n_unchanged: 12, n_worse: 18 },
    fields: ['mean_change'],
  },
  {
    rule: 'standard-deviation-within-bound',
    en: 'Scores with this mean, so near the highest score, cannot spread so much.',
    cy: "Ni all sgoriau â'r cymedr hwn, mor agos at y sgôr uchaf, wasgaru cymaint.",
    values: { mean_follow_up: 34.9, mean_change: 15.5 },
    fields: ['sd_follow_up'],
  },
  {
    rule: 'standard-deviations-form-a-triangle',
    en: 'The changes spread more than the scores at both ends together.',
    cy: "Mae'r newidiadau'n gwasgaru mwy na'r sgoriau ar y ddau ben gyda'i gilydd.",
    values: { sd_change: 8.4 },
    fields: ['sd_change'],
  },
  {
    rule: 'mean-and-percentages-cohere',
    en: 'Everyone improved by at least 3, but by 2.7 on average.',
    cy: 'Gwellodd pawb o 3 o leiaf, ond o 2.7 ar gyfartaledd.',
    values: { n_improved: 34, n_unchanged: 0, n_worse: 0 },
    fields: ['mean_change'],
  },
  {
    rule: 'means-possible-for-whole-scores',
    en: 'No 34 whole scores have this mean.',
    cy: 'Nid oes gan unrhyw 34 sgôr gyfan y cymedr hwn.',
    values: { ...HAPPY, mean_baseline: 5.01, mean_change: 1.15 },
    fields: ['mean_baseline'],
  },
  {
    rule: 'one-pair-has-no-standard-deviation',
    en: 'A standard deviation is given for one pair.',
    cy: 'Rhoddir gwyriad safonol ar gyfer un pâr.',
    values: {
      n_paired: 1,
      mean_follow_up: 23.1,
      mean_change: 3.7,
      sd_baseline: null,
      sd_follow_up: null,
      sd_change: 0,
      n_improved: 1,
      n_unchanged: 0,
      n_worse: 0,
    },
    fields: ['sd_change'],
    also: [{ rule: 'few-pairs-are-said', at: ['/tables/outcomes/0/n_paired'] }],
  },
  {
    rule: 'missing-statistics-have-a-reason',
    en: 'The standard deviation of the change is missing, and nothing says why.',
    cy: 'Mae gwyriad safonol y newid ar goll, ac nid oes dim yn dweud pam.',
    values: { sd_change: null },
    fields: ['sd_change'],
  },
  {
    rule: 'value-set-only-where-the-measure-has-one',
    en: 'A value set of EQ-5D is named for SWEMWBS.',
    cy: 'Enwir set werthoedd EQ-5D ar gyfer SWEMWBS.',
    values: { value_set: 'uk_3l_mvh_1997' },
    fields: ['value_set'],
  },
  {
    rule: 'thresholds-are-the-registrys',
    en: 'Improvement was counted from 1 point, where the registry says 3.',
    cy: "Cyfrifwyd gwelliant o 1 pwynt, lle mae'r gofrestr yn dweud 3.",
    values: { improvement_threshold: 1 },
    fields: ['improvement_threshold'],
  },
  {
    rule: 'few-pairs-are-said',
    en: '29 people have both scores.',
    cy: 'Mae gan 29 o bobl y ddwy sgôr.',
    values: { n_paired: 29, n_improved: 13 },
    fields: ['n_paired'],
  },
];

/** Figures of outcomes that no scores could have, or that cannot be compared. */
export const OUTCOME_CASES: readonly ConformanceCase[] = [
  ...OF_ONE_ROW.map(faultOfOutcome),
  faultOfReturn({
    rule: 'value-set-only-where-the-measure-has-one',
    which: '-missing',
    en: 'EQ-5D-5L is sent without its value set.',
    cy: 'Anfonir EQ-5D-5L heb ei set werthoedd.',
    tables: ['outcome_coverage'],
    change: inRow('outcome_coverage', 0, { measure: 'eq5d_5l' }),
    at: ['/tables/outcome_coverage/0/value_set'],
  }),
  faultOfReturn({
    rule: 'people-scored-on-one-scale',
    en: 'The same place has SWEMWBS in raw and in converted scores.',
    cy: "Mae gan yr un lle SWEMWBS mewn sgoriau crai a rhai wedi'u trosi.",
    tables: ['outcomes'],
    change: addRow('outcomes', 0, { measure: 'swemwbs_raw' }),
    at: ['/tables/outcomes/1/measure'],
  }),
  faultOfReturn({
    rule: 'coverage-counts-missing-only-from-publications',
    en: 'The number eligible is missing, though the return is no publication.',
    cy: "Mae'r nifer cymwys ar goll, er nad cyhoeddiad yw'r ffurflen.",
    tables: ['outcome_coverage'],
    change: inRow('outcome_coverage', 0, { n_eligible: null }),
    at: ['/tables/outcome_coverage/0/n_eligible'],
  }),
  faultOfReturn({
    rule: 'follow-up-below-half-is-said',
    en: 'Of 41 with a baseline, 20 have a follow-up too.',
    cy: 'O 41 â sgôr gyntaf, mae gan 20 sgôr ddilynol hefyd.',
    tables: ['outcome_coverage'],
    change: inRow('outcome_coverage', 0, { n_paired: 20 }),
    at: ['/tables/outcome_coverage/0/n_paired'],
  }),
];
