import { outcome, outcomeCoverage } from './example-rows.ts';
import { breakdownOf, everyoneCell, isOutcomeTable, OUTCOME_TABLES } from './reading/outcome-cells.ts';
import type { Place, Rule } from './rule.ts';

export const everyBreakdownHasItsEveryone: Rule = {
  id: 'every-breakdown-has-its-everyone',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'A breakdown is sent without the row of everyone (breakdown all).',
    cy: "Anfonir dadansoddiad heb y rhes sy'n cynnwys pawb (dadansoddiad all).",
  },
  why: {
    en: 'Totals come only from the row of everyone, because people whose category is not known may be missing from a breakdown.',
    cy: "Daw cyfansymiau o'r rhes sy'n cynnwys pawb yn unig, oherwydd gall pobl nad yw eu categori'n hysbys fod ar goll o ddadansoddiad.",
  },
  remedy: {
    en: 'Add the row with breakdown all and category all for the same measure, value set and area, and in outcomes for the same interval and way of completion.',
    cy: "Ychwanegwch y rhes â'r dadansoddiad all a'r categori all ar gyfer yr un mesur, set werthoedd ac ardal, ac yn outcomes ar gyfer yr un cyfnod rhwng sgoriau a ffordd o gwblhau.",
  },
  source: 'core dataset, outcomes',
  examples: {
    passes: [
      {
        tables: {
          outcomes: [outcome({ breakdown: 'sex', category: 'female' }), outcome()],
        },
      },
      { tables: { outcome_coverage: [outcomeCoverage()] } },
    ],
    fails: [
      { tables: { outcome_coverage: [outcomeCoverage({ breakdown: 'sex', category: 'female' })] } },
      {
        tables: {
          outcomes: [outcome(), outcome({ breakdown: 'sex', category: 'female', interval: '17_30' })],
        },
      },
    ],
  },
  start(_header, report) {
    const withEveryone = new Set<string>();
    const brokenDown = new Map<string, Place>();
    return {
      reads: OUTCOME_TABLES,
      row(table, values, row) {
        if (!isOutcomeTable(table)) return;
        const cell = everyoneCell(table, values);
        const value = breakdownOf(table, values);
        if (value === 'all') withEveryone.add(cell);
        else if (!brokenDown.has(cell)) brokenDown.set(cell, { table, row, path: ['breakdown'], value });
      },
      end() {
        for (const [cell, place] of brokenDown) if (!withEveryone.has(cell)) report(place);
      },
    };
  },
};
