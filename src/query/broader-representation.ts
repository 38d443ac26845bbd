import type { AnswerRow, Warning } from './answer.ts';
import { nearestAskable } from './askable-nearest.ts';
import { parseRepresentation, type RepresentationQuestion } from './parse-representation.ts';
import type { Parameters } from './question.ts';
import { replaceGroup, withChanged } from './question-text.ts';
import { shareShown } from './share-shown.ts';
import { isSparse, suppressedWarning } from './sparse-warning.ts';

/** A broader comparison that shows this share of its people is good enough. */
const ENOUGH = 0.5;

/**
 * Warns where most of the people compared are hidden, with a comparison that shows more: of the whole nation, else of
 * fewer and larger categories, else both, each by looking up its published cells.
 *
 * @param address - The whole address, without the question.
 */
export async function sparseRepresentation(
  asked: RepresentationQuestion,
  rows: readonly AnswerRow[],
  address: string,
  rowsOf: (other: RepresentationQuestion) => Promise<readonly AnswerRow[]>,
): Promise<Warning[]> {
  if (!isSparse(peopleOf(rows))) return [];
  const { release } = asked.question;
  const read = (given: Parameters) => parseRepresentation(release, given);
  const own = withChanged(asked.parameters, { release: release.release });
  let best: { readonly share: number; readonly text?: string } = { share: shareShown(peopleOf(rows)) };
  for (const change of broaderChanges(asked)) {
    const offered = withChanged(asked.parameters, { release: release.release, ...change });
    const text = offered === own ? undefined : nearestAskable(read, offered);
    if (text === undefined) continue;
    const other = read(Object.fromEntries(new URLSearchParams(text)));
    if (other.parameters.period !== asked.parameters.period) continue;
    const share = shareShown(peopleOf(await rowsOf(other)));
    if (share > best.share) best = { share, text };
    if (best.share >= ENOUGH) break;
  }
  return [suppressedWarning(best.text, address)];
}

function broaderChanges({ characteristic, parameters }: RepresentationQuestion): Parameters[] {
  const nation = { by: replaceGroup(parameters.by, 'area_code'), area_code: undefined };
  const larger = { level: Object.keys(characteristic.levels).at(-1) };
  return [nation, larger, { ...nation, ...larger }];
}

/** The people reached alone: residents are always shown, and the rest follows from both. */
function peopleOf(rows: readonly AnswerRow[]): AnswerRow[] {
  return rows.map((row) => ({ ...row, cells: row.cells.slice(0, 1) }));
}
