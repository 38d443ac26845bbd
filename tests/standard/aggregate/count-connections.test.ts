import { expect, it } from 'vitest';
import { countOfPeriod } from './count-made-cases.ts';
import { caseOf, connectionOf } from './made-records.ts';

const CASES = [caseOf({ received: '2026-03-01' })];
const onDays = (...days: string[]) => days.map((day) => connectionOf(day));

it('counts the first three connections of a person in a quarter, and says how many it left out', () => {
  const connections = onDays('2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04', '2026-04-05');
  const counted = countOfPeriod('2026-Q2', { cases: CASES, connections });
  expect(counted.sum('connections', 'connections')).toBe(3);
  expect(counted.connectionsLeftOut).toBe(2);
});

it('counts no more than six in a financial year, of those that counted in their quarters', () => {
  const connections = onDays(
    ...['2026-03-30', '2026-04-01', '2026-04-02', '2026-04-03', '2026-04-04'],
    ...['2026-07-01', '2026-07-02'],
    ...['2026-10-01', '2026-10-02', '2026-10-03'],
    ...['2027-04-01'],
  );
  const counts = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1', '2027-Q2'].map((period) => {
    const counted = countOfPeriod(period, { cases: CASES, connections });
    return [counted.sum('connections', 'connections'), counted.connectionsLeftOut];
  });
  expect(counts).toEqual([
    [1, 0],
    [3, 1],
    [2, 0],
    [1, 2],
    [0, 0],
    [1, 0],
  ]);
});

it('caps a person over all services of the organisation', () => {
  const cases = [...CASES, caseOf({ received: '2026-03-01', service: 'other' })];
  const at = (service: string) => onDays('2026-04-01', '2026-04-02').map((each) => ({ ...each, service }));
  const counted = countOfPeriod('2026-Q2', { cases, connections: [...at('s'), ...at('other')] });
  expect(counted.sum('connections', 'connections')).toBe(3);
});

it('counts a connection made again once, with the most support and the last news', () => {
  const provider = 'p';
  const connections = [
    connectionOf('2026-04-20', { provider, connection_kind: 'accompanied', uptake: 'taken_up' }),
    connectionOf('2026-04-01', {
      provider,
      connection_kind: 'signposted',
      uptake: 'not_taken_up',
      barrier: 'cost',
    }),
    connectionOf('2026-04-01', { provider: 'q' }),
  ];
  const counted = countOfPeriod('2026-Q2', { cases: CASES, connections });
  expect(counted.connectionsRepeated).toBe(1);
  expect(counted.rows('connections')).toMatchObject([
    { connection_kind: 'accompanied', uptake: 'taken_up', barrier: 'not_applicable', connections: 1 },
    { connection_kind: 'signposted', connections: 1 },
  ]);
});

it('knows a barrier only of what was not taken up', () => {
  const connections = [
    connectionOf('2026-04-01', { uptake: 'not_taken_up', barrier: 'cost' }),
    connectionOf('2026-04-02', { uptake: 'not_taken_up', barrier: 'not_applicable' }),
    connectionOf('2026-04-03', { uptake: 'taken_up', barrier: 'cost' }),
  ];
  const { rows } = countOfPeriod('2026-Q2', { cases: CASES, connections });
  expect(rows('connections').map(({ uptake, barrier }) => [uptake, barrier])).toEqual([
    ['not_taken_up', 'cost'],
    ['not_taken_up', 'not_known'],
    ['taken_up', 'not_applicable'],
  ]);
});

it('lets it be too soon to know for eight weeks before the export', () => {
  // The export of the second quarter is made on 10 August: 56 days after 15 June.
  const connections = [
    connectionOf('2026-06-14', { uptake: 'too_soon_to_know' }),
    connectionOf('2026-06-15', { uptake: 'too_soon_to_know' }),
  ];
  const { rows } = countOfPeriod('2026-Q2', { cases: CASES, connections });
  expect(rows('connections').map(({ uptake }) => uptake)).toEqual(['not_known', 'too_soon_to_know']);
});

it('leaves out a connection of somebody without a case, and says so', () => {
  const connections = [connectionOf('2026-04-01', { person: 'nobody' }), connectionOf('2026-02-01')];
  const counted = countOfPeriod('2026-Q2', { cases: CASES, connections });
  expect(counted.connectionsWithoutEpisode).toBe(2);
  expect(counted.document.coverage.tables?.connections).toEqual({ nil: true });
});
