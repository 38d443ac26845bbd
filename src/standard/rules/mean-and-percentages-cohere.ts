import { rangeOf } from '../measures/score-scale.ts';
import { outcome } from './example-rows.ts';
import { type OutcomeFigures, readOutcome } from './reading/outcome-figures.ts';
import { overRowsOf } from './reading/passes.ts';
import { arithmeticSlack, roundingOf } from './reading/rounding.ts';
import type { Rule } from './rule.ts';

const TEN = { n_paired: 10, improvement_threshold: 3 } as const;

/** The smallest and largest mean change, in the good direction, that the counts leave room for. */
function possibleMeans(figures: OutcomeFigures): readonly [smallest: number, largest: number] | null {
  const { scale, n_paired, n_improved, n_unchanged, n_worse, improvement_threshold: threshold } = figures;
  if (scale === undefined || n_paired < 1 || threshold === null) return null;
  if (n_improved === null || n_unchanged === null || n_worse === null) return null;
  if (n_improved + n_unchanged + n_worse !== n_paired) return null;
  const range = rangeOf(scale);
  return [
    (n_improved * threshold - n_worse * range - n_unchanged * threshold) / n_paired,
    (n_improved * range + n_unchanged * threshold - n_worse * threshold) / n_paired,
  ];
}

export const meanAndPercentagesCohere: Rule = {
  id: 'mean-and-percentages-cohere',
  tier: 'error',
  since: '1.0',
  tables: ['outcomes'],
  message: {
    en: 'The mean change is impossible for these numbers of people improved, unchanged and worse.',
    cy: "Mae'r newid cymedrig yn amhosibl ar gyfer y niferoedd hyn o bobl wedi gwella, heb newid ac wedi gwaethygu.",
  },
  why: {
    en: 'Everybody improved changed by at least the threshold, so the mean cannot be on the other side. Often improved and worse were swapped, because a lower score of this measure is the better one or the other way round.',
    cy: "Newidiodd pawb a wellodd o leiaf faint y trothwy, felly ni all y cymedr fod ar yr ochr arall. Yn aml cyfnewidiwyd gwella a gwaethygu, am mai sgôr is yw'r un orau yn y mesur hwn neu fel arall.",
  },
  remedy: {
    en: 'Look up the direction of the measure in the registry, and count again with the threshold sent in the row.',
    cy: "Edrychwch ar gyfeiriad y mesur yn y gofrestr, a chyfrifwch eto â'r trothwy a anfonir yn y rhes.",
  },
  source: 'outcome rules of this standard, rule 6',
  examples: {
    passes: [
      {
        tables: {
          outcomes: [outcome({ ...TEN, n_improved: 10, n_unchanged: 0, n_worse: 0, mean_change: 3 })],
        },
      },
      {
        tables: {
          outcomes: [
            outcome({
              ...TEN,
              measure: 'ons4_anxious',
              improvement_threshold: 1,
              n_improved: 10,
              n_unchanged: 0,
              n_worse: 0,
              mean_change: -1.2,
            }),
          ],
        },
      },
      { tables: { outcomes: [outcome({ improvement_threshold: null, mean_change: -20 })] } },
    ],
    fails: [
      {
        tables: {
          outcomes: [outcome({ ...TEN, n_improved: 10, n_unchanged: 0, n_worse: 0, mean_change: 2.9 })],
        },
      },
      {
        tables: {
          outcomes: [
            outcome({
              ...TEN,
              measure: 'ons4_anxious',
              improvement_threshold: 1,
              n_improved: 10,
              n_unchanged: 0,
              n_worse: 0,
              mean_change: 1.2,
            }),
          ],
        },
      },
    ],
  },
  start(_header, report) {
    return overRowsOf('outcomes', (values, row) => {
      const figures = readOutcome(values);
      const { measure, mean_change, isPaired } = figures;
      const possible = possibleMeans(figures);
      if (possible === null || mean_change === null || !isPaired) return;
      const [smallest, largest] = possible;
      const meanGood = measure?.direction === 'higher_worse' ? -mean_change : mean_change;
      const room = roundingOf(mean_change) + arithmeticSlack(largest);
      if (meanGood >= smallest - room && meanGood <= largest + room) return;
      report({ table: 'outcomes', row, path: ['mean_change'], value: mean_change });
    });
  },
};
