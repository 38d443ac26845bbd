import { TABLE_NAMES, TABLES, type TableName } from '../generated/tables.ts';
import type { ProfilesRow } from '../generated/types.ts';
import { profile } from './example-rows.ts';
import { numberAt } from './reading/values.ts';
import type { Rule } from './rule.ts';

/** Numbers of counts above zero from which a pattern is told from chance. */
const ENOUGH_FOR_MULTIPLES = 20;
const ENOUGH_FOR_SMALL_COUNTS = 50;
const ROUNDED_SHARE = 0.95;

/** Where the counts of people and episodes stand in the rows of each table. */
const COUNT_COLUMNS = Object.fromEntries(
  TABLE_NAMES.map((name) => [
    name,
    TABLES[name].fields.flatMap((field, column) =>
      field.role === 'measure' && field.kind === 'integer' && TABLES[name].disclosure === 'persons'
        ? [column]
        : [],
    ),
  ]),
) as unknown as Readonly<Record<TableName, readonly number[]>>;

interface Pattern {
  counts: number;
  multiplesOfFive: number;
  fromOneToFour: number;
}

function looksRounded({ counts, multiplesOfFive, fromOneToFour }: Pattern): boolean {
  if (counts >= ENOUGH_FOR_MULTIPLES && multiplesOfFive / counts >= ROUNDED_SHARE) return true;
  return counts >= ENOUGH_FOR_SMALL_COUNTS && fromOneToFour === 0;
}

const AGES = ['16_24', '25_34', '35_49', '50_64', '65_74'] as const;
const FIFTHS = ['q1', 'q2', 'q3', 'q4', 'q5'] as const;

/** Rows of profiles with these numbers of people, all of them for the first time this year. */
function profilesOf(people: readonly number[]): ProfilesRow[] {
  return people.map((count, index) =>
    profile({
      age_band: AGES[index % 5] ?? '25_34',
      deprivation_quintile: FIFTHS[Math.floor(index / 5) % 5] ?? 'q1',
      people: count,
      people_first_in_year: count,
    }),
  );
}

const TENS = [10, 15, 40, 5, 20, 10, 25, 5, 10, 30];
const ABOVE_FOUR = Array.from({ length: 25 }, (_, index) => 5 + index);

export const figuresAreUnrounded: Rule = {
  id: 'figures-are-unrounded',
  tier: 'verify',
  since: '1.0',
  tables: [],
  message: {
    en: 'The counts look rounded or struck out: nearly all are multiples of five, or none is from 1 to 4.',
    cy: "Mae'r cyfrifon yn edrych fel pe baent wedi'u talgrynnu neu eu dileu: mae bron pob un yn lluosrif o bump, neu nid oes yr un o 1 i 4.",
  },
  why: {
    en: 'The publisher protects small numbers once, for everybody. Counts rounded beforehand no longer add up, and small groups vanish from the total of Wales.',
    cy: "Mae'r cyhoeddwr yn diogelu rhifau bach unwaith, i bawb. Nid yw cyfrifon a dalgrynnwyd ymlaen llaw yn adio mwyach, ac mae grwpiau bach yn diflannu o gyfanswm Cymru.",
  },
  remedy: {
    en: 'Send the exact counts, with the small ones. Confirm it if they are exact and this is chance.',
    cy: "Anfonwch yr union gyfrifon, gyda'r rhai bach. Cadarnhewch hyn os ydynt yn union gywir ac mai cyd-ddigwyddiad yw hyn.",
  },
  source: 'core dataset, principle 5',
  examples: {
    passes: [
      { tables: { profiles: profilesOf(TENS.slice(1)) } },
      { tables: { profiles: profilesOf([...TENS.slice(1), 7]) } },
      { tables: { profiles: profilesOf([...ABOVE_FOUR.slice(1), 4]) } },
    ],
    fails: [
      { tables: { profiles: profilesOf(TENS) } },
      { tables: { profiles: profilesOf([...TENS, ...TENS.slice(1), 7]) } },
      { tables: { profiles: profilesOf(ABOVE_FOUR) } },
    ],
  },
  start(_header, report) {
    const patterns = new Map<TableName, Pattern>();
    return {
      row(table, values) {
        const pattern = patterns.get(table) ?? { counts: 0, multiplesOfFive: 0, fromOneToFour: 0 };
        patterns.set(table, pattern);
        for (const column of COUNT_COLUMNS[table]) {
          const count = numberAt(values, column) ?? 0;
          if (count < 1) continue;
          pattern.counts += 1;
          if (count % 5 === 0) pattern.multiplesOfFive += 1;
          else if (count < 5) pattern.fromOneToFour += 1;
        }
      },
      end() {
        for (const [table, pattern] of patterns) if (looksRounded(pattern)) report({ table });
      },
    };
  },
};
