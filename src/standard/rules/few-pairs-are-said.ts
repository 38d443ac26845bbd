import { columnsOf } from '../row.ts';
import { outcome } from './example-rows.ts';
import { areaAsRead } from './reading/areas.ts';
import { cellKey } from './reading/passes.ts';
import { codeAt, numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

/** Pairs below which a mean says little. */
const ENOUGH_PAIRS = 30;

const FIFTEEN = { n_paired: 15, n_improved: 8, n_unchanged: 5, n_worse: 2 };

const COLUMNS = columnsOf('outcomes');

export const fewPairsAreSaid: Rule = {
  id: 'few-pairs-are-said',
  tier: 'advice',
  since: '1.0',
  tables: ['outcomes'],
  message: {
    en: 'Fewer than 30 people have both scores, over all intervals and ways of completion.',
    cy: 'Mae gan lai na 30 o bobl y ddwy sgôr, dros bob cyfnod rhwng sgoriau a phob ffordd o gwblhau.',
  },
  why: {
    en: 'The mean of so few people moves much by chance. It counts in pooled results, and is marked as less reliable by itself.',
    cy: "Mae cymedr cyn lleied o bobl yn symud llawer drwy siawns. Mae'n cyfrif mewn canlyniadau cyfun, ac fe'i nodir fel un llai dibynadwy ar ei ben ei hun.",
  },
  remedy: {
    en: 'Nothing is wrong. Read this mean together with other quarters or areas.',
    cy: "Nid oes dim o'i le. Darllenwch y cymedr hwn gyda chwarteri neu ardaloedd eraill.",
  },
  source: 'outcome rules of this standard, rule 10; Warwick guidance on WEMWBS',
  examples: {
    passes: [
      { tables: { outcomes: [outcome({ n_paired: 30, n_improved: 15, n_unchanged: 11, n_worse: 4 })] } },
      { tables: { outcomes: [outcome(FIFTEEN), outcome({ interval: '17_30', ...FIFTEEN })] } },
    ],
    fails: [
      { tables: { outcomes: [outcome({ n_paired: 29 })] } },
      {
        tables: {
          outcomes: [outcome({ n_paired: 15 }), outcome({ area_code: 'outside_area', n_paired: 15 })],
        },
      },
    ],
  },
  start(_header, report) {
    const sums = new Map<string, { readonly row: number; readonly about: string; pairs: number }>();
    return {
      row(table, values, row) {
        if (table !== 'outcomes') return;
        const about = codeAt(values, COLUMNS.measure);
        const cell = cellKey(
          about,
          codeAt(values, COLUMNS.value_set),
          codeAt(values, COLUMNS.breakdown),
          areaAsRead(codeAt(values, COLUMNS.area_code)),
          codeAt(values, COLUMNS.category),
        );
        const sum = sums.get(cell) ?? { row, about, pairs: 0 };
        sum.pairs += numberAt(values, COLUMNS.n_paired) ?? 0;
        sums.set(cell, sum);
      },
      end() {
        for (const { row, about, pairs } of sums.values()) {
          if (pairs < ENOUGH_PAIRS) report({ table: 'outcomes', row, path: ['n_paired'], about });
        }
      },
    };
  },
};
