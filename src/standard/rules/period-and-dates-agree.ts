import { datesOf, isQuarter } from '../period.ts';
import { profile } from './example-rows.ts';
import type { Rule } from './rule.ts';

export const periodAndDatesAgree: Rule = {
  id: 'period-and-dates-agree',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'The first or last day is not that of the period.',
    cy: "Nid diwrnod cyntaf neu ddiwrnod olaf y cyfnod yw'r dyddiad.",
  },
  why: {
    en: 'Quarters are calendar quarters here, while health bodies often number them from April. The dates show which three months were meant.',
    cy: "Chwarteri calendr a ddefnyddir yma, ond mae cyrff iechyd yn aml yn eu rhifo o fis Ebrill. Mae'r dyddiadau'n dangos pa dri mis a olygwyd.",
  },
  remedy: {
    en: 'Check which three months the figures cover, and correct the period or its dates: 2026-Q2 is 2026-04-01 to 2026-06-30.',
    cy: "Gwiriwch pa dri mis y mae'r ffigurau'n eu cwmpasu, a chywirwch y cyfnod neu ei ddyddiadau: 2026-Q2 yw 2026-04-01 i 2026-06-30.",
  },
  source: 'core dataset, the return',
  examples: {
    passes: [
      {
        header: { period: '2026-Q2', period_start: '2026-04-01', period_end: '2026-06-30' },
        tables: { profiles: [profile({ people_first_in_year: 12 })] },
      },
      { header: { period: '2027-Q1', period_start: '2027-01-01', period_end: '2027-03-31' }, tables: {} },
    ],
    fails: [
      { header: { period: '2026-Q1', period_start: '2026-04-01', period_end: '2026-06-30' }, tables: {} },
      { header: { period: '2026-Q2', period_start: '2026-04-01', period_end: '2026-07-01' }, tables: {} },
    ],
  },
  start(header, report) {
    return {
      end() {
        if (!isQuarter(header.period)) return;
        const { start, end } = datesOf(header.period);
        const { period_start, period_end } = header;
        if (period_start !== start)
          report({ path: ['period_start'], value: period_start, suggestion: start });
        if (period_end !== end) report({ path: ['period_end'], value: period_end, suggestion: end });
      },
    };
  },
};
