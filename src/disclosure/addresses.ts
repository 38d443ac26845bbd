import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { type FieldDescription, INDEX_SELECTOR, selectorsOf } from '../standard/table-description.ts';
import { AREA, personDimensionsOf, type Selectors } from './lattice.ts';

/**
 * One cell of the lattice, canonical: the same set of questions always gives the same place.
 *
 * Dimensions hold tokens (`categories.ts`), never codes as a reader may have spelled them.
 */
export interface Place {
  readonly table: TableName;
  /** Every selector of the table, and `deprivation_index` when a dimension is by fifths. */
  readonly selectors: Selectors;
  readonly period: string;
  readonly area: string;
  /** The person dimensions that are fixed; one left out means everyone. */
  readonly dimensions: Readonly<Record<string, string>>;
}

/**
 * The text of a place that goes into a cell's key: table, selectors, period, area, then the other fixed
 * dimensions, each `name=value`, in schema order.
 *
 * For counts, a table may stand under another's name and some selectors are left out, so that the same
 * people counted with two measures get one number.
 */
export function addressOf(place: Place, figure: FieldDescription): string {
  return `${addressStem(place, figure)}${areaInAddress(place.area)}${fixedDimensions(place)}`;
}

/**
 * How the addresses of all cells with these selectors begin: what is left are the area (`areaInAddress`) and the
 * dimensions in schema order (`dimensionInAddress`).
 */
export function addressStem(
  { table: name, selectors, period }: Pick<Place, 'table' | 'selectors' | 'period'>,
  figure: FieldDescription,
): string {
  const table = TABLES[name];
  const isCount = figure.magnitude === null;
  const chosen = selectorsOf(table)
    .filter((selector) => !(isCount && selector.key_omits))
    .map((selector) => `${selector.name}=${selectors[selector.name]};`);
  const index = selectors[INDEX_SELECTOR];
  return [
    `table=${table.key_table ?? table.name};`,
    ...chosen,
    ...(index === undefined ? [] : [`${INDEX_SELECTOR}=${index};`]),
    `period=${period};`,
  ].join('');
}

export function areaInAddress(area: string): string {
  return `${AREA}=${area}`;
}

export function dimensionInAddress(name: string, token: string): string {
  return `;${name}=${token}`;
}

/**
 * What is counted or averaged: `count:people`, `mean:swemwbs_metric:baseline`.
 *
 * Baseline, follow-up and change carry labels of their own: under one label their noise would be the same and
 * cancel out of their difference.
 */
export function labelOf(figure: FieldDescription, selectors: Selectors): string {
  if (figure.magnitude === null) return `count:${figure.name}`;
  const { measure, value_set: valueSet } = selectors;
  const moment = figure.name.replace(/^(mean|sd)_/, '');
  const set = valueSet === undefined || valueSet === 'not_applicable' ? [] : [valueSet];
  return [figure.magnitude, measure, ...set, moment].join(':');
}

/** A text unique to a place and figure, measures included; for look-up within a release, never for keys. */
export function placeId(place: Place, figure: string): string {
  return `${selectorText(place)};${figure};${place.period};${place.area}${fixedDimensions(place)}`;
}

const selectorTexts = new WeakMap<Selectors, { readonly table: TableName; readonly text: string }>();

/** Cells of one choice share one object of selectors, so its text is worked out once. */
function selectorText({ table, selectors }: Place): string {
  const known = selectorTexts.get(selectors);
  if (known?.table === table) return known.text;
  const chosen = selectorsOf(TABLES[table]).map((selector) => selectors[selector.name]);
  const text = [table, ...chosen, selectors[INDEX_SELECTOR] ?? ''].join(';');
  selectorTexts.set(selectors, { table, text });
  return text;
}

/** The fixed dimensions of a place in schema order, each after a semicolon. */
function fixedDimensions({ table, dimensions }: Place): string {
  let text = '';
  for (const { name } of personDimensionsOf(table)) {
    const token = dimensions[name];
    if (token !== undefined) text += dimensionInAddress(name, token);
  }
  return text;
}
