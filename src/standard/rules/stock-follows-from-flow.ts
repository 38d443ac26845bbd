import type { StageCode } from '../generated/code-lists.ts';
import type { PathwayRow } from '../generated/types.ts';
import { exampleRow } from './example-rows.ts';
import { isNamedNotCollected } from './reading/coverage.ts';
import { NOTHING_TO_CHECK, overRowsOf } from './reading/passes.ts';
import { addToStage, episodesAt, type StageSums } from './reading/pathway-counts.ts';
import type { Rule } from './rule.ts';

const STAGES = ['open_at_end', 'open_at_start', 'referral_accepted', 'closed'] as const;

/** Rows of one source, by stage. */
const pathway = (episodes: Partial<Record<StageCode, number>>): PathwayRow[] =>
  Object.entries(episodes).map(([stage, count]) =>
    exampleRow('pathway', {
      stage: stage as StageCode,
      wait_band: stage === 'referral_accepted' || stage === 'closed' ? 'not_known' : 'not_applicable',
      episodes: count,
    }),
  );

export const stockFollowsFromFlow: Rule = {
  id: 'stock-follows-from-flow',
  tier: 'error',
  since: '1.0',
  tables: ['pathway'],
  message: {
    en: 'What is open at the end is not what was open at the start, with those accepted and without those closed.',
    cy: "Nid yw'r hyn sydd ar agor ar y diwedd yr un â'r hyn a oedd ar agor ar y dechrau, gyda'r rhai a dderbyniwyd a heb y rhai a gaewyd.",
  },
  why: {
    en: 'An episode opens when it is accepted and ends when it is closed. A difference means that episodes were lost, or counted twice.',
    cy: "Mae cyfnod cymorth yn agor pan gaiff ei dderbyn ac yn dod i ben pan gaiff ei gau. Mae gwahaniaeth yn golygu bod cyfnodau cymorth wedi'u colli, neu wedi'u cyfrif ddwywaith.",
  },
  remedy: {
    en: 'In basis event, make open_at_end equal open_at_start + referral_accepted - closed. An episode reopened within 28 days was never closed: send the return it was closed in again. Where a system does not hold one of these stages, name it in not_collected of the coverage of pathway.',
    cy: "Yn y sail event, gwnewch i open_at_end fod yn hafal i open_at_start + referral_accepted - closed. Ni chaewyd cyfnod cymorth a ailagorwyd o fewn 28 diwrnod: anfonwch y ffurflen y'i caewyd ynddi eto. Lle nad yw system yn dal un o'r camau hyn, enwch ef yn not_collected cwmpas pathway.",
  },
  source: 'core dataset, pathway; counting rules, section 6',
  examples: {
    passes: [
      {
        tables: {
          pathway: pathway({ open_at_start: 30, referral_accepted: 14, closed: 9, open_at_end: 35 }),
        },
      },
      { tables: { pathway: pathway({ referral_received: 14 }) } },
      {
        header: {
          coverage: {
            services_included: ['connectors'],
            areas_complete: [],
            tables: { pathway: { not_collected: ['open_at_start'] } },
          },
        },
        tables: { pathway: pathway({ referral_accepted: 14, closed: 9, open_at_end: 35 }) },
      },
    ],
    fails: [
      {
        tables: {
          pathway: pathway({ open_at_start: 30, referral_accepted: 14, closed: 9, open_at_end: 36 }),
        },
      },
      { tables: { pathway: pathway({ open_at_start: 30, referral_accepted: 14 }) } },
    ],
  },
  start(header, report) {
    if (STAGES.some((stage) => isNamedNotCollected(header, 'pathway', stage))) return NOTHING_TO_CHECK;
    const sums: StageSums = new Map();
    return {
      ...overRowsOf('pathway', (values, row) => addToStage(sums, 'event', values, row)),
      end() {
        const [value, start, accepted, closed] = STAGES.map((stage) => episodesAt(sums, stage)) as [
          number,
          number,
          number,
          number,
        ];
        const expected = start + accepted - closed;
        if (value === expected) return;
        const row = STAGES.map((stage) => sums.get(stage)?.row).find((each) => each !== undefined) ?? 0;
        report({ table: 'pathway', row, path: ['episodes'], value, suggestion: String(expected) });
      },
    };
  },
};
