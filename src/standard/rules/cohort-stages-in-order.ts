import type { StageCode } from '../generated/code-lists.ts';
import type { PathwayRow } from '../generated/types.ts';
import { exampleRow } from './example-rows.ts';
import { isNamedNotCollected } from './reading/coverage.ts';
import { overRowsOf } from './reading/passes.ts';
import { addToStage, episodesAt, type StageSums } from './reading/pathway-counts.ts';
import type { Rule } from './rule.ts';

/** The stages of a cohort, each a part of the one before. */
const ORDER = [
  'referral_received',
  'referral_accepted',
  'first_contact',
  'what_matters_conversation',
  'action_plan',
] as const;

const cohort = (episodes: Partial<Record<StageCode, number>>): PathwayRow[] =>
  Object.entries(episodes).map(([stage, count]) =>
    exampleRow('pathway', {
      basis: 'cohort',
      stage: stage as StageCode,
      wait_band: stage === 'referral_received' ? 'not_applicable' : 'not_known',
      episodes: count,
    }),
  );

const WHOLE = {
  referral_received: 40,
  referral_accepted: 35,
  first_contact: 30,
  what_matters_conversation: 28,
  action_plan: 28,
};

export const cohortStagesInOrder: Rule = {
  id: 'cohort-stages-in-order',
  tier: 'error',
  since: '1.0',
  tables: ['pathway'],
  message: {
    en: 'In the cohort, more referrals reached a stage than the stage before it.',
    cy: "Yn y garfan, cyrhaeddodd mwy o atgyfeiriadau gam nag a gyrhaeddodd y cam o'i flaen.",
  },
  why: {
    en: 'A cohort follows the same referrals: each one accepted was received, and each plan was agreed after a conversation.',
    cy: 'Mae carfan yn dilyn yr un atgyfeiriadau: daeth pob un a dderbyniwyd i law, a chytunwyd pob cynllun ar ôl sgwrs.',
  },
  remedy: {
    en: 'In basis cohort, count only referrals received in the quarter before, and each of them at every stage it reached: received, accepted, first contact, conversation, plan. Where a system does not hold a stage, leave it out and name it in not_collected of the coverage of pathway.',
    cy: "Yn y sail cohort, cyfrifwch ddim ond atgyfeiriadau a ddaeth i law yn y chwarter blaenorol, a phob un ohonynt ym mhob cam a gyrhaeddodd: dod i law, derbyn, cyswllt cyntaf, sgwrs, cynllun. Lle nad yw system yn dal cam, gadewch ef allan a'i enwi yn not_collected cwmpas pathway.",
  },
  source: 'core dataset, pathway; counting rules, section 7',
  examples: {
    passes: [
      { tables: { pathway: cohort(WHOLE) } },
      {
        header: {
          coverage: {
            services_included: ['connectors'],
            areas_complete: [],
            tables: { pathway: { not_collected: ['first_contact'] } },
          },
        },
        tables: {
          pathway: cohort({
            referral_received: 40,
            referral_accepted: 35,
            action_plan: 28,
            what_matters_conversation: 28,
          }),
        },
      },
      {
        tables: {
          pathway: cohort(WHOLE).map((row) => ({
            ...row,
            basis: 'event' as const,
            episodes: 50 - row.episodes,
          })),
        },
      },
    ],
    fails: [
      { tables: { pathway: cohort({ ...WHOLE, referral_accepted: 41 }) } },
      { tables: { pathway: cohort({ ...WHOLE, action_plan: 29 }) } },
      { tables: { pathway: cohort({ what_matters_conversation: 1 }) } },
    ],
  },
  start(header, report) {
    const sums: StageSums = new Map();
    const held = ORDER.filter((stage) => !isNamedNotCollected(header, 'pathway', stage));
    return {
      ...overRowsOf('pathway', (values, row) => addToStage(sums, 'cohort', values, row)),
      end() {
        for (const [index, stage] of held.entries()) {
          const before = held[index - 1];
          if (before === undefined) continue;
          const value = episodesAt(sums, stage);
          const most = episodesAt(sums, before);
          if (value <= most) continue;
          const row = sums.get(stage)?.row ?? 0;
          report({ table: 'pathway', row, path: ['episodes'], value, suggestion: `0-${most}` });
        }
      },
    };
  },
};
