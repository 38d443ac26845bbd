import { safeValue, WITHHELD } from '../safe-value.ts';
import { partsOf } from './column-fit.ts';
import type { ExportField } from './export-field.ts';
import { PickList } from './pick-list.ts';

/** Stands where a code is still to be chosen. It is no code, so the mapping is refused until somebody has. */
export const TO_FILL = '?';

/** Times a value must stand in the sample before it is copied for being near a code. */
const SEVERAL = 3;
/** Different values beyond which a column is no pick-list. */
const MOST_VALUES = 60;

export interface ProposedValues {
  /** Local value to code, or to `?`. */
  readonly values: Readonly<Record<string, string>>;
  /** Different values that are neither codes nor labels and were not copied. */
  readonly left: number;
}

/**
 * Codes for the values of a pick-list that are neither codes nor labels.
 *
 * A value is copied where it is one of our own usual words for a code, or where it stands several times in a column
 * of few values and is near a code or label: what people type about somebody is neither. Everything else is copied
 * only when that is asked for, and never where it looks like an identifier of a person.
 */
export function proposeValues(
  field: ExportField,
  cells: readonly string[],
  separator: string | null,
  withValues: boolean,
): ProposedValues {
  const picks = new PickList(field, { values: {}, blanks: {} });
  const counts = new Map<string, number>();
  for (const part of cells.flatMap((cell) => partsOf(cell, separator))) {
    if (picks.read(part) === undefined) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const isFew = counts.size <= MOST_VALUES;
  const values: [string, string][] = [];
  for (const [value, count] of counts) {
    const usual = picks.usual(value);
    const near = usual ?? picks.suggest(value);
    const isClosed = usual !== null || (isFew && near !== null && count >= SEVERAL);
    if ((isClosed || (withValues && isFew)) && safeValue(value) !== WITHHELD)
      values.push([value, near ?? TO_FILL]);
  }
  return { values: Object.fromEntries(values), left: counts.size - values.length };
}
