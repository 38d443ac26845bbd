import { columnsOf } from '../row.ts';
import { exampleRow, ONLY_PAIRS_PUBLISHED, outcomeCoverage } from './example-rows.ts';
import { type AreaSums, addToArea, excessOf } from './reading/area-sums.ts';
import { cellKey, overTables } from './reading/passes.ts';
import { codeAt, numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COVERAGE = columnsOf('outcome_coverage');
const CLOSURES = columnsOf('closures');

const closure = (episodes: number) => exampleRow('closures', { episodes });

export const outcomesEligibleNotAboveClosures: Rule = {
  id: 'outcomes-eligible-not-above-closures',
  tier: 'error',
  since: '1.0',
  tables: ['closures', 'outcome_coverage'],
  message: {
    en: 'More episodes are eligible for an instrument than were closed.',
    cy: 'Mae mwy o gyfnodau cymorth yn gymwys ar gyfer offeryn nag a gaewyd.',
  },
  why: {
    en: 'Outcomes are counted for episodes closed in the period; those eligible are some of them, or all.',
    cy: "Cyfrifir canlyniadau ar gyfer cyfnodau cymorth a gaewyd yn y cyfnod; mae'r rhai cymwys yn rhai ohonynt, neu'n bob un.",
  },
  remedy: {
    en: 'For this area and instrument, count as eligible only episodes closed in the period, and count every closure in closures.',
    cy: "Ar gyfer yr ardal a'r offeryn hyn, cyfrifwch fel rhai cymwys ddim ond cyfnodau cymorth a gaewyd yn y cyfnod, a chyfrifwch bob cau yn closures.",
  },
  source: 'core dataset, rules of sums; counting rules, section 10',
  examples: {
    passes: [
      {
        tables: {
          closures: [closure(120)],
          outcome_coverage: [outcomeCoverage(), outcomeCoverage({ measure: 'ons4' })],
        },
      },
      {
        header: ONLY_PAIRS_PUBLISHED,
        tables: { closures: [closure(14)], outcome_coverage: [outcomeCoverage({ n_eligible: null })] },
      },
    ],
    fails: [
      { tables: { closures: [closure(119)], outcome_coverage: [outcomeCoverage({ n_eligible: 120 })] } },
      {
        tables: {
          closures: [closure(120), { ...closure(40), area_code: 'outside_area' }],
          outcome_coverage: [
            outcomeCoverage(),
            outcomeCoverage({
              area_code: 'W11000024',
              n_eligible: 1,
              n_baseline: 1,
              n_follow_up: 1,
              n_paired: 1,
            }),
          ],
        },
      },
    ],
  },
  start(_header, report) {
    const closures: AreaSums = new Map();
    const byInstrument = new Map<string, AreaSums>();
    return overTables(
      {
        closures(values, row) {
          const episodes = numberAt(values, CLOSURES.episodes) ?? 0;
          addToArea(closures, codeAt(values, CLOSURES.area_code), row, episodes);
        },
        outcome_coverage(values, row) {
          const eligible = numberAt(values, COVERAGE.n_eligible);
          if (eligible === null || codeAt(values, COVERAGE.breakdown) !== 'all') return;
          const key = cellKey(codeAt(values, COVERAGE.measure), codeAt(values, COVERAGE.value_set));
          const sums = byInstrument.get(key) ?? new Map();
          byInstrument.set(key, sums);
          addToArea(sums, codeAt(values, COVERAGE.area_code), row, eligible);
        },
      },
      () => {
        for (const sums of byInstrument.values()) {
          for (const { row, count: value, most } of excessOf(sums, closures)) {
            const suggestion = `0-${most}`;
            report({ table: 'outcome_coverage', row, path: ['n_eligible'], value, suggestion });
          }
        }
      },
    );
  },
};
