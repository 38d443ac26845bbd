import type { TableName } from '../generated/tables.ts';
import { TABLE_PLANS } from '../plan-rows.ts';
import { asCandidate, type Candidate, suggest } from '../suggest.ts';
import type { Rule } from './rule.ts';

/** Fields whose codes may be named by themselves: what a table counts, rather than who. */
const NAMED_BY_CODE: ReadonlySet<string> = new Set([
  'population',
  'stage',
  'characteristic',
  'measure',
  'breakdown',
  'role',
  'need',
]);

/** What a table may be said not to collect: its fields, and the codes of what it counts. */
function namesOf(table: TableName): readonly Candidate[] {
  const { fields, names } = TABLE_PLANS[table];
  const coded = fields.filter(({ field }) => NAMED_BY_CODE.has(field.name));
  return [...names, ...coded.flatMap(({ dictionary }) => dictionary?.candidates ?? [])];
}

const naming = (table: TableName, ...not_collected: string[]) => ({
  coverage: { services_included: ['connectors'], areas_complete: [], tables: { [table]: { not_collected } } },
});

export const notCollectedNamesWhatTheTableHas: Rule = {
  id: 'not-collected-names-what-the-table-has',
  tier: 'error',
  since: '1.0',
  tables: [],
  message: {
    en: 'The coverage names something as not collected that the table does not have.',
    cy: "Mae'r cwmpas yn enwi fel heb ei gasglu rywbeth nad yw gan y tabl.",
  },
  why: {
    en: 'A name that is misspelt leaves the gap unexplained: readers cannot tell what was not collected from what nobody said.',
    cy: "Mae enw wedi'i gamsillafu yn gadael y bwlch heb ei esbonio: ni all darllenwyr wahaniaethu rhwng yr hyn nas casglwyd a'r hyn na ddywedodd neb.",
  },
  remedy: {
    en: 'Name a field of the table, or a population, stage, characteristic or measure by its code; write one that is missing for one population with it, as referred.ethnic_group.',
    cy: 'Enwch un o feysydd y tabl, neu boblogaeth, cam, nodwedd neu fesur yn ôl ei god; ysgrifennwch un sydd ar goll ar gyfer un boblogaeth gyda hi, fel referred.ethnic_group.',
  },
  source: 'core dataset, coverage',
  examples: {
    passes: [
      { header: naming('pathway', 'support_tier', 'first_contact'), tables: {} },
      {
        header: naming(
          'characteristics',
          'referred.ethnic_group',
          'disability',
          'unpaid_carer',
          'language_of_choice',
          'rurality',
          'welsh_language_service',
        ),
        tables: {},
      },
    ],
    fails: [
      { header: naming('pathway', 'support_teir'), tables: {} },
      { header: naming('profiles', 'sexx'), tables: {} },
      { header: naming('characteristics', 'referred.ethnic_grup'), tables: {} },
      { header: naming('pathway', 'nonsense'), tables: {} },
    ],
  },
  start(header, report) {
    return {
      end() {
        for (const [table, { not_collected = [] }] of Object.entries(header.coverage.tables ?? {})) {
          const names = namesOf(table as TableName);
          const known = new Set(names.map(({ code }) => code));
          for (const [index, name] of not_collected.entries()) {
            const parts = name.split('.');
            if (parts.every((part) => known.has(part))) continue;
            const meant = parts.map((part) =>
              known.has(part)
                ? part
                : suggest(
                    part,
                    names.map(({ code }) => asCandidate(code)),
                  ),
            );
            report({
              path: ['coverage', 'tables', table, 'not_collected', index],
              value: name,
              ...(meant.includes(null) ? {} : { suggestion: meant.join('.') }),
            });
          }
        }
      },
    };
  },
};
