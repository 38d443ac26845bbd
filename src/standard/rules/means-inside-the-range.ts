import { rangeOf } from '../measures/score-scale.ts';
import { outcome } from './example-rows.ts';
import { readOutcome } from './reading/outcome-figures.ts';
import { overRowsOf } from './reading/passes.ts';
import { roundingOf } from './reading/rounding.ts';
import type { Rule } from './rule.ts';

const INDEX = {
  measure: 'eq5d_5l_index',
  mean_follow_up: 0.1,
  mean_change: 0.45,
  sd_baseline: 0.2,
  sd_follow_up: 0.2,
  sd_change: 0.2,
  improvement_threshold: 0.1,
} as const;
/** Everybody at one end of the scale, then at the other. */
const FROM_END_TO_END = {
  sd_baseline: 0,
  sd_follow_up: 0,
  sd_change: 0,
  n_improved: 42,
  n_unchanged: 0,
  n_worse: 0,
  improvement_threshold: 1,
};

export const meansInsideTheRange: Rule = {
  id: 'means-inside-the-range',
  tier: 'error',
  since: '1.0',
  tables: ['outcomes'],
  message: {
    en: 'A mean lies outside the scores that the measure can have.',
    cy: "Mae cymedr y tu allan i'r sgoriau y gall y mesur eu cael.",
  },
  why: {
    en: 'No mean can be below the lowest score or above the highest, and no change can be larger than the distance between them. Often raw scores were sent as metric ones, or another version of the questionnaire was used.',
    cy: "Ni all cymedr fod yn is na'r sgôr isaf nac yn uwch na'r uchaf, ac ni all newid fod yn fwy na'r pellter rhyngddynt. Yn aml anfonwyd sgoriau crai fel rhai metrig, neu defnyddiwyd fersiwn arall o'r holiadur.",
  },
  remedy: {
    en: 'Check that the scores belong to this measure and were worked out as the registry of measures says.',
    cy: "Gwiriwch fod y sgoriau'n perthyn i'r mesur hwn a'u bod wedi'u cyfrifo fel y mae'r gofrestr mesurau'n ei ddweud.",
  },
  source: 'outcome rules of this standard, rule 1; registry of measures',
  examples: {
    passes: [
      {
        tables: {
          outcomes: [
            outcome({
              ...FROM_END_TO_END,
              improvement_threshold: 3,
              mean_baseline: 7,
              mean_follow_up: 35,
              mean_change: 28,
            }),
          ],
        },
      },
      {
        tables: {
          outcomes: [
            outcome({
              ...FROM_END_TO_END,
              measure: 'ons4_anxious',
              mean_baseline: 10,
              mean_follow_up: 0,
              mean_change: -10,
            }),
          ],
        },
      },
      { tables: { outcomes: [outcome({ ...INDEX, value_set: 'uk_5l_rowen_2026', mean_baseline: -0.35 })] } },
    ],
    fails: [
      { tables: { outcomes: [outcome({ mean_baseline: 6.9 })] } },
      {
        tables: { outcomes: [outcome({ measure: 'ons4_happy', mean_baseline: 5.2, mean_follow_up: 10.1 })] },
      },
      { tables: { outcomes: [outcome({ mean_change: -28.1 })] } },
      {
        tables: { outcomes: [outcome({ ...INDEX, value_set: 'eng_5l_devlin_2018', mean_baseline: -0.35 })] },
      },
    ],
  },
  start(_header, report) {
    return overRowsOf('outcomes', (values, row) => {
      const { scale, ...figures } = readOutcome(values);
      if (scale === undefined) return;
      const scores = [scale.lowest, scale.highest] as const;
      const changes = [-rangeOf(scale), rangeOf(scale)] as const;
      const limits = { mean_baseline: scores, mean_follow_up: scores, mean_change: changes };
      for (const [field, [lowest, highest]] of Object.entries(limits)) {
        const value = figures[field as keyof typeof limits];
        if (value === null) continue;
        const rounding = roundingOf(value);
        if (value + rounding >= lowest && value - rounding <= highest) continue;
        report({ table: 'outcomes', row, path: [field], value });
      }
    });
  },
};
