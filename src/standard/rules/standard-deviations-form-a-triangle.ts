import { outcome } from './example-rows.ts';
import { readOutcome } from './reading/outcome-figures.ts';
import { overRowsOf } from './reading/passes.ts';
import { arithmeticSlack, roundingOf } from './reading/rounding.ts';
import type { Rule } from './rule.ts';

export const standardDeviationsFormATriangle: Rule = {
  id: 'standard-deviations-form-a-triangle',
  tier: 'error',
  since: '1.0',
  tables: ['outcomes'],
  message: {
    en: 'The three standard deviations cannot belong to the same pairs.',
    cy: "Ni all y tri gwyriad safonol berthyn i'r un parau.",
  },
  why: {
    en: 'For one group of people measured twice, the standard deviation of the change lies between the difference and the sum of the other two.',
    cy: 'Ar gyfer un grŵp o bobl a fesurwyd ddwywaith, mae gwyriad safonol y newid rhwng gwahaniaeth a swm y ddau arall.',
  },
  remedy: {
    en: 'Work out the standard deviation of the change from the change of each person. If the two scores are not of the same people, send change_method as unpaired.',
    cy: "Cyfrifwch wyriad safonol y newid o newid pob unigolyn. Os nad yw'r ddwy sgôr gan yr un bobl, anfonwch change_method fel unpaired.",
  },
  source: 'outcome rules of this standard, rule 4',
  examples: {
    passes: [
      { tables: { outcomes: [outcome({ sd_baseline: 3.9, sd_follow_up: 4.2, sd_change: 8.1 })] } },
      { tables: { outcomes: [outcome({ sd_baseline: 3.9, sd_follow_up: 4.2, sd_change: 0.2 })] } },
      {
        tables: {
          outcomes: [
            outcome({ sd_baseline: 3.9, sd_follow_up: 4.2, sd_change: 9, change_method: 'unpaired' }),
          ],
        },
      },
    ],
    fails: [
      { tables: { outcomes: [outcome({ sd_baseline: 3.9, sd_follow_up: 4.2, sd_change: 8.4 })] } },
      { tables: { outcomes: [outcome({ sd_baseline: 3.9, sd_follow_up: 4.2, sd_change: 0.1 })] } },
    ],
  },
  start(_header, report) {
    return overRowsOf('outcomes', (values, row) => {
      const { isPaired, sd_baseline, sd_follow_up, sd_change } = readOutcome(values);
      if (!isPaired || sd_baseline === null || sd_follow_up === null || sd_change === null) return;
      const deviations = [sd_baseline, sd_follow_up, sd_change];
      const rounding = deviations.reduce((total, deviation) => total + roundingOf(deviation), 0);
      const room = rounding + arithmeticSlack(sd_baseline + sd_follow_up);
      const smallest = Math.abs(sd_baseline - sd_follow_up) - room;
      const largest = sd_baseline + sd_follow_up + room;
      if (sd_change >= smallest && sd_change <= largest) return;
      report({ table: 'outcomes', row, path: ['sd_change'], value: sd_change });
    });
  },
};
