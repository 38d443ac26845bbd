import { outcome } from './example-rows.ts';
import { readOutcome } from './reading/outcome-figures.ts';
import { overRowsOf } from './reading/passes.ts';
import type { Rule } from './rule.ts';

const STATISTICS = [
  'mean_baseline',
  'sd_baseline',
  'mean_follow_up',
  'sd_follow_up',
  'mean_change',
  'sd_change',
] as const;

const NONE = {
  mean_baseline: null,
  sd_baseline: null,
  mean_follow_up: null,
  sd_follow_up: null,
  mean_change: null,
  sd_change: null,
} as const;

export const categoriesHaveNoMean: Rule = {
  id: 'categories-have-no-mean',
  tier: 'error',
  since: '1.0',
  tables: ['outcomes'],
  message: {
    en: 'A mean or standard deviation is sent of a measure whose answers are only counted.',
    cy: 'Anfonir cymedr neu wyriad safonol mesur y mae ei atebion yn cael eu cyfrif yn unig.',
  },
  why: {
    en: 'Categories in order, and goals that are different for everybody, have no distance between them, so their mean says nothing.',
    cy: "Nid oes pellter rhwng categorïau mewn trefn, na rhwng nodau sy'n wahanol i bawb, felly nid yw eu cymedr yn dweud dim.",
  },
  remedy: {
    en: 'Leave the means and standard deviations empty, and send how many people improved, stayed the same or got worse.',
    cy: "Gadewch y cymedrau a'r gwyriadau safonol yn wag, ac anfonwch faint o bobl a wellodd, a arhosodd yr un fath neu a waethygodd.",
  },
  source: 'registry of measures, aggregate',
  examples: {
    passes: [
      { tables: { outcomes: [outcome()] } },
      { tables: { outcomes: [outcome({ measure: 'gppaq', ...NONE })] } },
    ],
    fails: [
      { tables: { outcomes: [outcome({ measure: 'gppaq', ...NONE, mean_baseline: 2.1 })] } },
      { tables: { outcomes: [outcome({ measure: 'gas', ...NONE, sd_change: 9.8 })] } },
      { tables: { outcomes: [outcome({ measure: 'ons_loneliness_direct', ...NONE, mean_change: 0.5 })] } },
    ],
  },
  start(_header, report) {
    return overRowsOf('outcomes', (values, row) => {
      const { measure, ...figures } = readOutcome(values);
      if (measure?.aggregate !== 'categories') return;
      for (const field of STATISTICS) {
        const value = figures[field];
        if (value !== null) report({ table: 'outcomes', row, path: [field], value });
      }
    });
  },
};
