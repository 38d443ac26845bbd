import type { TableName } from '../standard/generated/tables.ts';
import type { Organisation, Service } from '../standard/generated/types.ts';
import { datesOf } from '../standard/period.ts';
import { reasonNotCollected } from '../standard/reason-not-collected.ts';
import { ONCE_A_YEAR, tablesDue } from '../standard/tables-due.ts';
import type { HeldStatement } from '../store/held-statements.ts';
import type { StandingStatement } from '../store/standing-statements.ts';

/**
 * What there is of a table that has to come; `nil` says that there was nothing to count, `to_confirm` that nothing
 * stands yet but a return of it waits to be confirmed.
 */
export const TABLE_STATES = ['in', 'nil', 'not_collected', 'to_confirm', 'missing'] as const;
export type TableState = (typeof TABLE_STATES)[number];

/** A table that has to come. */
export interface DueTable {
  readonly table: TableName;
  readonly state: TableState;
  /** The submission in which it waits to be confirmed, also where another one stands meanwhile. */
  readonly submission_id?: string;
}

/** How much of an organisation's return for a period is there. */
export interface Completeness {
  readonly tables: readonly DueTable[];
  /** Services of the register, open in the period, that no table includes that stands or waits. */
  readonly services_missing: readonly string[];
  /** Whether nothing is missing and nothing has to be confirmed first. */
  readonly complete: boolean;
}

/**
 * How complete an organisation's return for a quarter is.
 *
 * @param statements - What stands, of the organisation, in the quarter and in the others of its financial year:
 *   a table that comes once a year may have come with any of them.
 * @param held - What waits to be confirmed, of the same, what came last first.
 */
export function completenessOf(facts: {
  readonly period: string;
  readonly organisation: Organisation | null;
  /** Of the register, those that the organisation returns. */
  readonly services: readonly Service[];
  readonly statements: readonly StandingStatement[];
  readonly held: readonly HeldStatement[];
}): Completeness {
  const { period, organisation, services, statements, held } = facts;
  const isOwn = (statement: { readonly period: string }) => statement.period === period;
  const own = statements.filter(isOwn);
  const due = organisation === null ? [] : tablesDue(organisation, period);
  const tables = due.map((table): DueTable => {
    const isYearly = ONCE_A_YEAR.has(table);
    const state = stateOf(table, isYearly ? statements : own);
    const waiting = held.find((each) => each.table === table && (isYearly || isOwn(each)));
    if (waiting === undefined) return { table, state };
    const { submission_id } = waiting;
    return { table, state: state === 'missing' ? 'to_confirm' : state, submission_id };
  });
  const standing = new Set(own.flatMap(({ coverage }) => coverage.services_included));
  const waiting = new Set(held.filter(isOwn).flatMap(({ services_included }) => services_included));
  const lacking =
    tables.length === 0
      ? []
      : services
          .filter((service) => isOpenIn(service, period) && !standing.has(service.id))
          .map(({ id }) => id);
  const services_missing = lacking.filter((id) => !waiting.has(id));
  const isThere = ({ state }: DueTable) => state !== 'missing' && state !== 'to_confirm';
  return { tables, services_missing, complete: lacking.length === 0 && tables.every(isThere) };
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
