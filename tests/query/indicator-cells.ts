import type { ProtectedCell } from '../../src/release/protect-cells.ts';
import type { TableName } from '../../src/standard/generated/tables.ts';
import { peopleCell } from './made-archive.ts';

export const QUARTER = '2026-Q1';
const YEAR = '2025-26';
const NATION = 'nation:W92000004';

type Codes = Readonly<Record<string, string>>;

function cellsOf(table: TableName, figure: string, selectors: Codes) {
  return (value: number, dimensions: Codes = {}, area = NATION, period = QUARTER): ProtectedCell => ({
    place: { table, selectors, period, area, dimensions },
    figure,
    value,
  });
}

const cohort = cellsOf('pathway', 'episodes', { basis: 'cohort' });
const event = cellsOf('pathway', 'episodes', { basis: 'event' });
const made = cellsOf('connections', 'connections', {});
const madeByFifth = cellsOf('connections', 'connections', { deprivation_index: 'wimd_2019' });
const scored = (figure: string) =>
  cellsOf('outcome_coverage', figure, { measure: 'swemwbs', value_set: 'not_applicable', breakdown: 'all' });

const ACCEPTED = { stage: 'referral_accepted' };
const TALKED = { stage: 'what_matters_conversation' };
const PLANNED = { stage: 'action_plan' };
const ACCOMPANIED = { connection_kind: 'accompanied' };

/** Made up: the parts of the indicators, for Wales and, of plans agreed, for boards where something is too small. */
export const INDICATOR_CELLS: readonly ProtectedCell[] = [
  peopleCell(4650, NATION),
  peopleCell(18_500, NATION, {}, { period: YEAR }),
  event(600, { stage: 'referral_received' }),
  event(400, { referral_source: 'sector:primary_care', stage: 'referral_received' }),
  event(100, { referral_source: 'sector:secondary_care', stage: 'referral_received' }),
  cohort(500, ACCEPTED),
  cohort(360, { stage: 'first_contact', wait_band: 'group:within_28' }),
  cohort(300, { ...TALKED, wait_band: 'group:within_28' }),
  cohort(280, TALKED),
  cohort(250, PLANNED),
  cohort(200, { stage: 'connected' }),
  ...(
    [
      ['health_board:W11000023', 100, 70],
      ['W06000023', 25, 15],
      ['health_board:W11000025', 100, 95],
      ['health_board:W11000028', null, 40],
      ['health_board:W11000029', 60, null],
    ] as const
  ).flatMap(([board, talked, planned]) => [
    ...(talked === null ? [] : [cohort(talked, TALKED, board)]),
    ...(planned === null ? [] : [cohort(planned, PLANNED, board)]),
  ]),
  made(300),
  made(90, ACCOMPANIED),
  made(600, {}, NATION, YEAR),
  made(360, ACCOMPANIED, NATION, YEAR),
  made(210, { uptake: 'taken_up' }),
  madeByFifth(120, { deprivation_quintile: 'q1' }),
  madeByFifth(60, { deprivation_quintile: 'q1', ...ACCOMPANIED }),
  madeByFifth(90, { deprivation_quintile: 'q2' }),
  madeByFifth(30, { deprivation_quintile: 'q2', ...ACCOMPANIED }),
  scored('n_baseline')(150),
  scored('n_paired')(100),
];
