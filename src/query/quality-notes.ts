import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { TABLES } from '../standard/generated/tables.ts';
import type { Language, Text } from '../standard/text.ts';
import type { Note } from './answer.ts';
import { quartersWithin } from './coverage-state.ts';
import { organisationsAskedAbout } from './organisations-asked-about.ts';
import type { Question } from './question.ts';

/**
 * What organisations confirmed of the table asked, for the areas and periods asked: one note for each organisation,
 * in the titles of the closed list of reasons.
 */
export function qualityNotes(question: Question): Note[] {
  const { release, table, periods } = question;
  const quarters = periods.flatMap((period) => quartersWithin(period, table));
  const serving = organisationsAskedAbout(question);
  const reasons = new Map<string, Set<string>>();
  for (const note of release.notes ?? []) {
    if (note.table !== table || !quarters.includes(note.period) || !serving.has(note.organisation)) continue;
    reasons.set(note.organisation, (reasons.get(note.organisation) ?? new Set()).add(note.reason_code));
  }
  return [...reasons].map(([organisation, codes]) => ({
    id: `confirmed_${organisation}_${table}`,
    text: wordsOf(organisation, TABLES[table].title, [...codes]),
  }));
}

function wordsOf(organisation: string, table: Text, codes: readonly string[]): Text {
  const sender = CODE_LISTS.organisations.codes.find(({ code }) => code === organisation)?.title;
  const given = CODE_LISTS.verification_reason.codes.filter(({ code }) => codes.includes(code));
  const named = (language: Language) => sender?.[language] ?? organisation;
  const because = (language: Language) => given.map(({ title }) => title[language]).join('; ');
  return {
    en: `${named('en')} was asked about its figures of ${table.en} and confirmed them: ${because('en')}. /v1/coverage names the rules that asked.`,
    cy: `Holwyd ${named('cy')} am ei ffigurau yn y tabl ${table.cy} ac fe'u cadarnhaodd: ${because('cy')}. Mae /v1/coverage yn enwi'r rheolau a holodd.`,
  };
}
