import { columnsOf } from '../row.ts';
import { exampleRow } from './example-rows.ts';
import { areaAsRead } from './reading/areas.ts';
import { cellKey, overRowsOf } from './reading/passes.ts';
import { codeAt, numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('needs');
const FIELDS = ['people', 'people_primary'] as const;

/** The people of an area with one need, added over the groups of one breakdown. */
interface NeedSum {
  readonly row: number;
  people: number;
  people_primary: number;
}

const BY_AGE_AND_SEX = exampleRow('needs', { deprivation_quintile: 'not_applicable' });
const BY_FIFTH = exampleRow('needs', {
  breakdown: 'deprivation_quintile',
  age_group: 'not_applicable',
  sex: 'not_applicable',
});

export const bothBreakdownsOfNeedsCountTheSame: Rule = {
  id: 'both-breakdowns-of-needs-count-the-same',
  tier: 'verify',
  since: '1.0',
  tables: ['needs'],
  message: {
    en: 'By deprivation fifth, a need adds up to other people than by age group and sex.',
    cy: 'Fesul pumed amddifadedd, mae angen yn adio i bobl eraill nag fesul grŵp oedran a rhyw.',
  },
  why: {
    en: 'Both split the same people. The total of a need is taken from age group and sex, so a share by fifth would not add up to it.',
    cy: "Mae'r ddau'n rhannu'r un bobl. Cymerir cyfanswm angen o'r grŵp oedran a rhyw, felly ni fyddai cyfran fesul pumed yn adio iddo.",
  },
  remedy: {
    en: 'For this area and need, count everybody in both breakdowns, with not_known where the answer is missing and, as deprivation_quintile, not_applicable for residents of another nation; or leave out the breakdown by deprivation fifth.',
    cy: "Ar gyfer yr ardal a'r angen hyn, cyfrifwch bawb yn y ddau ddadansoddiad, gyda not_known lle mae'r ateb ar goll ac, fel deprivation_quintile, not_applicable ar gyfer preswylwyr cenedl arall; neu gadewch y dadansoddiad fesul pumed amddifadedd allan.",
  },
  source: 'core dataset, needs',
  examples: {
    passes: [
      { tables: { needs: [BY_AGE_AND_SEX] } },
      {
        tables: {
          needs: [
            { ...BY_AGE_AND_SEX, people: 12, people_primary: 7 },
            { ...BY_FIFTH, people: 10, people_primary: 7 },
            {
              ...BY_FIFTH,
              deprivation_quintile: 'not_known',
              people: 2,
              people_primary: 0,
              people_primary_first_in_year: 0,
            },
          ],
        },
      },
      {
        tables: {
          needs: [
            { ...BY_AGE_AND_SEX, area_code: 'outside_area' },
            { ...BY_FIFTH, area_code: 'outside_area', deprivation_quintile: 'not_applicable' },
          ],
        },
      },
    ],
    fails: [
      {
        tables: {
          needs: [
            { ...BY_AGE_AND_SEX, people: 12 },
            { ...BY_FIFTH, people: 11 },
          ],
        },
      },
      { tables: { needs: [BY_FIFTH] } },
      { tables: { needs: [BY_AGE_AND_SEX, BY_FIFTH, { ...BY_AGE_AND_SEX, need: 'food' }] } },
    ],
  },
  start(_header, report) {
    const byAgeAndSex = new Map<string, NeedSum>();
    const byFifth = new Map<string, NeedSum>();
    return {
      ...overRowsOf('needs', (values, row) => {
        const isByFifth = codeAt(values, COLUMNS.breakdown) === 'deprivation_quintile';
        const sums = isByFifth ? byFifth : byAgeAndSex;
        const cell = cellKey(areaAsRead(codeAt(values, COLUMNS.area_code)), codeAt(values, COLUMNS.need));
        const sum = sums.get(cell) ?? { row, people: 0, people_primary: 0 };
        sums.set(cell, sum);
        for (const field of FIELDS) sum[field] += numberAt(values, COLUMNS[field]) ?? 0;
      }),
      end() {
        if (byFifth.size === 0) return;
        for (const cell of new Set([...byAgeAndSex.keys(), ...byFifth.keys()])) {
          const [total, split] = [byAgeAndSex.get(cell), byFifth.get(cell)];
          const row = split?.row ?? total?.row ?? 0;
          for (const field of FIELDS) {
            const value = split?.[field] ?? 0;
            const suggestion = total?.[field] ?? 0;
            if (value === suggestion) continue;
            report({ table: 'needs', row, path: [field], value, suggestion: String(suggestion) });
          }
        }
      },
    };
  },
};
