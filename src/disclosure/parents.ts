import { TABLES_OF_EVERY_VERSION } from '../standard/versions/every-version.ts';
import type { Place } from './addresses.ts';
import { type FigureAt, homeOf, withSelectors } from './home.ts';
import { personDimensionsOf } from './lattice.ts';

/** Counts of a part of the paired people: shown only where the paired people are. */
export const PARTS_OF_PAIRED: ReadonlySet<string> = new Set(['n_improved', 'n_unchanged', 'n_worse']);

/**
 * The cells that must be shown, and large enough, before this one is: those got by removing one of its person
 * dimensions; period and area stay.
 *
 * A dimension whose categories overlap for every count has no total, so it is never removed; one that another
 * carries goes with that one only.
 */
export function parentsOf(place: Place, figure: string): readonly FigureAt[] {
  const removed = removableDimensions(place).map((name) =>
    parentWithout(withoutDimension(place, name), figure),
  );
  return PARTS_OF_PAIRED.has(figure) ? [...removed, pairedPeopleOf(place)] : removed;
}

/** The cell that counts the people of a place once a dimension is removed from it. */
export function parentWithout(place: Place, figure: string): FigureAt {
  return homeOf({ place: withSelectors(place, place.selectors), figure });
}

export function withoutDimension(place: Place, name: string): Place {
  const { [name]: _, ...dimensions } = place.dimensions;
  return { ...place, dimensions };
}

/** The count of the people that an outcome's statistics describe. */
export function pairedPeopleOf(place: Place): FigureAt {
  return homeOf({ place, figure: 'n_paired' });
}

/** The dimensions of a place whose removal leads to a parent. */
export function removableDimensions(place: Pick<Place, 'table' | 'dimensions'>): string[] {
  const present = personDimensionsOf(place.table).filter(
    (field) => place.dimensions[field.name] !== undefined,
  );
  const carried = present.flatMap((field) => Object.keys(field.carries ?? {}));
  return present
    .filter((field) => field.overlap !== true && !carried.includes(field.name))
    .map((field) => field.name);
}

/** How often one person may count in a figure of a kind of period. */
export function contributionCap({ place, figure }: FigureAt, level: 'quarter' | 'financial_year'): number {
  const field = TABLES_OF_EVERY_VERSION[place.table].fields.find((candidate) => candidate.name === figure);
  return field?.contribution_cap?.[level] ?? 1;
}
