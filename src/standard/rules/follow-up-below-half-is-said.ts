import { columnsOf } from '../row.ts';
import { ONLY_PAIRS_PUBLISHED, outcomeCoverage } from './example-rows.ts';
import { overRowsOf } from './reading/passes.ts';
import { codeAt, numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('outcome_coverage');

export const followUpBelowHalfIsSaid: Rule = {
  id: 'follow-up-below-half-is-said',
  tier: 'advice',
  since: '1.0',
  tables: ['outcome_coverage'],
  message: {
    en: 'Fewer than half of those with a baseline score have a follow-up score too.',
    cy: 'Mae gan lai na hanner y rhai â sgôr llinell sylfaen sgôr ddilynol hefyd.',
  },
  why: {
    en: 'People who are measured again may be those who did well, so the change can look better than it was. The rate is shown next to every mean.',
    cy: 'Gall y bobl a fesurir eto fod y rhai a wnaeth yn dda, felly gall y newid edrych yn well nag yr oedd. Dangosir y gyfradd wrth ymyl pob cymedr.',
  },
  remedy: {
    en: 'Nothing is wrong with the figures. Ask services to measure again before closing, and no later than 28 days after.',
    cy: "Nid oes dim o'i le ar y ffigurau. Gofynnwch i wasanaethau fesur eto cyn cau, a heb fod yn hwyrach na 28 diwrnod wedyn.",
  },
  source: 'outcome rules of this standard, rule 9',
  examples: {
    passes: [
      { tables: { outcome_coverage: [outcomeCoverage({ n_baseline: 80, n_paired: 40 })] } },
      { tables: { outcome_coverage: [outcomeCoverage({ n_baseline: 0, n_paired: 0 })] } },
      { header: ONLY_PAIRS_PUBLISHED, tables: { outcome_coverage: [outcomeCoverage({ n_baseline: null })] } },
    ],
    fails: [{ tables: { outcome_coverage: [outcomeCoverage({ n_baseline: 80, n_paired: 39 })] } }],
  },
  start(_header, report) {
    return overRowsOf('outcome_coverage', (values, row) => {
      const baseline = numberAt(values, COLUMNS.n_baseline);
      const paired = numberAt(values, COLUMNS.n_paired);
      if (baseline === null || paired === null || paired * 2 >= baseline) return;
      const about = codeAt(values, COLUMNS.measure);
      report({ table: 'outcome_coverage', row, path: ['n_paired'], about });
    });
  },
};
