import { columnsOf } from '../row.ts';
import { characteristic } from './example-rows.ts';
import { characteristicOf } from './reading/characteristics.ts';
import { overRowsOf } from './reading/passes.ts';
import { codeAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

const COLUMNS = columnsOf('characteristics');

/** Youngest and oldest age of each group; people of a group not named here may be of any age. */
const AGES: ReadonlyMap<string, { readonly youngest: number; readonly oldest: number }> = new Map([
  ['under_16', { youngest: 0, oldest: 15 }],
  ['16_64', { youngest: 16, oldest: 64 }],
  ['65_plus', { youngest: 65, oldest: Number.POSITIVE_INFINITY }],
]);

const CHILDREN = { age_group: 'under_16', people: 2, people_first_in_year: 1 } as const;

export const peopleOutsideTheAgesAreNotApplicable: Rule = {
  id: 'people-outside-the-ages-are-not-applicable',
  tier: 'error',
  since: '1.0',
  tables: ['characteristics'],
  message: {
    en: 'People too young for the characteristic have a category, or people old enough are not_applicable.',
    cy: "Mae gan bobl sy'n rhy ifanc ar gyfer y nodwedd gategori, neu mae pobl sy'n ddigon hen yn not_applicable.",
  },
  why: {
    en: 'Work status, for example, is asked of people from 16. People outside the ages of a characteristic stay in its total, but under no other category.',
    cy: 'Gofynnir am statws gwaith, er enghraifft, i bobl o 16 oed. Mae pobl y tu allan i oedrannau nodwedd yn aros yn ei chyfanswm, ond nid o dan unrhyw gategori arall.',
  },
  remedy: {
    en: 'Count people younger than the age from which the characteristic applies as not_applicable, and give others their category, not_stated or not_known.',
    cy: "Cyfrifwch bobl iau na'r oed y mae'r nodwedd yn berthnasol ohono fel not_applicable, a rhowch eu categori, not_stated neu not_known i'r lleill.",
  },
  source: 'core dataset, characteristics',
  examples: {
    passes: [
      {
        tables: {
          characteristics: [
            characteristic({ characteristic: 'employment_status', category: 'not_applicable', ...CHILDREN }),
            characteristic({ characteristic: 'employment_status', category: 'not_known' }),
          ],
        },
      },
      { tables: { characteristics: [characteristic({ ...CHILDREN })] } },
      {
        tables: {
          characteristics: [
            characteristic({
              characteristic: 'employment_status',
              age_group: 'not_known',
              category: 'not_applicable',
            }),
          ],
        },
      },
    ],
    fails: [
      {
        tables: {
          characteristics: [
            characteristic({ characteristic: 'employment_status', category: 'student', ...CHILDREN }),
          ],
        },
      },
      {
        tables: {
          characteristics: [
            characteristic({ characteristic: 'employment_status', category: 'not_applicable' }),
          ],
        },
      },
    ],
  },
  start(_header, report) {
    return overRowsOf('characteristics', (values, row) => {
      const from = characteristicOf(codeAt(values, COLUMNS.characteristic))?.ages_from ?? null;
      const ages = AGES.get(codeAt(values, COLUMNS.age_group));
      if (from === null || ages === undefined) return;
      const value = codeAt(values, COLUMNS.category);
      const place = { table: 'characteristics', row, path: ['category'], value } as const;
      if (ages.oldest < from && value !== 'not_applicable') {
        report({ ...place, suggestion: 'not_applicable' });
      }
      if (ages.youngest >= from && value === 'not_applicable') report(place);
    });
  },
};
