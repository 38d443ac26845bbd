import { outcome } from './example-rows.ts';
import { readOutcome } from './reading/outcome-figures.ts';
import { overRowsOf } from './reading/passes.ts';
import { arithmeticSlack, decimalsOf, roundingOf } from './reading/rounding.ts';
import type { Rule } from './rule.ts';

const SEVEN = {
  measure: 'ons4_happy',
  n_paired: 7,
  mean_follow_up: 6,
  mean_change: 0.86,
  sd_baseline: 1.5,
  sd_follow_up: 1.5,
  sd_change: 1.5,
  n_improved: 4,
  n_unchanged: 2,
  n_worse: 1,
  improvement_threshold: 1,
} as const;
const TEN = { n_paired: 10, mean_change: 0.8, n_improved: 6, n_unchanged: 3 } as const;
const METRIC = { measure: 'swemwbs_metric', mean_follow_up: 22, improvement_threshold: 3 } as const;

/** Whether some whole sum of scores, shared among `count` people, rounds to this mean. */
function isMeanOfWholeScores(mean: number, count: number): boolean {
  const sum = mean * count;
  const room = roundingOf(mean) * count + arithmeticSlack(sum);
  return Math.abs(sum - Math.round(sum)) <= room;
}

export const meansPossibleForWholeScores: Rule = {
  id: 'means-possible-for-whole-scores',
  tier: 'error',
  since: '1.0',
  tables: ['outcomes'],
  message: {
    en: 'No group of this size can have this mean, because the scores of the measure are whole numbers.',
    cy: "Ni all grŵp o'r maint hwn gael y cymedr hwn, oherwydd rhifau cyfan yw sgoriau'r mesur.",
  },
  why: {
    en: 'Whole scores add up to a whole number, so with few people only some means exist. Usually the mean is that of more people than the pairs, or a score was filled in.',
    cy: "Mae sgoriau cyfan yn adio i rif cyfan, felly gydag ychydig o bobl dim ond rhai cymedrau sy'n bosibl. Fel arfer cymedr mwy o bobl na'r parau ydyw, neu llanwyd sgôr goll.",
  },
  remedy: {
    en: 'Work out the mean of the paired people only, leave incomplete questionnaires out, and check n_paired.',
    cy: "Cyfrifwch gymedr y bobl â'r ddwy sgôr yn unig, gadewch holiaduron anghyflawn allan, a gwiriwch n_paired.",
  },
  source: 'outcome rules of this standard, rule 7; Brown and Heathers, the GRIM test, 2017',
  examples: {
    passes: [
      { tables: { outcomes: [outcome({ ...SEVEN, mean_baseline: 5.14 })] } },
      { tables: { outcomes: [outcome({ ...SEVEN, mean_baseline: 36 / 7 })] } },
      { tables: { outcomes: [outcome({ ...SEVEN, ...TEN, mean_baseline: 5.2 })] } },
      { tables: { outcomes: [outcome({ ...SEVEN, ...METRIC, mean_baseline: 19.15, mean_change: 2.85 })] } },
    ],
    fails: [
      { tables: { outcomes: [outcome({ ...SEVEN, mean_baseline: 5.15 })] } },
      { tables: { outcomes: [outcome({ ...SEVEN, mean_baseline: null, mean_change: -0.5 })] } },
    ],
  },
  start(_header, report) {
    return overRowsOf('outcomes', (values, row) => {
      const { measure, isPaired, n_paired, ...figures } = readOutcome(values);
      if (measure?.is_integer !== true || !isPaired || n_paired < 1) return;
      for (const field of ['mean_baseline', 'mean_follow_up', 'mean_change'] as const) {
        const value = figures[field];
        if (value === null || n_paired >= 10 ** decimalsOf(value)) continue;
        if (!isMeanOfWholeScores(value, n_paired)) report({ table: 'outcomes', row, path: [field], value });
      }
    });
  },
};
