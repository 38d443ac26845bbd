import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { Text } from '../standard/text.ts';
import type { Note } from './answer.ts';
import { returnsHolding } from './coverage-state.ts';
import { EVIDENCE_NOTE, SYNTHETIC_NOTE } from './notes.ts';
import { organisationsAskedAbout } from './organisations-asked-about.ts';
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

/**
 * Why returns of the areas and periods asked do not hold some statistics, each reason once: the title
 * of the code that was chosen, or words where the release has any.
 */
export function reasonNotes(question: Question): Note[] {
  const isEvidence = question.release.collection === 'evidence';
  const serving = organisationsAskedAbout(question);
  const notes = new Map<string, Note>();
  for (const { organisation, period, tables } of returnsHolding(question)) {
    if (!isEvidence && !serving.has(organisation)) continue;
    const { reason = null, reason_code = null } = tables[question.table] ?? {};
    const given = reason ?? titleOf('coverage_reason', reason_code);
    if (given === null) continue;
    const [id, text] = isEvidence ? [period, given] : [organisation, saidBy(organisation, given)];
    if (!notes.has(text.en)) notes.set(text.en, { id: `not_published_${id}`, text });
  }
  return [...notes.values()];
}

function saidBy(organisation: string, reason: Text): Text {
  const title = titleOf('organisations', organisation);
  return { en: `${title?.en}: ${reason.en}`, cy: `${title?.cy}: ${reason.cy}` };
}

function titleOf(list: 'coverage_reason' | 'organisations', code: string | null): Text | null {
  return CODE_LISTS[list].codes.find((candidate) => candidate.code === code)?.title ?? null;
}
