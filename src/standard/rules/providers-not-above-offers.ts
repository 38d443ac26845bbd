import { columnsOf } from '../row.ts';
import { exampleRow } from './example-rows.ts';
import { overRowsOf } from './reading/passes.ts';
import { numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('assets');

const asset = (providers: number, offers: number) =>
  exampleRow('assets', {
    providers,
    offers,
    offers_in_welsh: null,
    offers_free: null,
    offers_quality_marked: null,
    offers_online: null,
    offers_reachable_by_public_transport: null,
    offers_step_free: null,
    offers_co_designed: null,
    offers_funded_beyond_12_months: null,
    offers_open_to_self_referral: null,
    offers_with_waiting_list: null,
  });

export const providersNotAboveOffers: Rule = {
  id: 'providers-not-above-offers',
  tier: 'verify',
  since: '1.0',
  tables: ['assets'],
  message: {
    en: 'There are more providers than offers.',
    cy: 'Mae mwy o ddarparwyr nag o gynigion.',
  },
  why: {
    en: 'A provider has at least one offer, and is counted once, under its main activity. More providers than offers are usually providers counted with nothing to offer that day.',
    cy: "Mae gan ddarparwr o leiaf un cynnig, ac fe'i cyfrifir unwaith, o dan ei brif weithgaredd. Mae mwy o ddarparwyr nag o gynigion fel arfer yn golygu darparwyr a gyfrifwyd heb ddim i'w gynnig y diwrnod hwnnw.",
  },
  remedy: {
    en: 'Count a provider only where it has an offer on the last day, under its main activity. Confirm it if its offers stand in another area.',
    cy: 'Cyfrifwch ddarparwr dim ond lle mae ganddo gynnig ar y diwrnod olaf, o dan ei brif weithgaredd. Cadarnhewch hyn os yw ei gynigion mewn ardal arall.',
  },
  source: 'counting rules, units: provider',
  examples: {
    passes: [{ tables: { assets: [asset(3, 3)] } }, { tables: { assets: [asset(0, 2)] } }],
    fails: [{ tables: { assets: [asset(4, 3)] } }],
  },
  start(_header, report) {
    return overRowsOf('assets', (values, row) => {
      const value = numberAt(values, COLUMNS.providers) ?? 0;
      if (value > (numberAt(values, COLUMNS.offers) ?? 0)) {
        report({ table: 'assets', row, path: ['providers'], value });
      }
    });
  },
};
