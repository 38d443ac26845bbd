import { columnsOf } from '../row.ts';
import { ONLY_PAIRS_PUBLISHED, outcomeCoverage } from './example-rows.ts';
import { overRowsOf } from './reading/passes.ts';
import { numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('outcome_coverage');

/** Each count with the counts it may not pass. */
const LIMITS = [
  ['n_baseline', ['n_eligible']],
  ['n_follow_up', ['n_eligible']],
  ['n_paired', ['n_baseline', 'n_follow_up', 'n_eligible']],
] as const;

const NOT_HELD = { n_eligible: null, n_baseline: null };

export const outcomeCoverageInOrder: Rule = {
  id: 'outcome-coverage-in-order',
  tier: 'error',
  since: '1.0',
  tables: ['outcome_coverage'],
  message: {
    en: 'More episodes have a score than could have had one.',
    cy: 'Mae gan fwy o gyfnodau cymorth sgôr nag a allai fod wedi cael un.',
  },
  why: {
    en: 'Only an eligible episode can have a baseline or a follow-up score, and only an episode with both is paired.',
    cy: "Dim ond cyfnod cymorth cymwys all gael sgôr llinell sylfaen neu sgôr ddilynol, a dim ond cyfnod â'r ddwy sy'n bâr.",
  },
  remedy: {
    en: 'Count again so that n_baseline and n_follow_up are not above n_eligible, and n_paired is above none of the three.',
    cy: "Cyfrifwch eto fel nad yw n_baseline nac n_follow_up yn uwch nag n_eligible, ac nad yw n_paired yn uwch na'r un o'r tri.",
  },
  source: 'counting rules, section 10',
  examples: {
    passes: [
      {
        tables: {
          outcome_coverage: [
            outcomeCoverage({ n_eligible: 40, n_baseline: 40, n_follow_up: 40, n_paired: 40 }),
          ],
        },
      },
      {
        header: ONLY_PAIRS_PUBLISHED,
        tables: { outcome_coverage: [outcomeCoverage({ ...NOT_HELD, n_follow_up: 50, n_paired: 50 })] },
      },
    ],
    fails: [
      { tables: { outcome_coverage: [outcomeCoverage({ n_eligible: 40, n_baseline: 41, n_paired: 30 })] } },
      { tables: { outcome_coverage: [outcomeCoverage({ n_follow_up: 41, n_paired: 42 })] } },
      { tables: { outcome_coverage: [outcomeCoverage({ ...NOT_HELD, n_follow_up: 50, n_paired: 51 })] } },
    ],
  },
  start(_header, report) {
    return overRowsOf('outcome_coverage', (values, row) => {
      for (const [field, limits] of LIMITS) {
        const value = numberAt(values, COLUMNS[field]);
        if (value === null) continue;
        const isAbove = limits.some((limit) => value > (numberAt(values, COLUMNS[limit]) ?? value));
        if (isAbove) report({ table: 'outcome_coverage', row, path: [field], value });
      }
    });
  },
};
