/**
 * Rules whose passing examples show so small a part of a return that another rule of errors objects to them. Their
 * pages say so, and a test fails where a rule stands here that need not, or is missing.
 */
export const SHOWN_IN_PART: readonly string[] = [
  'breakdowns-not-above-all',
  'cohort-stages-in-order',
  'mean-and-percentages-cohere',
  'outcomes-add-up-to-coverage',
  'stages-left-out-are-named-in-coverage',
  'stock-follows-from-flow-in-each-part',
  'stocks-are-counted-by-event',
  'supported-people-not-above-conversations',
  'value-set-only-where-the-measure-has-one',
];
