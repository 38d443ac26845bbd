import { outcome } from './example-rows.ts';
import { readOutcome } from './reading/outcome-figures.ts';
import { overRowsOf } from './reading/passes.ts';
import type { Rule } from './rule.ts';

export const improvedUnchangedWorseAddUp: Rule = {
  id: 'improved-unchanged-worse-add-up',
  tier: 'error',
  since: '1.0',
  tables: ['outcomes'],
  message: {
    en: 'Improved, unchanged and worse do not add up to the pairs of the row.',
    cy: "Nid yw wedi gwella, heb newid ac wedi gwaethygu yn adio i barau'r rhes.",
  },
  why: {
    en: 'Everybody with both scores improved, stayed the same or got worse: exactly one of the three.',
    cy: "Mae pawb sydd â'r ddwy sgôr wedi gwella, wedi aros yr un fath neu wedi gwaethygu: un yn union o'r tri.",
  },
  remedy: {
    en: 'Count every pair in one of n_improved, n_unchanged and n_worse, or leave all three out as null.',
    cy: 'Cyfrifwch bob pâr yn un o n_improved, n_unchanged ac n_worse, neu gadewch y tri allan fel null.',
  },
  source: 'outcome rules of this standard, rule 5',
  examples: {
    passes: [
      { tables: { outcomes: [outcome({ n_paired: 6, n_improved: 3, n_unchanged: 3, n_worse: 0 })] } },
      { tables: { outcomes: [outcome({ n_improved: null, n_unchanged: null, n_worse: null })] } },
      { tables: { outcomes: [outcome({ n_paired: 6, n_improved: 4, n_unchanged: null, n_worse: 2 })] } },
    ],
    fails: [
      { tables: { outcomes: [outcome({ n_paired: 6, n_improved: 3, n_unchanged: 2, n_worse: 0 })] } },
      { tables: { outcomes: [outcome({ n_paired: 6, n_improved: 4, n_unchanged: null, n_worse: 3 })] } },
    ],
  },
  start(_header, report) {
    return overRowsOf('outcomes', (values, row) => {
      const { n_paired, n_improved, n_unchanged, n_worse } = readOutcome(values);
      const parts = [n_improved, n_unchanged, n_worse];
      const known = parts.filter((part) => part !== null);
      const sum = known.reduce((total, part) => total + part, 0);
      const addsUp = known.length === parts.length ? sum === n_paired : sum <= n_paired;
      if (addsUp) return;
      report({ table: 'outcomes', row, path: ['n_paired'], value: n_paired, suggestion: String(sum) });
    });
  },
};
