import type { Return } from '../generated/types.ts';
import { buildReturn } from './build-return.ts';
import { quarterNumber } from './quarter-number.ts';
import { simulateBoard } from './simulate-board.ts';
import { FIRST_DAY } from './synthetic-services.ts';
import { WELSH_BOARDS } from './welsh-boards.ts';

export interface SynthesiseRequest {
  /** How many quarters, the last being `until`. */
  readonly quarters: number;
  /** The last quarter, such as `2026-Q3`. */
  readonly until: string;
  /** A whole number from 0 to 999,999: the same seed gives the same bytes on every machine. */
  readonly seed: number;
}

/** The last quarter when none is asked for: written down, so that output never depends on the day. */
export const DEFAULT_UNTIL = '2026-Q3';
/** Six digits at most, so that a seed is never taken for an identifier. */
export const MAXIMUM_SEED = 999_999;

/** The first quarter with the present health boards. */
const FIRST_QUARTER = `${FIRST_DAY.slice(0, 4)}-Q2`;

/** One return and the name of the file to write it to. */
export interface NamedReturn {
  readonly name: string;
  readonly document: Return;
}

/**
 * Synthetic returns of the seven Welsh health boards, board by board, oldest quarter first.
 *
 * Invented people are drawn from the census figures of each board, followed through referral, conversation,
 * connection, closure and scores, and counted. Reach, rates and scores are assumptions written beside the code
 * that uses them; they say nothing about any service. Within a board a person's area, age, sex, fifth and
 * ethnic group are drawn apart from each other, and nobody grows older. The last quarter is provisional, the
 * others final.
 *
 * @throws {RangeError} If `quarters`, `until` or `seed` is out of range, before anything is drawn.
 */
export function synthesiseWales(request: SynthesiseRequest): Iterable<NamedReturn> {
  const { quarters, until, seed } = request;
  const last = quarterNumber(until);
  const first = last - quarters + 1;
  if (!Number.isInteger(quarters) || quarters < 1) {
    throw new RangeError(`The number of quarters is a whole number from 1, not ${quarters}`);
  }
  if (first < quarterNumber(FIRST_QUARTER)) {
    throw new RangeError(`The first quarter is ${FIRST_QUARTER} or later: the boards were others before`);
  }
  if (!Number.isInteger(seed) || seed < 0 || seed > MAXIMUM_SEED) {
    throw new RangeError(`The seed is a whole number from 0 to ${MAXIMUM_SEED}, not ${seed}`);
  }
  return returnsBetween(first, last, seed);
}

function* returnsBetween(first: number, last: number, seed: number): Generator<NamedReturn> {
  for (const board of WELSH_BOARDS) {
    for (const [quarter, events] of simulateBoard(board, seed, first, last)) {
      const document = buildReturn(board, quarter, events, quarter === last ? 'provisional' : 'final');
      yield { name: `${board.submitter}-${document.period}.json`, document };
    }
  }
}
