import { outcome } from './example-rows.ts';
import { readOutcome } from './reading/outcome-figures.ts';
import { overRowsOf } from './reading/passes.ts';
import { arithmeticSlack, decimalsOf, roundingOf } from './reading/rounding.ts';
import type { Rule } from './rule.ts';

const FALL = { measure: 'ons4_anxious', mean_baseline: 5.4, mean_follow_up: 3.9 } as const;

export const changeIsFollowUpMinusBaseline: Rule = {
  id: 'change-is-follow-up-minus-baseline',
  tier: 'error',
  since: '1.0',
  tables: ['outcomes'],
  message: {
    en: 'The mean change is not the mean at follow-up minus the mean at baseline.',
    cy: "Nid y cymedr dilynol minws y cymedr ar y llinell sylfaen yw'r newid cymedrig.",
  },
  why: {
    en: 'Change is always follow-up minus baseline, so a fall is negative, also for measures where a fall is good. A difference beyond rounding shows a turned sign, or means of different people.',
    cy: "Mae newid bob amser yn sgôr ddilynol minws llinell sylfaen, felly mae gostyngiad yn negatif, hefyd ar gyfer mesurau lle mae gostyngiad yn dda. Mae gwahaniaeth y tu hwnt i dalgrynnu'n dangos arwydd o chwith, neu gymedrau pobl wahanol.",
  },
  remedy: {
    en: 'Work out all three from the same pairs, with the same number of decimals, and keep the sign.',
    cy: "Cyfrifwch y tri o'r un parau, â'r un nifer o leoedd degol, a chadwch yr arwydd.",
  },
  source: 'outcome rules of this standard, rule 2',
  examples: {
    passes: [
      { tables: { outcomes: [outcome({ mean_baseline: 19.4, mean_follow_up: 22.1, mean_change: 2.7 })] } },
      { tables: { outcomes: [outcome({ mean_baseline: 19.4, mean_follow_up: 22.1, mean_change: 2.8 })] } },
      { tables: { outcomes: [outcome({ ...FALL, mean_change: -1.5 })] } },
      { tables: { outcomes: [outcome({ mean_baseline: 19.43, mean_follow_up: 21.42, mean_change: 2 })] } },
      {
        header: {
          coverage: {
            services_included: ['connectors'],
            areas_complete: [],
            tables: { outcomes: { reason_code: 'system_does_not_hold' } },
          },
        },
        tables: { outcomes: [outcome({ mean_baseline: null })] },
      },
    ],
    fails: [
      { tables: { outcomes: [outcome({ mean_baseline: 19.4, mean_follow_up: 22.1, mean_change: 2.9 })] } },
      { tables: { outcomes: [outcome({ ...FALL, mean_change: 1.5 })] } },
      { tables: { outcomes: [outcome({ mean_baseline: 19.43, mean_follow_up: 21.42, mean_change: 2.01 })] } },
    ],
  },
  start(_header, report) {
    return overRowsOf('outcomes', (values, row) => {
      const { mean_baseline, mean_follow_up, mean_change } = readOutcome(values);
      if (mean_baseline === null || mean_follow_up === null || mean_change === null) return;
      const means = [mean_baseline, mean_follow_up, mean_change];
      const expected = mean_follow_up - mean_baseline;
      // Each of the three was rounded by itself; written alike, this is 1.5 of their last decimal place.
      const rounding = means.reduce((total, mean) => total + roundingOf(mean), 0);
      if (Math.abs(mean_change - expected) <= rounding + arithmeticSlack(mean_follow_up)) return;
      const suggestion = String(Number(expected.toFixed(Math.min(15, ...means.map(decimalsOf)))));
      report({ table: 'outcomes', row, path: ['mean_change'], value: mean_change, suggestion });
    });
  },
};
