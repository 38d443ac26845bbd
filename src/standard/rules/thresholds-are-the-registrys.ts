import { outcome } from './example-rows.ts';
import { readOutcome } from './reading/outcome-figures.ts';
import { overRowsOf } from './reading/passes.ts';
import type { Rule } from './rule.ts';

const UCLA = {
  measure: 'ucla_3',
  mean_baseline: 6.4,
  mean_follow_up: 5.6,
  mean_change: -0.8,
  sd_baseline: 1.5,
  sd_follow_up: 1.5,
  sd_change: 1.5,
} as const;

export const thresholdsAreTheRegistrys: Rule = {
  id: 'thresholds-are-the-registrys',
  tier: 'advice',
  since: '1.0',
  tables: ['outcomes'],
  message: {
    en: 'People improved were counted with another threshold than that of the registry of measures.',
    cy: 'Cyfrifwyd pobl a wellodd â throthwy gwahanol i un y gofrestr mesurau.',
  },
  why: {
    en: 'Only counts made with one threshold can be added up over areas. These are shown as you sent them, and stay out of the pooled share improved.',
    cy: 'Dim ond cyfrifon a wnaed ag un trothwy y gellir eu hadio dros ardaloedd. Dangosir y rhain fel yr anfonwyd hwy, ac ni chânt eu cynnwys yn y gyfran gyfun a wellodd.',
  },
  remedy: {
    en: 'Count improved, unchanged and worse again with the suggested threshold, if your system can.',
    cy: "Cyfrifwch wedi gwella, heb newid ac wedi gwaethygu eto â'r trothwy a awgrymir, os gall eich system.",
  },
  source: 'core dataset, outcomes; registry of measures, reporting_threshold',
  examples: {
    passes: [
      { tables: { outcomes: [outcome({ improvement_threshold: 3 })] } },
      { tables: { outcomes: [outcome({ ...UCLA, improvement_threshold: 2 })] } },
      { tables: { outcomes: [outcome({ n_improved: null, improvement_threshold: null })] } },
    ],
    fails: [
      { tables: { outcomes: [outcome({ improvement_threshold: 1 })] } },
      { tables: { outcomes: [outcome({ improvement_threshold: null })] } },
    ],
  },
  start(_header, report) {
    return overRowsOf('outcomes', (values, row) => {
      const { measure, n_improved, improvement_threshold: value } = readOutcome(values);
      const agreed = measure?.reporting_threshold?.value;
      if (agreed === undefined || n_improved === null || value === agreed) return;
      report({
        table: 'outcomes',
        row,
        path: ['improvement_threshold'],
        value,
        suggestion: String(agreed),
      });
    });
  },
};
