import { columnsOf } from '../row.ts';
import { characteristic } from './example-rows.ts';
import { characteristicOf } from './reading/characteristics.ts';
import { overRowsOf } from './reading/passes.ts';
import { codeAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('characteristics');

const WELSH_SERVICE = {
  characteristic: 'welsh_language_service',
  category: 'welsh_chosen_and_received',
} as const;

export const characteristicForThisPopulation: Rule = {
  id: 'characteristic-for-this-population',
  tier: 'error',
  since: '1.0',
  tables: ['characteristics'],
  message: {
    en: 'The characteristic is not sent for this population.',
    cy: "Nid yw'r nodwedd yn cael ei hanfon ar gyfer y boblogaeth hon.",
  },
  why: {
    en: 'It describes something that happens only to people of another population: whether Welsh was received is known only after the first conversation.',
    cy: "Mae'n disgrifio rhywbeth sy'n digwydd i bobl poblogaeth arall yn unig: dim ond ar ôl y sgwrs gyntaf y gwyddys a gafwyd gwasanaeth Cymraeg.",
  },
  remedy: {
    en: 'Send the characteristic for the suggested population, and leave out these rows.',
    cy: 'Anfonwch y nodwedd ar gyfer y boblogaeth a awgrymir, a gadewch y rhesi hyn allan.',
  },
  source: 'core dataset, characteristics',
  examples: {
    passes: [
      { tables: { characteristics: [characteristic({ ...WELSH_SERVICE, population: 'supported' })] } },
      { tables: { characteristics: [characteristic({ population: 'referred' })] } },
    ],
    fails: [{ tables: { characteristics: [characteristic({ ...WELSH_SERVICE, population: 'referred' })] } }],
  },
  start(_header, report) {
    return overRowsOf('characteristics', (values, row) => {
      const populations = characteristicOf(codeAt(values, COLUMNS.characteristic))?.populations ?? null;
      const value = codeAt(values, COLUMNS.population);
      if (populations === null || populations.includes(value)) return;
      report({
        table: 'characteristics',
        row,
        path: ['population'],
        value,
        suggestion: populations.join(', '),
      });
    });
  },
};
