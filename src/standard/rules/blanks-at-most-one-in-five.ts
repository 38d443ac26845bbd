import { characteristic, profile } from './example-rows.ts';
import { reportBlankShares } from './reading/blank-shares.ts';
import type { Rule } from './rule.ts';

export const blanksAtMostOneInFive: Rule = {
  id: 'blanks-at-most-one-in-five',
  tier: 'advice',
  since: '1.0',
  tables: [],
  message: {
    en: 'More than one in five people supported have no answer for this item.',
    cy: "Nid oes gan fwy nag un o bob pump o'r bobl a gefnogwyd ateb ar gyfer yr eitem hon.",
  },
  why: {
    en: 'Those without an answer may differ from the others, so comparisons of who is reached become uncertain.',
    cy: "Gall y rhai heb ateb fod yn wahanol i'r lleill, felly mae cymariaethau o bwy a gyrhaeddir yn mynd yn ansicr.",
  },
  remedy: {
    en: 'See whether the answer is in the record but not in the extract, and ask services to fill it in at the first conversation.',
    cy: "Gwiriwch a yw'r ateb yn y cofnod ond nid yn yr echdyniad, a gofynnwch i wasanaethau ei lenwi yn y sgwrs gyntaf.",
  },
  source: 'core dataset, rules of quality; the share is a judgement of this standard',
  examples: {
    passes: [
      {
        tables: {
          characteristics: [
            characteristic({ people: 80 }),
            characteristic({ category: 'not_known', people: 20 }),
          ],
        },
      },
      {
        tables: {
          profiles: [profile({ population: 'referred', sex: 'not_known' })],
        },
      },
      {
        tables: {
          characteristics: [
            characteristic({ characteristic: 'employment_status', category: 'retired', people: 10 }),
            characteristic({
              characteristic: 'employment_status',
              age_group: 'under_16',
              category: 'not_applicable',
              people: 90,
            }),
          ],
        },
      },
    ],
    fails: [
      {
        tables: {
          characteristics: [
            characteristic({ people: 79 }),
            characteristic({ category: 'not_stated', people: 21 }),
          ],
        },
      },
      {
        tables: {
          profiles: [profile({ people: 60 }), profile({ sex: 'not_known', people: 40 })],
        },
      },
    ],
  },
  start(header, report) {
    return reportBlankShares(header, report, { above: 0.2, notAbove: 0.4 });
  },
};
