import { MEASURES, type MeasureId } from '../standard/generated/measures.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { INDEX_SELECTOR } from '../standard/table-description.ts';
import type { Place } from './addresses.ts';
import { categorySystem } from './categories.ts';
import { isByIndex, personDimensionsOf, type Selectors } from './lattice.ts';

/** A cell that must be shown, and large enough, before another is. */
export interface Parent {
  readonly place: Place;
  readonly figure: string;
}

/** Counts of a part of the paired people: shown only where the paired people are. */
export const PARTS_OF_PAIRED: ReadonlySet<string> = new Set(['n_improved', 'n_unchanged', 'n_worse']);

/**
 * The cells got by removing one person dimension of a cell; period and area stay.
 *
 * A table that counts the people of another (`x-same-people-as`) has that table's cell as its total.
 */
export function parentsOf(place: Place, figure: string): readonly Parent[] {
  const removed = Object.keys(place.dimensions).map((name) => removeDimension(place, figure, name));
  if (!PARTS_OF_PAIRED.has(figure)) return removed;
  return [...removed, pairedPeopleOf(place)];
}

/** The count of the people that an outcome's statistics describe. */
export function pairedPeopleOf(place: Place): Parent {
  return totalAware({ place, figure: 'n_paired' });
}

function removeDimension(place: Place, figure: string, name: string): Parent {
  const { [name]: _, ...dimensions } = place.dimensions;
  const field = personDimensionsOf(place.table).find((dimension) => dimension.name === name);
  const same = TABLES[place.table].same_people_as;
  if (field?.chosen_by?.field === 'breakdown') {
    const selectors = { ...place.selectors, breakdown: 'all' };
    return totalAware({ place: withSelectors({ ...place, dimensions }, selectors), figure });
  }
  if (same && field?.chosen_by && same.without.includes(name)) {
    return { place: inTable(same.table, { ...place, dimensions }), figure };
  }
  return totalAware({ place: withSelectors({ ...place, dimensions }, place.selectors), figure });
}

/** Paired people with neither interval nor mode fixed are counted in `outcome_coverage`, once per instrument. */
function totalAware(parent: Parent): Parent {
  const { place, figure } = parent;
  const same = TABLES[place.table].same_people_as;
  const splits = same?.without.filter((name) => place.dimensions[name] !== undefined) ?? [];
  const isPairedTotal = place.table === 'outcomes' && figure === 'n_paired' && splits.length === 0;
  return isPairedTotal && same ? { place: inTable(same.table, place), figure } : parent;
}

/** Drops the index from the selectors when no dimension left is by its fifths. */
function withSelectors(place: Place, selectors: Selectors): Place {
  const { [INDEX_SELECTOR]: _, ...others } = selectors;
  const byIndex = personDimensionsOf(place.table).some(
    (field) => place.dimensions[field.name] !== undefined && isByIndex(field, selectors),
  );
  return { ...place, selectors: byIndex ? selectors : others };
}

/** The same people in the table that holds their total: selectors and dimensions it has, under its names. */
function inTable(table: TableName, place: Place): Place {
  const target = TABLES[table];
  const selectors = Object.fromEntries(
    Object.entries(place.selectors)
      .filter(([name]) => name === INDEX_SELECTOR || target.fields.some((field) => field.name === name))
      .map(([name, code]) => [name, name === 'measure' ? instrumentOf(code) : code]),
  );
  const dimensions = Object.fromEntries(
    personDimensionsOf(place.table)
      .filter((field) => place.dimensions[field.name] !== undefined)
      .map((field) => {
        const name = field.parent_dimension ?? field.name;
        const token = place.dimensions[field.name] as string;
        return [name, name === field.name ? token : tokenIn(table, name, token)];
      }),
  );
  return withSelectors({ ...place, table, selectors, dimensions }, selectors);
}

export function instrumentOf(measure: string): string {
  return MEASURES[measure as MeasureId]?.instrument ?? measure;
}

/** The token of the same category in the parent table's dimension, whose list goes finer. */
function tokenIn(table: TableName, dimension: string, token: string): string {
  const field = personDimensionsOf(table).find((candidate) => candidate.name === dimension);
  const system = field && categorySystem(field);
  const level = system?.has(token) ? system.levelOf(token) : undefined;
  return system && level ? system.tokenAt(token, level) : token;
}
