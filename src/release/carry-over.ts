import type { Place } from '../disclosure/addresses.ts';
import { TABLES } from '../standard/generated/tables.ts';
import { isQuarter, quarterAfter } from '../standard/period.ts';
import type { CarriedOver } from '../standard/table-description.ts';
import type { ProtectedCell } from './protect-cells.ts';

/**
 * Reads the figures that a quarter shares with the one before from there: episodes open at its start are those
 * open at the end of the other, so they have one number.
 *
 * Where a return of the quarter before is not in the release, the quarter keeps its own.
 *
 * @param own - Published cells of a period.
 * @param before - Published cells of the period before it in the release, carried over already.
 */
export function carryOver(
  own: readonly ProtectedCell[],
  before: readonly ProtectedCell[],
  period: string,
): readonly ProtectedCell[] {
  if (!isQuarter(period)) return own;
  const previous = before.filter(({ place }) => quarterAfter(place.period) === period);
  const carried = previous.flatMap((cell) =>
    TABLES[cell.place.table].carried_over
      .filter((rule) => fits(cell.place, rule.from))
      .map((rule) => ({ ...cell, place: movedTo(cell.place, rule, period) })),
  );
  const tables = new Set(previous.map(({ place }) => place.table));
  const kept = own.filter(
    ({ place }) =>
      !tables.has(place.table) || !TABLES[place.table].carried_over.some((rule) => fits(place, rule)),
  );
  return [...kept, ...carried];
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
