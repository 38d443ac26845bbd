import { CODE_LISTS } from '../generated/code-lists.ts';
import { TABLE_NAMES, type TableName } from '../generated/tables.ts';
import type { Return } from '../generated/types.ts';
import { datesOf } from '../period.ts';
import type { Board, Nation } from './board.ts';
import { historyOf } from './board-history.ts';
import { buildReturn } from './build-return.ts';
import { FIRST_DAY } from './first-day.ts';
import { boardsOf } from './other-boards.ts';
import { quarterNumber, quarterOf } from './quarter-number.ts';
import { simulateBoard } from './simulate-board.ts';
import { WELSH_BOARDS } from './welsh-boards.ts';

export interface SynthesiseRequest {
  readonly boards: readonly Board[];
  /** How many quarters, the last being `until`. */
  readonly quarters: number;
  /** The last quarter, such as `2026-Q3`. */
  readonly until: string;
  /** A whole number from 0 to 999,999: the same seed gives the same bytes on every machine. */
  readonly seed: number;
  /** The tables that go in; all of the standard where none are named. */
  readonly tables?: readonly TableName[];
}

/** The last quarter when none is asked for: written down, so that output never depends on the day. */
export const DEFAULT_UNTIL = '2026-Q3';
/** Six digits at most, so that a seed is never taken for an identifier. */
export const MAXIMUM_SEED = 999_999;

const FIRST_QUARTER = `${FIRST_DAY.slice(0, 4)}-Q2`;

/** One return and the name of the file to write it to. */
export interface NamedReturn {
  readonly name: string;
  readonly document: Return;
}

/** The organisations of a nation for which returns can be made. */
export function boardsOfNation(nation: Nation): readonly Board[] {
  return nation === 'wales' ? WELSH_BOARDS : boardsOf(nation);
}

/**
 * Synthetic returns, board by board, oldest quarter first.
 *
 * Invented people are followed from referral to closure, day by day, and everything in a return is counted from
 * what happened to them. In Wales they are drawn from the census figures of each board; elsewhere by the shares
 * of Wales. Reach, waits, uptake and scores are assumptions written beside the code that uses them; they say
 * nothing about any service. Within a board a person's area, age, sex, fifth and ethnic group are drawn apart
 * from each other, and nobody moves or grows older. The last quarter is provisional, the others final. An
 * organisation has no return for a quarter in which its code was not valid.
 *
 * @throws {RangeError} If `quarters`, `until` or `seed` is out of range, before anything is drawn.
 */
export function synthesiseReturns(request: SynthesiseRequest): Iterable<NamedReturn> {
  const { boards, quarters, until, seed, tables = TABLE_NAMES } = request;
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
  return returnsBetween(first, last, { boards, seed, tables });
}

type Made = Pick<Required<SynthesiseRequest>, 'boards' | 'seed' | 'tables'>;

function* returnsBetween(
  first: number,
  last: number,
  { boards, seed, tables }: Made,
): Generator<NamedReturn> {
  for (const board of boards) {
    const history = historyOf(board, simulateBoard(board, seed, first, last));
    for (let quarter = first; quarter <= last; quarter += 1) {
      if (!existsIn(board, quarter)) continue;
      const status = quarter === last ? 'provisional' : 'final';
      const document = buildReturn(history, { quarter, seed, status, tables });
      if (Object.keys(document.tables).length === 0) continue; // a yearly table, in another quarter
      yield { name: `${board.submitter}-${document.period}.json`, document };
    }
  }
}

function existsIn({ submitter, area_code }: Board, quarter: number): boolean {
  const { start } = datesOf(quarterOf(quarter));
  return [
    CODE_LISTS.organisations.codes.find(({ code }) => code === submitter),
    CODE_LISTS.areas.codes.find(({ code }) => code === area_code),
  ].every((entry) => (entry?.valid_from ?? '') <= start);
}
