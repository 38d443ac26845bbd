import { columnsOf } from '../row.ts';
import { exampleRow } from './example-rows.ts';
import { codesById } from './reading/code-hierarchy.ts';
import { overRowsOf } from './reading/passes.ts';
import { codeAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('pathway');
const STAGES = codesById('stage');

const STOCK = { stage: 'open_at_end', wait_band: 'not_applicable' } as const;

export const stocksAreCountedByEvent: Rule = {
  id: 'stocks-are-counted-by-event',
  tier: 'verify',
  since: '1.0',
  tables: ['pathway'],
  message: {
    en: 'What is open on a day is counted in a cohort.',
    cy: 'Caiff yr hyn sydd ar agor ar ddiwrnod ei gyfrif mewn carfan.',
  },
  why: {
    en: 'A cohort follows the referrals of one quarter from stage to stage. What is open holds referrals of every quarter, so it belongs to basis event.',
    cy: "Mae carfan yn dilyn atgyfeiriadau un chwarter o gam i gam. Mae'r hyn sydd ar agor yn cynnwys atgyfeiriadau pob chwarter, felly mae'n perthyn i'r sail event.",
  },
  remedy: {
    en: 'Send open_at_start and open_at_end with basis event only.',
    cy: "Anfonwch open_at_start ac open_at_end gyda'r sail event yn unig.",
  },
  source: 'core dataset, pathway; counting rules, sections 6 and 7',
  examples: {
    passes: [
      { tables: { pathway: [exampleRow('pathway'), exampleRow('pathway', STOCK)] } },
      { tables: { pathway: [exampleRow('pathway', { basis: 'cohort' })] } },
    ],
    fails: [{ tables: { pathway: [exampleRow('pathway', { ...STOCK, basis: 'cohort' })] } }],
  },
  start(_header, report) {
    return overRowsOf('pathway', (values, row) => {
      if (codeAt(values, COLUMNS.basis) !== 'cohort') return;
      const value = codeAt(values, COLUMNS.stage);
      if (STAGES.get(value)?.extra?.kind === 'stock') {
        report({ table: 'pathway', row, path: ['stage'], value });
      }
    });
  },
};
