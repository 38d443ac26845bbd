import { TABLES } from '../generated/tables.ts';
import { columnsOf } from '../row.ts';
import { exampleRow } from './example-rows.ts';
import { overRowsOf } from './reading/passes.ts';
import { numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const { offers: OFFERS } = columnsOf('assets');

/** Those that ended are no longer among the offers of the last day. */
const ENDED = 'offers_ended_in_period';

const PARTS = TABLES.assets.fields.flatMap(({ name }, column) =>
  name.startsWith('offers_') && name !== ENDED ? [{ name, column }] : [],
);

export const assetPartsNotAboveOffers: Rule = {
  id: 'asset-parts-not-above-offers',
  tier: 'error',
  since: '1.0',
  tables: ['assets'],
  message: {
    en: 'More offers are of one sort than there are offers.',
    cy: 'Mae mwy o gynigion o un math nag sydd o gynigion.',
  },
  why: {
    en: 'The offers that are free, in Welsh or step-free are some of the offers of the row, or all of them.',
    cy: "Mae'r cynigion sydd am ddim, yn Gymraeg neu heb risiau yn rhai o gynigion y rhes, neu'n bob un ohonynt.",
  },
  remedy: {
    en: 'Count in offers everything open to new people on the last day, and in each part only offers that are counted there.',
    cy: 'Yn offers, cyfrifwch bopeth a oedd ar agor i bobl newydd ar y diwrnod olaf, ac ym mhob rhan ddim ond cynigion a gyfrifwyd yno.',
  },
  source: 'core dataset, assets; counting rules, section 12',
  examples: {
    passes: [
      { tables: { assets: [exampleRow('assets', { offers: 8, offers_free: 8, offers_in_welsh: null })] } },
      { tables: { assets: [exampleRow('assets', { offers: 8, offers_ended_in_period: 9 })] } },
    ],
    fails: [
      { tables: { assets: [exampleRow('assets', { offers: 8, offers_free: 9 })] } },
      { tables: { assets: [exampleRow('assets', { offers: 8, offers_with_waiting_list: 20 })] } },
    ],
  },
  start(_header, report) {
    return overRowsOf('assets', (values, row) => {
      const offers = numberAt(values, OFFERS) ?? 0;
      for (const { name, column } of PARTS) {
        const value = numberAt(values, column);
        if (value !== null && value > offers) report({ table: 'assets', row, path: [name], value });
      }
    });
  },
};
