import { datesOf, isQuarter } from '../period.ts';
import type { Rule } from './rule.ts';

const extracted = (extracted_at: string) => ({
  source_system: { name: 'Casebook', version: '4.2', extracted_at },
});

export const extractedAfterThePeriod: Rule = {
  id: 'extracted-after-the-period',
  tier: 'advice',
  since: '1.0',
  tables: [],
  message: {
    en: 'The figures were extracted before the last day of their period.',
    cy: 'Echdynnwyd y ffigurau cyn diwrnod olaf eu cyfnod.',
  },
  why: {
    en: 'What happened after the extract is not in it. How long answers may be too soon to know is reckoned from this date.',
    cy: "Nid yw'r hyn a ddigwyddodd ar ôl yr echdyniad ynddo. O'r dyddiad hwn y cyfrifir am ba hyd y gall fod yn rhy gynnar i wybod.",
  },
  remedy: {
    en: 'Correct extracted_at, or extract the figures again now that the period has ended.',
    cy: 'Cywirwch extracted_at, neu echdynnwch y ffigurau eto gan fod y cyfnod wedi dod i ben.',
  },
  source: 'core dataset, the return; counting rules, too soon to know',
  examples: {
    passes: [
      { header: extracted('2026-10-01T00:00:00Z'), tables: {} },
      { header: extracted('2026-09-30T14:00:00Z'), tables: {} },
    ],
    fails: [
      { header: extracted('2026-09-29T23:59:59Z'), tables: {} },
      { header: extracted('2020-01-01T00:00:00Z'), tables: {} },
    ],
  },
  start(header, report) {
    return {
      end() {
        if (!isQuarter(header.period)) return;
        // The last day itself is left to clocks and time zones.
        const earliest = Date.parse(`${datesOf(header.period).end}T00:00:00Z`);
        const at = Date.parse(header.source_system.extracted_at);
        if (at < earliest) report({ path: ['source_system', 'extracted_at'], value: null });
      },
    };
  },
};
