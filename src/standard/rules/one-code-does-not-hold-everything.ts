import { characteristic, profile } from './example-rows.ts';
import { eachAnswer, TABLES_OF_ANSWERS } from './reading/answers.ts';
import { codesById } from './reading/code-hierarchy.ts';
import { cellKey } from './reading/passes.ts';
import type { Place, Rule } from './rule.ts';

/** People from which it is odd that all of them share one code. */
const ENOUGH_PEOPLE = 20;

const BLANKS: ReadonlySet<string> = new Set(codesById('blank').keys());

/** A code that sorts nobody: a blank, or ages that are not split. */
const sortsNobody = (code: string) => BLANKS.has(code) || code === 'all_ages';

interface Holding {
  readonly place: Place;
  readonly code: string;
  people: number;
  isShared: boolean;
}

export const oneCodeDoesNotHoldEverything: Rule = {
  id: 'one-code-does-not-hold-everything',
  tier: 'verify',
  since: '1.0',
  tables: [],
  message: {
    en: 'Everybody has the same code.',
    cy: 'Mae gan bawb yr un cod.',
  },
  why: {
    en: 'This is usually a default value of the system rather than an answer; and where it is true, it says something about each person.',
    cy: "Gwerth diofyn y system yw hyn fel arfer yn hytrach nag ateb; a lle mae'n wir, mae'n dweud rhywbeth am bob unigolyn.",
  },
  remedy: {
    en: 'Check how the system fills this field, and count people whose answer is not held as not_known. Confirm it if all of them truly share the code.',
    cy: "Gwiriwch sut mae'r system yn llenwi'r maes hwn, a chyfrifwch bobl nad yw eu hateb wedi'i ddal fel not_known. Cadarnhewch hyn os yw pob un ohonynt yn rhannu'r cod mewn gwirionedd.",
  },
  source: 'core dataset, rules of quality',
  examples: {
    passes: [
      {
        tables: {
          profiles: [
            profile({ people: 15 }),
            profile({
              sex: 'male',
              age_band: '50_64',
              deprivation_quintile: 'q2',
              people: 5,
              people_first_in_year: 5,
            }),
          ],
        },
      },
      { tables: { profiles: [profile({ people: 19 })] } },
      {
        tables: {
          profiles: [
            profile({ age_band: 'all_ages', deprivation_quintile: 'not_collected', people: 15 }),
            profile({ age_band: 'all_ages', deprivation_quintile: 'not_collected', sex: 'male', people: 15 }),
          ],
        },
      },
      { tables: { characteristics: [characteristic({ category: 'not_known', people: 30 })] } },
    ],
    fails: [
      { tables: { profiles: [profile({ people: 20 })] } },
      {
        tables: {
          characteristics: [characteristic({ people: 15 }), characteristic({ sex: 'male', people: 12 })],
        },
      },
    ],
  },
  start(_header, report) {
    const holdings = new Map<string, Holding>();
    return {
      reads: TABLES_OF_ANSWERS,
      row(table, values, row) {
        eachAnswer(table, values, ({ population, item, field, code, people }) => {
          const key = cellKey(population, item);
          const holding = holdings.get(key);
          if (holding === undefined) {
            const place = { table, row, path: [field], value: code };
            holdings.set(key, { place, code, people, isShared: sortsNobody(code) });
            return;
          }
          holding.people += people;
          if (holding.code !== code) holding.isShared = true;
        });
      },
      end() {
        for (const { place, people, isShared } of holdings.values()) {
          if (people >= ENOUGH_PEOPLE && !isShared) report(place);
        }
      },
    };
  },
};
