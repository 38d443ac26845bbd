import { columnsOf, type ReturnHeader } from '../row.ts';
import { outcome } from './example-rows.ts';
import { readOutcome } from './reading/outcome-figures.ts';
import { NOTHING_TO_CHECK, overRowsOf } from './reading/passes.ts';
import { codeAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('outcomes');

const STATISTICS = [
  'mean_baseline',
  'sd_baseline',
  'mean_follow_up',
  'sd_follow_up',
  'mean_change',
  'sd_change',
] as const;

const NO_DEVIATIONS = { sd_baseline: null, sd_follow_up: null, sd_change: null };

const IN_WORDS = {
  en: 'The system gives no standard deviations.',
  cy: "Nid yw'r system yn rhoi gwyriadau safonol.",
};

type TableCoverage = NonNullable<NonNullable<ReturnHeader['coverage']['tables']>['outcomes']>;

function explained(outcomes: TableCoverage): ReturnHeader['coverage'] {
  return { services_included: ['connectors'], areas_complete: [], tables: { outcomes } };
}

const NO_MEANS = { mean_baseline: null, mean_follow_up: null, mean_change: null };

export const missingStatisticsHaveAReason: Rule = {
  id: 'missing-statistics-have-a-reason',
  tier: 'error',
  since: '1.0',
  tables: ['outcomes'],
  message: {
    en: 'A mean or standard deviation is missing, and no reason is given.',
    cy: 'Mae cymedr neu wyriad safonol ar goll, ac ni roddir rheswm.',
  },
  why: {
    en: 'Readers see the reason in place of the figure. Without it they cannot tell a system that does not work it out from a mistake.',
    cy: "Mae darllenwyr yn gweld y rheswm yn lle'r ffigur. Hebddo ni allant wahaniaethu rhwng system nad yw'n ei gyfrifo a chamgymeriad.",
  },
  remedy: {
    en: 'Send the statistic, or say why it is missing in reason_code in the coverage of outcomes; a published evaluation may say it in words, in reason.',
    cy: 'Anfonwch yr ystadegyn, neu dywedwch pam mae ar goll yn reason_code yng nghwmpas outcomes; caiff gwerthusiad cyhoeddedig ei ddweud mewn geiriau, yn reason.',
  },
  source: 'core dataset, outcomes',
  examples: {
    passes: [
      {
        header: { coverage: explained({ reason_code: 'system_does_not_hold' }) },
        tables: { outcomes: [outcome({ ...NO_DEVIATIONS })] },
      },
      {
        header: {
          source_kind: 'published_evaluation',
          basis_note: { en: 'An evaluation of 2024.', cy: 'Gwerthusiad o 2024.' },
          coverage: explained({ reason: IN_WORDS }),
        },
        tables: { outcomes: [outcome({ ...NO_DEVIATIONS })] },
      },
      {
        tables: {
          outcomes: [outcome({ n_paired: 1, n_improved: 0, n_unchanged: 1, n_worse: 0, ...NO_DEVIATIONS })],
        },
      },
      { tables: { outcomes: [outcome({ n_improved: null, improvement_threshold: null })] } },
      { tables: { outcomes: [outcome({ measure: 'gppaq', ...NO_MEANS, ...NO_DEVIATIONS })] } },
    ],
    fails: [
      { tables: { outcomes: [outcome({ ...NO_DEVIATIONS })] } },
      { tables: { outcomes: [outcome({ n_paired: 2, mean_baseline: null })] } },
      {
        header: { coverage: explained({ reason: IN_WORDS }) },
        tables: { outcomes: [outcome({ ...NO_DEVIATIONS })] },
      },
    ],
  },
  start(header, report) {
    const { reason, reason_code } = header.coverage.tables?.outcomes ?? {};
    // The words of a return are never published, so they explain nothing to a reader.
    const areWordsPublic = header.source_kind === 'published_evaluation';
    if (reason_code !== undefined || (areWordsPublic && reason !== undefined)) return NOTHING_TO_CHECK;
    return overRowsOf('outcomes', (values, row) => {
      const figures = readOutcome(values);
      if (figures.n_paired < 2 || figures.measure?.aggregate === 'categories') return;
      const about = codeAt(values, COLUMNS.measure);
      for (const field of STATISTICS) {
        if (figures[field] === null) report({ table: 'outcomes', row, path: [field], about });
      }
    });
  },
};
