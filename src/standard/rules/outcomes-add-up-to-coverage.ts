import { columnsOf, type RowValues } from '../row.ts';
import { outcome, outcomeCoverage } from './example-rows.ts';
import { areaAsRead } from './reading/areas.ts';
import { measureOf, measuresOfInstrument } from './reading/measures.ts';
import { cellKey } from './reading/passes.ts';
import { codeAt, numberAt } from './reading/values.ts';
import type { ReportPlace, Rule } from './rule.ts';

const OUTCOMES = columnsOf('outcomes');
const COVERAGE = columnsOf('outcome_coverage');

interface Pairs {
  readonly row: number;
  readonly measure: string;
  readonly instrument: string;
  readonly isEveryone: boolean;
  /** Value set and breakdown. */
  readonly split: string;
  /** Split, area and category. */
  readonly place: string;
  /** Null where the return does not hold the count. */
  n_paired: number | null;
}

type PairsByCell = Map<string, Pairs>;

function readPairs(values: RowValues, row: number, columns: typeof OUTCOMES | typeof COVERAGE): Pairs {
  const measure = codeAt(values, columns.measure);
  const breakdown = codeAt(values, columns.breakdown);
  const split = cellKey(codeAt(values, columns.value_set), breakdown);
  return {
    row,
    measure,
    instrument: measureOf(measure)?.instrument ?? measure,
    isEveryone: breakdown === 'all',
    split,
    place: cellKey(split, areaAsRead(codeAt(values, columns.area_code)), codeAt(values, columns.category)),
    n_paired: numberAt(values, columns.n_paired),
  };
}

function addPairs(sums: PairsByCell, cell: string, pairs: Pairs): void {
  const sum = sums.get(cell);
  if (sum === undefined) sums.set(cell, pairs);
  else if (pairs.n_paired !== null) sum.n_paired = (sum.n_paired ?? 0) + pairs.n_paired;
}

function compareSums(sums: PairsByCell, coverage: PairsByCell, report: ReportPlace): void {
  for (const { instrument, place, row, n_paired: value } of sums.values()) {
    const covered = coverage.get(cellKey(instrument, place));
    if (covered !== undefined && isCovered(instrument, value ?? 0, covered.n_paired)) continue;
    const suggestion = covered === undefined ? {} : { suggestion: String(covered.n_paired) };
    report({ table: 'outcomes', row, path: ['n_paired'], value, ...suggestion });
  }
}

/**
 * Whether the pairs of a measure are those of its instrument. Where each question is a measure of its own,
 * somebody may have answered one and not another, so that a measure may have fewer.
 */
function isCovered(instrument: string, pairs: number, covered: number | null): boolean {
  if (covered === null || pairs === covered) return true;
  const measures = measuresOfInstrument(instrument);
  return pairs < covered && measures.length > 1 && measures.every(({ item_count }) => item_count === 1);
}

/** Coverage rows with pairs, where a measure of the instrument that was sent for the split has no row. */
function findUncounted(coverage: PairsByCell, sums: PairsByCell, report: ReportPlace): void {
  const splitsSent = new Set([...sums.values()].map(({ measure, split }) => cellKey(measure, split)));
  for (const { row, instrument, isEveryone, split, place, n_paired: value } of coverage.values()) {
    if (value === null || value === 0) continue;
    const measures = measuresOfInstrument(instrument).map((measure) => measure.id);
    const sent = measures.filter((measure) => splitsSent.has(cellKey(measure, split)));
    const isUncounted =
      sent.length === 0 ? isEveryone : sent.some((measure) => !sums.has(cellKey(measure, place)));
    if (isUncounted) report({ table: 'outcome_coverage', row, path: ['n_paired'], value });
  }
}

export const outcomesAddUpToCoverage: Rule = {
  id: 'outcomes-add-up-to-coverage',
  tier: 'error',
  since: '1.0',
  tables: ['outcome_coverage', 'outcomes'],
  message: {
    en: 'The pairs in outcomes do not add up to n_paired in outcome_coverage.',
    cy: "Nid yw'r parau yn outcomes yn adio i n_paired yn outcome_coverage.",
  },
  why: {
    en: 'Both tables count the same episodes. The follow-up rate beside a mean is true of that mean only when they agree.',
    cy: "Mae'r ddau dabl yn cyfrif yr un cyfnodau cymorth. Dim ond pan fyddant yn cytuno y mae'r gyfradd ddilynol wrth ymyl cymedr yn wir am y cymedr hwnnw.",
  },
  remedy: {
    en: 'For this measure, value set, breakdown, area and category, make n_paired over all intervals and ways of completion add up to the row of the instrument in outcome_coverage; send that row where it is missing. Where each question of an instrument is a measure of its own, a question may have fewer pairs, never more.',
    cy: "Ar gyfer y mesur, y set werthoedd, y dadansoddiad, yr ardal a'r categori hyn, gwnewch i n_paired dros bob cyfnod rhwng sgoriau a phob ffordd o gwblhau adio i res yr offeryn yn outcome_coverage; anfonwch y rhes honno lle mae ar goll. Lle mae pob cwestiwn mewn offeryn yn fesur ynddo'i hun, gall cwestiwn fod â llai o barau, byth mwy.",
  },
  source: 'core dataset, outcomes; counting rules, section 10',
  examples: {
    passes: [
      {
        tables: {
          outcome_coverage: [outcomeCoverage({ n_paired: 42 })],
          outcomes: [outcome({ n_paired: 40 }), outcome({ interval: '17_30', n_paired: 2 })],
        },
      },
      {
        tables: {
          outcome_coverage: [outcomeCoverage({ measure: 'ons4' })],
          outcomes: [outcome({ measure: 'ons4_happy' }), outcome({ measure: 'ons4_anxious', n_paired: 40 })],
        },
      },
      {
        tables: {
          outcome_coverage: [
            outcomeCoverage({ n_paired: null }),
            outcomeCoverage({ breakdown: 'sex', category: 'male' }),
          ],
          outcomes: [outcome()],
        },
      },
    ],
    fails: [
      { tables: { outcome_coverage: [outcomeCoverage()], outcomes: [outcome({ n_paired: 41 })] } },
      {
        tables: {
          outcome_coverage: [outcomeCoverage({ measure: 'ons4' })],
          outcomes: [outcome({ measure: 'ons4_happy', n_paired: 43 })],
        },
      },
      {
        tables: {
          outcome_coverage: [outcomeCoverage()],
          outcomes: [outcome(), outcome({ area_code: 'outside_area', n_paired: 1 })],
        },
      },
      {
        tables: {
          outcome_coverage: [outcomeCoverage(), outcomeCoverage({ measure: 'ucla_3' })],
          outcomes: [outcome()],
        },
      },
    ],
  },
  start(_header, report) {
    const coverage: PairsByCell = new Map();
    const sums: PairsByCell = new Map();
    return {
      row(table, values, row) {
        if (table === 'outcome_coverage') {
          const pairs = readPairs(values, row, COVERAGE);
          addPairs(coverage, cellKey(pairs.instrument, pairs.place), pairs);
        }
        if (table === 'outcomes') {
          const pairs = readPairs(values, row, OUTCOMES);
          addPairs(sums, cellKey(pairs.measure, pairs.place), pairs);
        }
      },
      end() {
        compareSums(sums, coverage, report);
        findUncounted(coverage, sums, report);
      },
    };
  },
};
