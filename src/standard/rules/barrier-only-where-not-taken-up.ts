import { columnsOf } from '../row.ts';
import { exampleRow } from './example-rows.ts';
import { overRowsOf } from './reading/passes.ts';
import { codeAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('connections');

export const barrierOnlyWhereNotTakenUp: Rule = {
  id: 'barrier-only-where-not-taken-up',
  tier: 'error',
  since: '1.0',
  tables: ['connections'],
  message: {
    en: 'A barrier is given for a connection that is not known to have failed, or none for one that did.',
    cy: "Rhoddir rhwystr ar gyfer cysylltiad nad yw'n hysbys iddo fethu, neu ni roddir un ar gyfer un a fethodd.",
  },
  why: {
    en: 'A barrier is the reason why the person did not take part. The barriers of a place are read as shares of the connections not taken up.',
    cy: "Y rhwystr yw'r rheswm pam na chymerodd yr unigolyn ran. Darllenir rhwystrau lle fel cyfrannau o'r cysylltiadau na fanteisiwyd arnynt.",
  },
  remedy: {
    en: 'Send not_applicable as barrier unless uptake is not_taken_up; where it is and the reason is missing, send not_known or not_collected.',
    cy: "Anfonwch not_applicable fel barrier oni bai mai not_taken_up yw uptake; lle mai dyna ydyw a'r rheswm ar goll, anfonwch not_known neu not_collected.",
  },
  source: 'core dataset, connections',
  examples: {
    passes: [
      {
        tables: {
          connections: [exampleRow('connections', { uptake: 'taken_up', barrier: 'not_applicable' })],
        },
      },
      {
        tables: {
          connections: [exampleRow('connections', { uptake: 'not_taken_up', barrier: 'not_known' })],
        },
      },
    ],
    fails: [
      { tables: { connections: [exampleRow('connections', { uptake: 'taken_up', barrier: 'cost' })] } },
      { tables: { connections: [exampleRow('connections', { uptake: 'not_known', barrier: 'not_known' })] } },
      {
        tables: {
          connections: [exampleRow('connections', { uptake: 'not_taken_up', barrier: 'not_applicable' })],
        },
      },
    ],
  },
  start(_header, report) {
    return overRowsOf('connections', (values, row) => {
      const value = codeAt(values, COLUMNS.barrier);
      const failed = codeAt(values, COLUMNS.uptake) === 'not_taken_up';
      if (failed !== (value === 'not_applicable')) return;
      const suggestion = failed ? 'not_known' : 'not_applicable';
      report({ table: 'connections', row, path: ['barrier'], value, suggestion });
    });
  },
};
