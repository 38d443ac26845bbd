import { valueSetsOf } from '../measures/value-sets.ts';
import { columnsOf, type RowValues } from '../row.ts';
import { outcome, outcomeCoverage } from './example-rows.ts';
import { measureOf, measuresOfInstrument } from './reading/measures.ts';
import { isOutcomeTable, OUTCOME_TABLES, type OutcomeTable } from './reading/outcome-cells.ts';
import { codeAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = { outcomes: columnsOf('outcomes'), outcome_coverage: columnsOf('outcome_coverage') };

const INDEX = { measure: 'eq5d_5l_index', value_set: 'uk_5l_rowen_2026' } as const;

/** The value sets that a row may name: those of its measure, or of any measure of its instrument. */
function valueSetsFor(table: OutcomeTable, values: RowValues): readonly string[] {
  const id = codeAt(values, COLUMNS[table].measure);
  const measure = measureOf(id);
  if (table === 'outcomes') return measure === undefined ? [] : valueSetsOf(measure);
  return [...new Set(measuresOfInstrument(id).flatMap(valueSetsOf))];
}

export const valueSetOnlyWhereTheMeasureHasOne: Rule = {
  id: 'value-set-only-where-the-measure-has-one',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'The value set is not one of the measure, or the measure has none.',
    cy: "Nid yw'r set werthoedd yn un o rai'r mesur, neu nid oes gan y mesur un.",
  },
  why: {
    en: 'A value set turns the answers of an index into a score. Scores of different value sets are different numbers and are never pooled.',
    cy: "Mae set werthoedd yn troi atebion mynegai'n sgôr. Mae sgoriau gwahanol setiau gwerthoedd yn rhifau gwahanol ac ni chânt byth eu cyfuno.",
  },
  remedy: {
    en: 'Send the value set the scores were worked out with, and not_applicable for a measure without one.',
    cy: 'Anfonwch y set werthoedd y cyfrifwyd y sgoriau â hi, a not_applicable ar gyfer mesur heb un.',
  },
  source: 'registry of measures; outcome rules of this standard',
  examples: {
    passes: [
      { tables: { outcomes: [outcome()], outcome_coverage: [outcomeCoverage()] } },
      {
        tables: {
          outcomes: [outcome(INDEX), outcome({ ...INDEX, value_set: 'uk_dsu_map_2022' })],
          outcome_coverage: [outcomeCoverage({ measure: 'eq5d_5l', value_set: 'uk_5l_rowen_2026' })],
        },
      },
    ],
    fails: [
      { tables: { outcomes: [outcome({ ...INDEX, value_set: 'not_applicable' })] } },
      { tables: { outcomes: [outcome({ ...INDEX, value_set: 'uk_3l_mvh_1997' })] } },
      { tables: { outcome_coverage: [outcomeCoverage({ measure: 'eq5d_5l' })] } },
      { tables: { outcomes: [outcome({ measure: 'eq_vas', value_set: 'uk_5l_rowen_2026' })] } },
      { tables: { outcomes: [outcome({ value_set: 'uk_3l_mvh_1997' })] } },
      {
        tables: { outcome_coverage: [outcomeCoverage({ measure: 'ons4', value_set: 'eng_5l_devlin_2018' })] },
      },
    ],
  },
  start(_header, report) {
    return {
      reads: OUTCOME_TABLES,
      row(table, values, row) {
        if (!isOutcomeTable(table)) return;
        const value = codeAt(values, COLUMNS[table].value_set);
        const allowed = valueSetsFor(table, values);
        if (allowed.length === 0 || allowed.includes(value)) return;
        report({ table, row, path: ['value_set'], value, suggestion: allowed.join(', ') });
      },
    };
  },
};
