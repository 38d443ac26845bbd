import { expect, it } from 'vitest';
import { coverageState, thatMayLack } from '../../src/query/coverage-state.ts';
import { completeReturn, walesManifest } from './wales-manifest.ts';

const PERIOD = '2026-Q1';
const POWYS = 'W06000023';

/** Complete returns of Powys and of Cardiff and Vale; that of Powys follows a version without a code. */
const RELEASE = walesManifest({
  coverage: [
    completeReturn('7A7', 'W11000024', PERIOD, {
      tables: {
        connections: {
          state: 'returned',
          not_collected: ['delivery_mode.by_post'],
          reason_code: null,
          reason: null,
        },
      },
    }),
    completeReturn('7A4', 'W11000029', PERIOD),
  ],
});

const stateOf = (area: string, fixed: Readonly<Record<string, string>>) =>
  coverageState(
    { release: RELEASE, table: 'connections', selectors: {}, fixed: thatMayLack(RELEASE)(fixed) },
    area,
    PERIOD,
  );

it('says of a code that came after the version of a return that it is not collected there', () => {
  expect(stateOf(POWYS, { delivery_mode: 'by_post' })).toBe('not_collected');
  expect(stateOf('W11000029', { delivery_mode: 'by_post' })).toBe('complete');
  expect(stateOf('W92000004', { delivery_mode: 'by_post' })).toBe('partial');
});

it('leaves other codes, and questions that name none, as complete as the return says', () => {
  expect(stateOf(POWYS, { delivery_mode: 'in_person' })).toBe('complete');
  expect(stateOf(POWYS, {})).toBe('complete');
  // The name of a code alone, in another dimension, is another thing.
  expect(stateOf(POWYS, { uptake: 'by_post' })).toBe('complete');
});
