import type { ConnectionsRow } from '../generated/types.ts';
import type { BoardHistory } from './board-history.ts';
import { countRows } from './count-rows.ts';
import { quarterOfDay } from './days.ts';
import type { Person } from './person.ts';
import { firstOfFinancialYear } from './quarter-number.ts';
import type { Connection, Referral } from './referral.ts';

const MOST_IN_A_QUARTER = 3;
const MOST_IN_A_YEAR = 6;

/** A connection that counts, and whose it is. */
export interface CountedConnection {
  readonly person: Person;
  readonly quarter: number;
  readonly connection: Connection;
}

/** The connections that count: a person's first three of a quarter and first six of a financial year. */
export function connectionsThatCount(referrals: readonly Referral[]): CountedConnection[] {
  const made = referrals.flatMap(({ person, episode }) =>
    (episode?.support?.connections ?? []).map((connection) => ({
      person,
      quarter: quarterOfDay(connection.day),
      connection,
    })),
  );
  const counts = new Map<Person, Map<number, number>>();
  return made
    .toSorted((one, other) => one.connection.day - other.connection.day)
    .filter(({ person, quarter }) => {
      const byQuarter = counts.get(person) ?? new Map<number, number>();
      counts.set(person, byQuarter);
      const opening = firstOfFinancialYear(quarter);
      const inQuarter = byQuarter.get(quarter) ?? 0;
      const inYear = [0, 1, 2, 3].reduce((sum, later) => sum + (byQuarter.get(opening + later) ?? 0), 0);
      if (inQuarter >= MOST_IN_A_QUARTER || inYear >= MOST_IN_A_YEAR) return false;
      byQuarter.set(quarter, inQuarter + 1);
      return true;
    });
}

/** Counts the connections made in a quarter. */
export function countConnections(history: BoardHistory, quarter: number): ConnectionsRow[] {
  return countRows(
    history.connections(quarter),
    ({ person, connection }) => ({
      area_code: person.area_code,
      deprivation_quintile: person.deprivation_quintile,
      activity_type: connection.activity_type,
      connection_kind: connection.connection_kind,
      delivery_mode: connection.delivery_mode,
      uptake: connection.uptake,
      barrier: connection.barrier,
      quality_mark: connection.quality_mark,
    }),
    () => ({ connections: 1 }),
  );
}
