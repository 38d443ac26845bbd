import { TABLE_NAMES, TABLES } from '../generated/tables.ts';
import { exampleRow } from './example-rows.ts';
import { NOTHING_TO_CHECK } from './reading/passes.ts';
import type { Rule } from './rule.ts';

/** The tables whose rows count a financial year. */
const YEARLY = TABLE_NAMES.filter((table) => TABLES[table].covers === 'financial_year');

const JANUARY_TO_MARCH = { period: '2027-Q1', period_start: '2027-01-01', period_end: '2027-03-31' };

export const yearlyTablesComeInJanuaryToMarch: Rule = {
  id: 'yearly-tables-come-in-january-to-march',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'A table that counts the whole financial year stands in a return of another quarter than January to March.',
    cy: "Mae tabl sy'n cyfrif y flwyddyn ariannol gyfan mewn ffurflen ar gyfer chwarter heblaw Ionawr i Fawrth.",
  },
  why: {
    en: 'The year ends on 31 March. In any other quarter the table would count part of a year, and be taken for a second year.',
    cy: "Daw'r flwyddyn i ben ar 31 Mawrth. Mewn unrhyw chwarter arall byddai'r tabl yn cyfrif rhan o flwyddyn, ac yn cael ei gymryd am ail flwyddyn.",
  },
  remedy: {
    en: 'Leave the table out, and send it once a year with the return for January to March.',
    cy: "Gadewch y tabl allan, ac anfonwch ef unwaith y flwyddyn gyda'r ffurflen ar gyfer Ionawr i Fawrth.",
  },
  source: 'core dataset, equity',
  examples: {
    passes: [
      { header: JANUARY_TO_MARCH, tables: { equity: [exampleRow('equity')] } },
      { tables: { workforce: [exampleRow('workforce')] } },
    ],
    fails: [{ tables: { equity: [exampleRow('equity')] } }],
  },
  start(header, report, present) {
    if (header.period.endsWith('-Q1')) return NOTHING_TO_CHECK;
    return {
      reads: [],
      end() {
        for (const table of YEARLY) if (present.has(table)) report({ table });
      },
    };
  },
};
