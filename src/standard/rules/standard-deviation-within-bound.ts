import { rangeOf } from '../measures/score-scale.ts';
import type { ReturnHeader } from '../row.ts';
import { outcome } from './example-rows.ts';
import { readOutcome } from './reading/outcome-figures.ts';
import { overRowsOf } from './reading/passes.ts';
import { largestDeviation } from './reading/possible-deviation.ts';
import { arithmeticSlack, roundingOf } from './reading/rounding.ts';
import type { Rule } from './rule.ts';

const TWO_PEOPLE = {
  measure: 'ons4_happy',
  n_paired: 2,
  mean_baseline: 5,
  mean_follow_up: 5.5,
  sd_follow_up: 0.7,
  mean_change: 0.5,
  sd_change: 6.4,
  n_improved: 1,
  n_unchanged: 0,
  n_worse: 1,
  improvement_threshold: 1,
} as const;

const EXPLAINED: Partial<ReturnHeader> = {
  coverage: {
    services_included: ['connectors'],
    areas_complete: [],
    tables: { outcomes: { reason_code: 'system_does_not_hold' } },
  },
};

export const standardDeviationWithinBound: Rule = {
  id: 'standard-deviation-within-bound',
  tier: 'error',
  since: '1.0',
  tables: ['outcomes'],
  message: {
    en: 'A standard deviation is larger than the scores of the measure allow.',
    cy: "Mae gwyriad safonol yn fwy nag y mae sgoriau'r mesur yn ei ganiatáu.",
  },
  why: {
    en: 'Scores lie between a lowest and a highest value, so they can spread only so far around their mean. A variance is often sent by mistake.',
    cy: 'Mae sgoriau rhwng gwerth isaf a gwerth uchaf, felly ni allant wasgaru ond hyn a hyn o amgylch eu cymedr. Yn aml anfonir amrywiant drwy gamgymeriad.',
  },
  remedy: {
    en: 'Send the standard deviation of the scores of the pairs, with the divisor n minus 1: neither the variance nor a sum.',
    cy: "Anfonwch wyriad safonol sgoriau'r parau, â'r rhannydd n minws 1: nid yr amrywiant na chyfanswm.",
  },
  source: 'outcome rules of this standard, rule 3; Bhatia and Davis, 2000',
  examples: {
    passes: [
      { tables: { outcomes: [outcome({ ...TWO_PEOPLE, sd_baseline: 7.1 })] } },
      { header: EXPLAINED, tables: { outcomes: [outcome({ sd_baseline: null })] } },
      { tables: { outcomes: [outcome({ change_method: 'unpaired', sd_change: 40 })] } },
    ],
    fails: [
      { tables: { outcomes: [outcome({ ...TWO_PEOPLE, sd_baseline: 7.9 })] } },
      { tables: { outcomes: [outcome({ mean_follow_up: 34.9, sd_follow_up: 4.2 })] } },
      { tables: { outcomes: [outcome({ sd_change: 29 })] } },
    ],
  },
  start(_header, report) {
    return overRowsOf('outcomes', (values, row) => {
      const { scale, isPaired, n_paired: count, ...figures } = readOutcome(values);
      if (scale === undefined) return;
      const scores = { minimum: scale.lowest, maximum: scale.highest, count };
      const changes = { minimum: -rangeOf(scale), maximum: rangeOf(scale), count };
      const checks = [
        { field: 'sd_baseline', mean: figures.mean_baseline, limits: scores },
        { field: 'sd_follow_up', mean: figures.mean_follow_up, limits: scores },
        ...(isPaired ? [{ field: 'sd_change', mean: figures.mean_change, limits: changes } as const] : []),
      ] as const;
      for (const { field, mean, limits } of checks) {
        const value = figures[field];
        if (value === null || mean === null) continue;
        const largest = largestDeviation({ ...limits, mean });
        if (largest === null || value - roundingOf(value) <= largest + arithmeticSlack(largest)) continue;
        report({ table: 'outcomes', row, path: [field], value });
      }
    });
  },
};
