import { publishedPercentage, shareRefusal } from '../published-percentage.ts';
import type { Text } from '../text.ts';
import type { Indicator } from './indicator.ts';

/**
 * A cell as the public query answers with it. `value` is null unless a figure is shown; any status but `ok`
 * says why, or that it is incomplete.
 */
export interface PublishedCell {
  readonly value: number | null;
  readonly status: string;
}

/** What an indicator comes to: a value with its status, or the reason why there is none. */
export type IndicatorValue =
  | { readonly value: number; readonly status: 'ok' | 'partial'; readonly reason: null }
  | { readonly value: null; readonly status: 'not_available'; readonly reason: IndicatorReason };

export type IndicatorReason =
  | 'numerator_not_shown'
  | 'denominator_not_shown'
  | 'whole_too_small'
  | 'part_too_small'
  | 'rest_too_small';

/** The reasons in words for people. */
export const INDICATOR_REASONS: Readonly<Record<IndicatorReason, Text>> = {
  numerator_not_shown: {
    en: 'The number itself, or the part, is not published.',
    cy: "Ni chyhoeddir y nifer ei hun, neu'r rhan.",
  },
  denominator_not_shown: {
    en: 'The whole of which this is a part is not published.',
    cy: 'Ni chyhoeddir y cyfan y mae hwn yn rhan ohono.',
  },
  whole_too_small: {
    en: 'A share needs a published whole of at least 30.',
    cy: 'Mae angen cyfan cyhoeddedig o 30 o leiaf ar gyfran.',
  },
  part_too_small: {
    en: 'A share needs a published part of at least 10.',
    cy: 'Mae angen rhan gyhoeddedig o 10 o leiaf ar gyfran.',
  },
  rest_too_small: {
    en: 'A share needs at least 10 outside the part: nearly all, or all, are in it.',
    cy: "Mae angen o leiaf 10 y tu allan i'r rhan ar gyfran: mae bron pawb, neu bawb, ynddi.",
  },
};

/**
 * Works out an indicator from published cells, and from nothing else.
 *
 * A count is its numerator. A share is in whole per cents and is given only where the published whole is at
 * least 30 and both part and rest are at least 10 (rule 8 of the disclosure scheme). It is `partial` where
 * either cell has a value but a status other than `ok`.
 *
 * @param denominator - Null for an indicator that is a count.
 * @throws {RangeError} If a share comes without a denominator, or a cell's value is not a number of 0 or more.
 */
export function computeIndicator(
  indicator: Pick<Indicator, 'id' | 'kind'>,
  numerator: PublishedCell,
  denominator: PublishedCell | null,
): IndicatorValue {
  const part = countIn(numerator);
  if (part === null) return without('numerator_not_shown');
  if (indicator.kind === 'count') return given(part, [numerator]);
  if (denominator === null) throw new RangeError(`${indicator.id} is a share: it needs a denominator`);
  const whole = countIn(denominator);
  if (whole === null) return without('denominator_not_shown');
  const refusal = shareRefusal(part, whole);
  if (refusal !== null) return without(refusal);
  return given(publishedPercentage(part, whole) as number, [numerator, denominator]);
}

function countIn({ value }: PublishedCell): number | null {
  if (value !== null && !(Number.isFinite(value) && value >= 0)) {
    throw new RangeError(`A published count is a number of 0 or more, not ${value}`);
  }
  return value;
}

function given(value: number, cells: readonly PublishedCell[]): IndicatorValue {
  const isWhole = cells.every(({ status }) => status === 'ok');
  return { value, status: isWhole ? 'ok' : 'partial', reason: null };
}

function without(reason: IndicatorReason): IndicatorValue {
  return { value: null, status: 'not_available', reason };
}
