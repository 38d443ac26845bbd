import type { Place } from '../disclosure/addresses.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { isQuarter, quarterAfter } from '../standard/period.ts';
import type { CarriedOver } from '../standard/table-description.ts';
import type { ProtectedCell } from './protect-cells.ts';

/** What a period leaves to the one after it. */
export interface PeriodBefore {
  readonly period: string;
  /** The tables of which it publishes something. */
  readonly tables: ReadonlySet<TableName>;
  /** Its published cells that may be carried over. */
  readonly cells: readonly ProtectedCell[];
}

/** Gathers what a period leaves to the one after it, as its cells go by. */
export class PeriodNow implements PeriodBefore {
  readonly period: string;
  readonly tables = new Set<TableName>();
  readonly cells: ProtectedCell[] = [];

  constructor(period: string) {
    this.period = period;
  }

  /** Takes published cells of the period that nobody else wants. */
  addAll(cells: Iterable<ProtectedCell>): void {
    for (const _ of this.add(cells));
  }

  /** Passes published cells of the period on. */
  *add(cells: Iterable<ProtectedCell>): Generator<ProtectedCell, void, undefined> {
    for (const cell of cells) {
      this.tables.add(cell.place.table);
      if (isCarriedFrom(cell.place)) this.cells.push(cell);
      yield cell;
    }
  }
}

/** Whether a quarter reads figures of the table from the quarter before, and has them there. */
function isCarriedInto(table: TableName, period: string, before: PeriodBefore | undefined): boolean {
  return (
    before !== undefined &&
    isQuarter(period) &&
    isQuarter(before.period) &&
    quarterAfter(before.period) === period &&
    before.tables.has(table)
  );
}

/**
 * Reads the figures that a quarter shares with the one before from there: episodes open at its start are those
 * open at the end of the other, so they have one number.
 *
 * Where a return of the quarter before is not in the release, the quarter keeps its own.
 *
 * @param own - Published cells of a table and period, with where they stand.
 */
export function* carryOver(
  own: Iterable<ProtectedCell>,
  { table, period }: { readonly table: TableName; readonly period: string },
  before: PeriodBefore | undefined,
): Generator<ProtectedCell, void, undefined> {
  const rules = TABLES[table].carried_over;
  if (before === undefined || rules.length === 0 || !isCarriedInto(table, period, before)) {
    yield* own;
    return;
  }
  for (const cell of own) if (!rules.some((rule) => fits(cell.place, rule))) yield cell;
  for (const cell of before.cells) {
    if (cell.place.table !== table) continue;
    for (const rule of rules.filter(({ from }) => fits(cell.place, from))) {
      yield { ...cell, place: movedTo(cell.place, rule, period) };
    }
  }
}

/** Whether a later quarter may read the figure from this place. */
function isCarriedFrom(place: Place): boolean {
  return TABLES[place.table].carried_over.some(({ from }) => fits(place, from));
}

/** Whether a place has the selectors and dimensions named, whatever others it has. */
function fits(place: Place, wanted: Pick<CarriedOver, 'selectors' | 'dimensions'>): boolean {
  return (
    Object.entries(wanted.selectors).every(([name, code]) => place.selectors[name] === code) &&
    Object.entries(wanted.dimensions).every(([name, code]) => place.dimensions[name] === code)
  );
}

function movedTo(place: Place, to: CarriedOver, period: string): Place {
  return {
    ...place,
    period,
    selectors: { ...place.selectors, ...to.selectors },
    dimensions: { ...place.dimensions, ...to.dimensions },
  };
}
