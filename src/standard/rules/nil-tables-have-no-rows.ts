import type { TableName } from '../generated/tables.ts';
import { profile } from './example-rows.ts';
import type { Rule } from './rule.ts';

const NIL_PROFILES = {
  services_included: ['connectors'],
  areas_complete: [],
  tables: { profiles: { nil: true } },
};

export const nilTablesHaveNoRows: Rule = {
  id: 'nil-tables-have-no-rows',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'The coverage says that the table has nothing to count, but rows were sent.',
    cy: "Mae'r cwmpas yn dweud nad oes gan y tabl ddim i'w gyfrif, ond anfonwyd rhesi.",
  },
  why: {
    en: 'A nil table says that there was nobody. It cannot say so and hold people.',
    cy: 'Mae tabl gwag yn dweud nad oedd neb. Ni all ddweud hynny a dal pobl.',
  },
  remedy: {
    en: 'Leave out nil from the coverage of the table, or leave out its rows.',
    cy: 'Gadewch nil allan o gwmpas y tabl, neu gadewch ei resi allan.',
  },
  source: 'core dataset, the return',
  examples: {
    passes: [
      { header: { coverage: NIL_PROFILES }, tables: { profiles: [] } },
      { tables: { profiles: [profile()] } },
    ],
    fails: [{ header: { coverage: NIL_PROFILES }, tables: { profiles: [profile()] } }],
  },
  start(header, report) {
    const reported = new Set<TableName>();
    return {
      row(table) {
        if (header.coverage.tables?.[table]?.nil !== true || reported.has(table)) return;
        reported.add(table);
        report({ path: ['coverage', 'tables', table, 'nil'], value: 'true' });
      },
    };
  },
};
