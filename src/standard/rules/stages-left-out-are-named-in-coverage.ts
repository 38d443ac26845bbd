import type { StageCode } from '../generated/code-lists.ts';
import type { PathwayRow } from '../generated/types.ts';
import { exampleRow } from './example-rows.ts';
import { isNamedNotCollected } from './reading/coverage.ts';
import { overRowsOf } from './reading/passes.ts';
import { addToStage, episodesAt, type StageSums } from './reading/pathway-counts.ts';
import type { Rule } from './rule.ts';

/** Referrals from which it is odd that none reached a stage. */
const ENOUGH_REFERRALS = 20;

const EXPECTED = ['referral_accepted', 'first_contact', 'what_matters_conversation', 'action_plan'] as const;

const pathway = (referrals: number, stages: readonly StageCode[]): PathwayRow[] => [
  exampleRow('pathway', { stage: 'referral_received', wait_band: 'not_applicable', episodes: referrals }),
  ...stages.map((stage) => exampleRow('pathway', { stage })),
];

const naming = (...not_collected: string[]) => ({
  coverage: { services_included: ['connectors'], areas_complete: [], tables: { pathway: { not_collected } } },
});

export const stagesLeftOutAreNamedInCoverage: Rule = {
  id: 'stages-left-out-are-named-in-coverage',
  tier: 'advice',
  since: '1.0',
  tables: ['pathway'],
  message: {
    en: 'Referrals were received, but a stage of the pathway has no episodes and is not named as not collected.',
    cy: "Daeth atgyfeiriadau i law, ond nid oes gan un o gamau'r llwybr gyfnodau cymorth ac nid yw wedi'i enwi fel un nas cesglir.",
  },
  why: {
    en: 'Readers must be able to tell a stage that your systems do not date from one that nobody reached.',
    cy: "Rhaid i ddarllenwyr allu gwahaniaethu rhwng cam nad yw eich systemau'n ei ddyddio ac un na chyrhaeddodd neb.",
  },
  remedy: {
    en: 'Send the stage, or add its code to not_collected in the coverage of pathway.',
    cy: 'Anfonwch y cam, neu ychwanegwch ei god at not_collected yng nghwmpas pathway.',
  },
  source: 'counting rules, what a system must hold',
  examples: {
    passes: [
      { tables: { pathway: pathway(20, EXPECTED) } },
      { tables: { pathway: pathway(19, []) } },
      {
        header: naming('first_contact', 'action_plan'),
        tables: { pathway: pathway(20, ['referral_accepted', 'what_matters_conversation']) },
      },
    ],
    fails: [
      { tables: { pathway: pathway(20, EXPECTED.slice(1)) } },
      { header: naming('first_contact'), tables: { pathway: pathway(20, ['referral_accepted']) } },
    ],
  },
  start(header, report) {
    const sums: StageSums = new Map();
    return {
      ...overRowsOf('pathway', (values, row) => addToStage(sums, 'event', values, row)),
      end() {
        if (episodesAt(sums, 'referral_received') < ENOUGH_REFERRALS) return;
        const path = ['coverage', 'tables', 'pathway', 'not_collected'];
        for (const suggestion of EXPECTED) {
          if (sums.has(suggestion) || isNamedNotCollected(header, 'pathway', suggestion)) continue;
          report({ path, value: null, suggestion });
        }
      },
    };
  },
};
