import { outcome, outcomeCoverage } from './example-rows.ts';
import {
  breakdownOf,
  everyoneCell,
  isOutcomeTable,
  OUTCOME_TABLES,
  type OutcomeTable,
  sharedColumns,
} from './reading/outcome-cells.ts';
import { cellKey } from './reading/passes.ts';
import { numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

/** One count, added over the rows of a breakdown. */
interface CountSum {
  readonly table: OutcomeTable;
  readonly row: number;
  readonly field: string;
  /** The sum over the breakdown `all`. */
  readonly everyone: string;
  total: number;
}

const UNEQUAL_SEXES = [
  outcomeCoverage({ breakdown: 'sex', category: 'female', n_eligible: 80, n_baseline: 50, n_paired: 30 }),
  outcomeCoverage({ breakdown: 'sex', category: 'male', n_eligible: 41, n_baseline: 20, n_paired: 12 }),
];

export const breakdownsNotAboveAll: Rule = {
  id: 'breakdowns-not-above-all',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'The categories of a breakdown add up to more than everyone.',
    cy: 'Mae categorïau dadansoddiad yn adio i fwy na phawb.',
  },
  why: {
    en: 'A breakdown shares out the people of the row of everyone (breakdown all); it cannot hold more of them.',
    cy: "Mae dadansoddiad yn rhannu pobl y rhes sy'n cynnwys pawb (dadansoddiad all); ni all gynnwys mwy ohonynt.",
  },
  remedy: {
    en: 'For this breakdown, area, interval and way of completion, count each person in one category only, and in the row with breakdown all too.',
    cy: "Ar gyfer y dadansoddiad, yr ardal, y cyfnod rhwng sgoriau a'r ffordd o gwblhau hyn, cyfrifwch bob unigolyn mewn un categori'n unig, ac yn y rhes â'r dadansoddiad all hefyd.",
  },
  source: 'core dataset, outcomes',
  examples: {
    passes: [
      {
        tables: {
          outcomes: [
            outcome(),
            outcome({ breakdown: 'sex', category: 'female', n_paired: 30, n_improved: 15 }),
            outcome({
              breakdown: 'sex',
              category: 'male',
              n_paired: 12,
              n_improved: 6,
              n_unchanged: 0,
              n_worse: 0,
            }),
            outcome({ breakdown: 'age_group', category: '16_64' }),
          ],
        },
      },
      {
        tables: {
          outcome_coverage: [outcomeCoverage({ n_eligible: null, n_follow_up: 92 }), ...UNEQUAL_SEXES],
        },
      },
    ],
    fails: [
      { tables: { outcome_coverage: [outcomeCoverage({ n_follow_up: 92 }), ...UNEQUAL_SEXES] } },
      {
        tables: {
          outcomes: [outcome(), outcome({ breakdown: 'sex', category: 'female', n_paired: 42, n_worse: 6 })],
        },
      },
    ],
  },
  start(_header, report) {
    const sums = new Map<string, CountSum>();
    return {
      reads: OUTCOME_TABLES,
      row(table, values, row) {
        if (!isOutcomeTable(table)) return;
        const cell = everyoneCell(table, values);
        for (const [field, column] of sharedColumns(table)) {
          const count = numberAt(values, column);
          if (count === null) continue;
          const key = cellKey(cell, field, breakdownOf(table, values));
          const everyone = cellKey(cell, field, 'all');
          const sum = sums.get(key) ?? { table, row, field, everyone, total: 0 };
          sum.total += count;
          sums.set(key, sum);
        }
      },
      end() {
        for (const { table, row, field, everyone, total } of sums.values()) {
          if (total <= (sums.get(everyone)?.total ?? total)) continue;
          report({ table, row, path: [field], value: total, suggestion: String(sums.get(everyone)?.total) });
        }
      },
    };
  },
};
