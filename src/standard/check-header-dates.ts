import { isValidThroughout } from './code-list.ts';
import { codesInsteadOf } from './codes-instead-of.ts';
import { CODE_LISTS, type CodeListId } from './generated/code-lists.ts';
import type { Dates } from './period.ts';
import type { FaultPlace } from './read/return-reader.ts';
import type { ReturnHeader } from './row.ts';
import { safeValue } from './safe-value.ts';

/** Where the header uses a code of an organisation or of an area that was not in use throughout the period. */
export function checkHeaderDates(header: ReturnHeader, period: Dates): FaultPlace[] {
  return [
    ...placeOutside('organisations', header.submitter, ['submitter'], period),
    ...header.coverage.areas_complete.flatMap((area, index) =>
      placeOutside('areas', area, ['coverage', 'areas_complete', index], period),
    ),
  ];
}

function placeOutside(
  list: CodeListId,
  used: string,
  path: readonly (string | number)[],
  period: Dates,
): FaultPlace[] {
  const { codes } = CODE_LISTS[list];
  const code = codes.find((candidate) => candidate.code === used);
  if (!code || isValidThroughout(code, period.start, period.end)) return [];
  return [{ path, value: safeValue(used), suggestion: () => codesInsteadOf(code, codes, period) }];
}
