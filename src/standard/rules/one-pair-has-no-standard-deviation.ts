import { outcome } from './example-rows.ts';
import { readOutcome } from './reading/outcome-figures.ts';
import { overRowsOf } from './reading/passes.ts';
import type { Rule } from './rule.ts';

const ALIKE = { sd_follow_up: 3.9, sd_change: 0, n_improved: 0, n_unchanged: 2, n_worse: 0 };
const NONE = { sd_baseline: null, sd_follow_up: null, sd_change: null };

export const onePairHasNoStandardDeviation: Rule = {
  id: 'one-pair-has-no-standard-deviation',
  tier: 'error',
  since: '1.0',
  tables: ['outcomes'],
  message: {
    en: 'A standard deviation is given for a single pair.',
    cy: 'Rhoddir gwyriad safonol ar gyfer un pâr yn unig.',
  },
  why: {
    en: 'One score has no spread to measure, and a zero there would make the pooled spread too small.',
    cy: "Nid oes gwasgariad i'w fesur mewn un sgôr, a byddai sero yno'n gwneud y gwasgariad cyfun yn rhy fach.",
  },
  remedy: {
    en: 'Send null for the three standard deviations where n_paired is 1.',
    cy: 'Anfonwch null ar gyfer y tri gwyriad safonol lle mae n_paired yn 1.',
  },
  source: 'outcome rules of this standard, rule 8',
  examples: {
    passes: [
      {
        tables: { outcomes: [outcome({ n_paired: 1, ...NONE, n_improved: 0, n_unchanged: 1, n_worse: 0 })] },
      },
      { tables: { outcomes: [outcome({ ...ALIKE, n_paired: 2 })] } },
    ],
    fails: [
      { tables: { outcomes: [outcome({ n_paired: 1, ...NONE, sd_change: 0 })] } },
      { tables: { outcomes: [outcome({ n_paired: 1 })] } },
    ],
  },
  start(_header, report) {
    return overRowsOf('outcomes', (values, row) => {
      const figures = readOutcome(values);
      if (figures.n_paired !== 1) return;
      for (const field of ['sd_baseline', 'sd_follow_up', 'sd_change'] as const) {
        const value = figures[field];
        if (value !== null) report({ table: 'outcomes', row, path: [field], value });
      }
    });
  },
};
