import { createHash } from 'node:crypto';
import type { Return } from '../../../src/standard/generated/types.ts';
import type { Board } from '../../../src/standard/synthesise/board.ts';
import { synthesiseReturns } from '../../../src/standard/synthesise/synthesise-returns.ts';
import { WELSH_BOARDS } from '../../../src/standard/synthesise/welsh-boards.ts';
import { TEST_KEYS } from '../../support/test-keys.ts';

/** What a country is made from; the same plan makes the same country. */
export interface CountryPlan {
  readonly size: 'small' | 'whole';
  /** Draws the people. */
  readonly seed: number;
  /** Each draws the noise of one release of the same people. */
  readonly noiseSeeds: readonly number[];
  readonly quarters: number;
  readonly until: string;
  /** How many of the people that Wales refers there are. */
  readonly share: number;
}

/** About 25,000 people a year, every table, eight quarters and two financial years: for `npm run attack`. */
export const WHOLE_COUNTRY: CountryPlan = {
  size: 'whole',
  seed: 2026,
  noiseSeeds: [1, 2, 3, 4, 5],
  quarters: 8,
  until: '2026-Q1',
  share: 1,
};

/** A fifth of the people, four quarters and one financial year: for `npm test`. */
export const SMALL_COUNTRY: CountryPlan = {
  size: 'small',
  seed: 2026,
  noiseSeeds: [1],
  quarters: 4,
  until: '2026-Q1',
  share: 0.2,
};

/** The returns of the country, all boards and quarters. Attackers never see one; scoring does. */
export function* returnsOf({ quarters, until, seed, share }: CountryPlan): Generator<Return> {
  const boards = WELSH_BOARDS.map(
    (board): Board => ({ ...board, referredAYear: Math.round(board.referredAYear * share) }),
  );
  for (const { document } of synthesiseReturns({ boards, quarters, until, seed })) yield document;
}

/** Keys of one draw of the noise. The rows' keys stay, so that they are made once: the cells' key changes all noise. */
export function keysOf(noiseSeed: number): { readonly recordKey: Buffer; readonly cellKey: Buffer } {
  const cellKey = createHash('sha256').update(`noise of the attack suite ${noiseSeed}`).digest();
  return { recordKey: TEST_KEYS.recordKey, cellKey };
}
