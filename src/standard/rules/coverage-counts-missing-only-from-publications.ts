import { columnsOf } from '../row.ts';
import { outcomeCoverage } from './example-rows.ts';
import { NOTHING_TO_CHECK, overRowsOf } from './reading/passes.ts';
import { codeAt, numberAt } from './reading/values.ts';

import type { Rule, RuleExample } from './rule.ts';

const COLUMNS = columnsOf('outcome_coverage');
const COUNTS = ['n_eligible', 'n_baseline', 'n_follow_up', 'n_paired'] as const;

const REASON = {
  services_included: ['connectors'],
  areas_complete: [],
  tables: {
    outcome_coverage: {
      reason: { en: 'The report gives only pairs.', cy: "Dim ond parau y mae'r adroddiad yn eu rhoi." },
    },
  },
} satisfies NonNullable<RuleExample['header']>['coverage'];

const PUBLISHED = {
  source_kind: 'published_evaluation',
  basis_note: { en: 'An evaluation of 2024.', cy: 'Gwerthusiad o 2024.' },
} as const;

export const coverageCountsMissingOnlyFromPublications: Rule = {
  id: 'coverage-counts-missing-only-from-publications',
  tier: 'error',
  since: '1.0',
  tables: ['outcome_coverage'],
  message: {
    en: 'A count of outcome coverage is missing.',
    cy: 'Mae cyfrif cwmpas canlyniadau ar goll.',
  },
  why: {
    en: 'Every mean is shown with the share of people it stands for. Only a publication that did not print the count may leave it out, and must say so.',
    cy: "Dangosir pob cymedr gyda chyfran y bobl y mae'n eu cynrychioli. Dim ond cyhoeddiad na argraffodd y cyfrif a gaiff ei adael allan, a rhaid dweud hynny.",
  },
  remedy: {
    en: 'Send the count. If the figures come from a published evaluation, give the reason in the coverage of outcome_coverage, in English and Welsh.',
    cy: "Anfonwch y cyfrif. Os daw'r ffigurau o werthusiad cyhoeddedig, rhowch y rheswm yng nghwmpas outcome_coverage, yn Gymraeg a Saesneg.",
  },
  source: 'core dataset, outcomes; outcome rules of this standard, rule 9',
  examples: {
    passes: [
      {
        header: { ...PUBLISHED, coverage: REASON },
        tables: { outcome_coverage: [outcomeCoverage({ n_eligible: null })] },
      },
      { tables: { outcome_coverage: [outcomeCoverage({ n_follow_up: 42, n_paired: 0 })] } },
    ],
    fails: [
      { header: { coverage: REASON }, tables: { outcome_coverage: [outcomeCoverage({ n_eligible: null })] } },
      { header: PUBLISHED, tables: { outcome_coverage: [outcomeCoverage({ n_baseline: null })] } },
    ],
  },
  start(header, report) {
    const hasReason = header.coverage.tables?.outcome_coverage?.reason !== undefined;
    if (hasReason && header.source_kind === 'published_evaluation') return NOTHING_TO_CHECK;
    return overRowsOf('outcome_coverage', (values, row) => {
      const about = codeAt(values, COLUMNS.measure);
      for (const field of COUNTS) {
        if (numberAt(values, COLUMNS[field]) !== null) continue;
        report({ table: 'outcome_coverage', row, path: [field], about });
      }
    });
  },
};
