import type { TableName } from '../standard/generated/tables.ts';
import type { Organisation, Service } from '../standard/generated/types.ts';
import { datesOf } from '../standard/period.ts';
import { reasonNotCollected } from '../standard/reason-not-collected.ts';
import { ONCE_A_YEAR, tablesDue } from '../standard/tables-due.ts';
import type { StandingStatement } from '../store/standing-statements.ts';

/** What there is of a table that has to come; `nil` says that there was nothing to count. */
export const TABLE_STATES = ['in', 'nil', 'not_collected', 'missing'] as const;
export type TableState = (typeof TABLE_STATES)[number];

/** How much of an organisation's return for a period is there. */
export interface Completeness {
  readonly tables: readonly { readonly table: TableName; readonly state: TableState }[];
  /** Services of the register, open in the period, that no standing table includes. */
  readonly services_missing: readonly string[];
  /** Whether nothing is missing. */
  readonly complete: boolean;
}

/**
 * How complete an organisation's return for a quarter is.
 *
 * @param statements - What stands, of the organisation, in the quarter and in the others of its financial year:
 *   a table that comes once a year may have come with any of them.
 */
export function completenessOf(facts: {
  readonly period: string;
  readonly organisation: Organisation | null;
  /** Of the register, those that the organisation returns. */
  readonly services: readonly Service[];
  readonly statements: readonly StandingStatement[];
}): Completeness {
  const { period, organisation, services, statements } = facts;
  const own = statements.filter((statement) => statement.period === period);
  const due = organisation === null ? [] : tablesDue(organisation, period);
  const tables = due.map((table) => ({
    table,
    state: stateOf(table, ONCE_A_YEAR.has(table) ? statements : own),
  }));
  const included = new Set(own.flatMap(({ coverage }) => coverage.services_included));
  const services_missing =
    tables.length === 0
      ? []
      : services
          .filter((service) => isOpenIn(service, period) && !included.has(service.id))
          .map(({ id }) => id);
  const complete = services_missing.length === 0 && tables.every(({ state }) => state !== 'missing');
  return { tables, services_missing, complete };
}

function stateOf(table: TableName, statements: readonly StandingStatement[]): TableState {
  const standing = statements.filter((statement) => statement.table === table);
  if (standing.some(({ rows }) => rows > 0)) return 'in';
  if (standing.length > 0) return 'nil';
  // Said by a return that brought other tables: this one is not held.
  return statements.some(({ coverage }) => reasonNotCollected(coverage, table) !== null)
    ? 'not_collected'
    : 'missing';
}

/** Open on one day of the period at least. ISO dates sort as text in calendar order. */
function isOpenIn(
  entry: { readonly valid_from: string; readonly valid_to?: string },
  period: string,
): boolean {
  const { start, end } = datesOf(period);
  return entry.valid_from <= end && (entry.valid_to ?? start) >= start;
}
