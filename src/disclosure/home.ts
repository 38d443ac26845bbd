import { MEASURES, type MeasureId } from '../standard/generated/measures.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { VERSIONS } from '../standard/generated/versions.ts';
import {
  dimensionsOf,
  type FieldDescription,
  INDEX_SELECTOR,
  type SamePeople,
} from '../standard/table-description.ts';
import type { Place } from './addresses.ts';
import { AREA, isByIndex, isFixed, personDimensionsOf, type Selectors, systemOf } from './lattice.ts';

/** A figure at a place. */
export interface FigureAt {
  readonly place: Place;
  readonly figure: string;
}

/**
 * Where a figure is published: one set of people has one number, so a place whose people stand in another
 * table, or under another split of the same table, is read from there.
 *
 * @returns The argument itself where it is published in its own place.
 */
export function homeOf(at: FigureAt): FigureAt {
  const unsplit = withoutSplit(at);
  const same = TABLES[unsplit.place.table].same_people_as.find((entry) => holds(entry, unsplit));
  if (same) return homeOf(inTable(same, unsplit));
  return unsplit;
}

/** Whether a figure is published elsewhere than in this place. */
export function isCountedElsewhere(at: FigureAt): boolean {
  return homeOf(at) !== at;
}

/** With a split of the people left out, the total is the one counted under the selectors named for that. */
function withoutSplit(at: FigureAt): FigureAt {
  const { place } = at;
  const split = personDimensionsOf(place.table).find(
    (field) =>
      field.without !== null &&
      place.dimensions[field.name] === undefined &&
      !isFixed(field, place.selectors) &&
      isSplitBy(field, place.selectors),
  );
  if (!split) return at;
  return { ...at, place: withSelectors(place, { ...place.selectors, ...split.without }) };
}

function isSplitBy(field: FieldDescription, selectors: Selectors): boolean {
  return Object.entries(field.without ?? {}).some(([name, code]) => selectors[name] !== code);
}

function holds({ keeps, figures }: SamePeople, { place, figure }: FigureAt): boolean {
  return (
    Object.keys(place.dimensions).every((name) => keeps.includes(name)) &&
    (figures === null || figures[figure] !== undefined)
  );
}

/** The same people in the other table: the selectors and dimensions it has, under its names. */
function inTable(same: SamePeople, { place, figure }: FigureAt): FigureAt {
  const target = TABLES[same.table];
  const kept = Object.entries(place.selectors).filter(
    ([name]) => name === INDEX_SELECTOR || target.fields.some((field) => field.name === name),
  );
  const selectors = {
    ...Object.fromEntries(kept.map(([name, code]) => [name, selectorIn(same.table, name, code)])),
    ...same.selectors,
  };
  const renamed = Object.entries(place.dimensions).map(([name, token]) => {
    const there = same.rename[name] ?? name;
    return [there, tokenIn(same.table, there, token, selectors)] as const;
  });
  const dimensions: Record<string, string> = { ...Object.fromEntries(renamed), ...same.dimensions };
  const moved: Place = {
    table: same.table,
    selectors,
    period: place.period,
    area: tokenIn(same.table, AREA, place.area, selectors),
    dimensions: inSchemaOrder(same.table, dimensions),
  };
  return { place: withSelectors(moved, selectors), figure: same.figures?.[figure] ?? figure };
}

function inSchemaOrder(table: TableName, dimensions: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    personDimensionsOf(table)
      .filter((field) => dimensions[field.name] !== undefined)
      .map((field) => [field.name, dimensions[field.name] as string]),
  );
}

/** A table of instruments is asked by instrument where another is asked by measure. */
function selectorIn(table: TableName, name: string, code: string): string {
  const field = TABLES[table].fields.find((candidate) => candidate.name === name);
  return field?.registry === 'instruments' ? instrumentOf(code) : code;
}

export function instrumentOf(measure: string): string {
  return MEASURES[measure as MeasureId]?.instrument ?? measure;
}

/** Drops the index from the selectors when no dimension left is by its fifths. */
export function withSelectors(place: Place, selectors: Selectors): Place {
  const { [INDEX_SELECTOR]: _, ...others } = selectors;
  const byIndex = personDimensionsOf(place.table).some(
    (field) => place.dimensions[field.name] !== undefined && isByIndex(field, selectors),
  );
  return { ...place, selectors: byIndex ? selectors : others };
}

/** The token of the same category in the other table's dimension, whose list may go finer. */
function tokenIn(table: TableName, dimension: string, token: string, selectors: Selectors): string {
  const field = dimensionsOf(TABLES[table]).find((candidate) => candidate.name === dimension);
  if (!field) return token;
  // The last version has the codes of all, and a code has one token in every version that has it.
  const system = systemOf(field, selectors, VERSIONS.at(-1));
  const level = system.has(token) ? system.levelOf(token) : undefined;
  return level ? system.tokenAt(token, level) : token;
}
