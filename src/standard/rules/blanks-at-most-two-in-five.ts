import { characteristic, profile } from './example-rows.ts';
import { reportBlankShares } from './reading/blank-shares.ts';
import type { Rule } from './rule.ts';

export const blanksAtMostTwoInFive: Rule = {
  id: 'blanks-at-most-two-in-five',
  tier: 'verify',
  since: '1.0',
  tables: [],
  message: {
    en: 'More than two in five people supported have no answer for this item.',
    cy: "Nid oes gan fwy na dau o bob pump o'r bobl a gefnogwyd ateb ar gyfer yr eitem hon.",
  },
  why: {
    en: 'With so many blanks the figures hardly say who was reached. Often the extract takes the wrong field.',
    cy: "Gyda chynifer o fylchau prin y mae'r ffigurau'n dweud pwy a gyrhaeddwyd. Yn aml mae'r echdyniad yn cymryd y maes anghywir.",
  },
  remedy: {
    en: 'Check the extract. If the systems do not hold the item, name it as not collected in coverage; if the answers are truly missing, confirm it.',
    cy: "Gwiriwch yr echdyniad. Os nad yw'r systemau'n dal yr eitem, enwch hi fel un nas cesglir yn coverage; os yw'r atebion ar goll mewn gwirionedd, cadarnhewch hynny.",
  },
  source: 'core dataset, rules of quality; the share is a judgement of this standard',
  examples: {
    passes: [
      {
        tables: {
          characteristics: [
            characteristic({ people: 60 }),
            characteristic({ category: 'not_known', people: 40 }),
          ],
        },
      },
      {
        header: {
          coverage: {
            services_included: ['connectors'],
            areas_complete: [],
            tables: { profiles: { not_collected: ['deprivation_quintile'] } },
          },
        },
        tables: { profiles: [profile({ deprivation_quintile: 'not_collected' })] },
      },
    ],
    fails: [
      {
        tables: {
          characteristics: [
            characteristic({ people: 59 }),
            characteristic({ category: 'not_known', people: 21 }),
            characteristic({ category: 'not_stated', people: 20 }),
          ],
        },
      },
      { tables: { profiles: [profile({ deprivation_quintile: 'not_collected' })] } },
    ],
  },
  start(header, report) {
    return reportBlankShares(header, report, { above: 0.4, notAbove: 1 });
  },
};
