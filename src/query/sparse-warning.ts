import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { AnswerRow, Warning } from './answer.ts';
import { nearestAskable } from './askable-nearest.ts';
import { coarserQuestions } from './coarser-question.ts';
import type { Parameters, Question } from './question.ts';
import { questionParameters, withChanged } from './question-text.ts';

/** Above this share of suppressed cells, an answer says what would show more. */
const MOSTLY = 0.5;

type Read = (asked: Parameters) => unknown;

/**
 * Warns that most of an answer is suppressed, with a question that shows more: another selector where the release
 * publishes nothing at all under the one asked, else a broader question. Worked out from published cells alone.
 *
 * @param read - Reads a question of the same address, so that only one that can be asked is offered.
 */
export function sparseWarning(question: Question, rows: readonly AnswerRow[], read: Read): Warning[] {
  // Blanks are few by nature; they say nothing about whether the question was too fine.
  const named = rows.filter((row) => row.labels.every(({ code }) => !isBlank(code)));
  const cells = named.flatMap((row) => row.cells).filter((cell) => cell.status !== 'not_applicable');
  const suppressed = cells.filter((cell) => cell.status === 'suppressed').length;
  if (cells.length === 0 || suppressed / cells.length <= MOSTLY) return [];
  return [nothingPublished(question, read) ?? mostlySuppressed(question, read)];
}

function nothingPublished(question: Question, read: Read): Warning | undefined {
  const held = question.release.tables[question.table]?.selectors ?? {};
  const unheld = Object.entries(question.selectors).find(([name, code]) => {
    const codes = held[name] ?? [];
    return codes.length > 0 && !codes.includes(code);
  });
  if (unheld === undefined) return undefined;
  const [name, code] = unheld;
  const codes = (held[name] ?? []).join(', ');
  return {
    id: 'nothing_published',
    text: {
      en: `This release publishes nothing for ${name}=${code}. It has figures for ${codes}.`,
      cy: `Nid yw'r datganiad hwn yn cyhoeddi dim ar gyfer ${name}=${code}. Mae ganddo ffigurau ar gyfer ${codes}.`,
    },
    ...nearestAfter(question, [{ [name]: held[name]?.[0] }], read),
  };
}

function mostlySuppressed(question: Question, read: Read): Warning {
  return {
    id: 'mostly_suppressed',
    text: {
      en: 'Most of these cells are suppressed. A broader question shows more.',
      cy: "Mae'r rhan fwyaf o'r celloedd hyn wedi'u hatal. Mae cwestiwn ehangach yn dangos mwy.",
    },
    ...nearestAfter(question, coarserQuestions(question), read),
  };
}

/** The first of several changes that makes another question that can be asked. */
function nearestAfter(question: Question, changes: readonly Parameters[], read: Read): { nearest?: string } {
  const asked = { ...questionParameters(question), release: question.release.release };
  const nearest = changes
    .map((change) => nearestAskable(read, withChanged(asked, change)))
    .find((text) => text !== undefined && text !== withChanged(asked, {}));
  return nearest === undefined ? {} : { nearest };
}

const BLANKS = new Set(CODE_LISTS.blank.codes.map((code) => code.code));

function isBlank(code: string): boolean {
  return BLANKS.has(code) || code.startsWith('not_known:');
}
