import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { Text } from '../standard/text.ts';
import type { Note } from './answer.ts';
import { organisationsServing, returnsHolding } from './coverage-state.ts';
import { coveredAreas } from './lay-on-grid.ts';
import { EVIDENCE_NOTE, SYNTHETIC_NOTE } from './notes.ts';
import type { Question } from './question.ts';

/** Notes that the collection calls for, before all others; of evaluations, those of the periods asked. */
export function collectionNotes(question: Question): Note[] {
  const { collection } = question.release;
  if (collection === 'synthetic') return [SYNTHETIC_NOTE];
  if (collection !== 'evidence') return [];
  const basis = returnsHolding(question).flatMap(({ basis_note: text, period }) =>
    text === null ? [] : [{ id: `basis_${period}`, text }],
  );
  return [EVIDENCE_NOTE, ...basis];
}

/** What returns of the areas and periods asked say of statistics that they do not hold, each reason once. */
export function reasonNotes(question: Question): Note[] {
  const isEvidence = question.release.collection === 'evidence';
  const serving = new Set(
    question.area.categories.flatMap(({ code }) =>
      coveredAreas(question, code)
        .flatMap(organisationsServing)
        .map((organisation) => organisation.code),
    ),
  );
  const notes = new Map<string, Note>();
  for (const { organisation, period, tables } of returnsHolding(question)) {
    const reason = tables[question.table]?.reason ?? null;
    if (reason === null || (!isEvidence && !serving.has(organisation))) continue;
    const [id, text] = isEvidence ? [period, reason] : [organisation, saidBy(organisation, reason)];
    if (!notes.has(text.en)) notes.set(text.en, { id: `not_published_${id}`, text });
  }
  return [...notes.values()];
}

function saidBy(organisation: string, words: Text): Text {
  const title = CODE_LISTS.organisations.codes.find(({ code }) => code === organisation)?.title;
  return { en: `${title?.en}: ${words.en}`, cy: `${title?.cy}: ${words.cy}` };
}
