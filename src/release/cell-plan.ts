import { addressStem, labelOf, type Place } from '../disclosure/addresses.ts';
import { isCountedElsewhere } from '../disclosure/home.ts';
import {
  AREA,
  type Cuboid,
  carriedBy,
  cuboidsOf,
  isFigureOf,
  periodLevelOf,
  type Selectors,
} from '../disclosure/lattice.ts';
import { contributionCap } from '../disclosure/parents.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import { type FieldDescription, INDEX_SELECTOR } from '../standard/table-description.ts';
import { type CellQuery, shapeKey } from './cell-sql.ts';
import type { Totals } from './read-sums.ts';

/** Where the cells of a query stand. */
export interface TableAndPeriod {
  readonly table: TableName;
  readonly period: string;
}

/** A figure as all cells of one plan have it. */
export interface PlannedFigure {
  readonly field: FieldDescription;
  readonly label: string;
  /** How the addresses of its cells begin. */
  readonly addressStem: string;
  /** How often one person may count. */
  readonly cap: number;
}

/** What all cells of one shape and one choice of selectors have in common. */
interface CellPlan {
  readonly selectors: Selectors;
  readonly shape: Cuboid;
  /** The figures that have such cells, less those that are counted elsewhere; null until a cell was seen. */
  figures: readonly PlannedFigure[] | null;
}

/** A cell of the lattice, with the figures that may be shown for it. */
export interface PlannedCell {
  readonly place: Place;
  readonly figures: readonly PlannedFigure[];
}

/**
 * Finds the cell that a row of sums is of; undefined where its selectors do not allow its shape.
 *
 * A release has millions of cells but few plans, so what is the same for all cells of a plan is worked out once:
 * which figures there are, and where they are counted, hangs on the names of dimensions and never on their codes.
 */
export function cellFinder(
  query: CellQuery,
  at: TableAndPeriod,
): (totals: Totals) => PlannedCell | undefined {
  const plans = new Map<string, CellPlan | null>();
  const textOf = (totals: Totals, name: string): string | undefined => query.texts[totals(name) as number];
  return (totals) => {
    let key = String(totals('mask'));
    for (const name of query.selectors) key += ` ${totals(name)}`;
    key += ` ${totals(INDEX_SELECTOR)}`;
    let plan = plans.get(key);
    if (plan === undefined) {
      plan = planOf(query, at, totals, textOf);
      plans.set(key, plan);
    }
    if (plan === null) return undefined;
    const place = placeOf(plan, at, (name) => textOf(totals, name));
    plan.figures ??= figuresOfPlan(query, plan.shape, place);
    return { place, figures: plan.figures };
  };
}

function planOf(
  query: CellQuery,
  at: TableAndPeriod,
  totals: Totals,
  textOf: (totals: Totals, name: string) => string | undefined,
): CellPlan | null {
  const shape = query.shapes.get(Number(totals('mask')));
  if (!shape) throw new Error(`No cuboid has the grouping mask ${String(totals('mask'))}`);
  const chosen = Object.fromEntries(
    query.selectors.map((name) => {
      const code = textOf(totals, name);
      if (code === undefined) throw new Error(`A row of ${at.table} has an unknown ${name}`);
      return [name, code];
    }),
  );
  if (!allowedShapes(at.table, chosen, query.version).has(shapeKey(shape))) return null;
  const index = textOf(totals, INDEX_SELECTOR);
  return {
    selectors: index ? { ...chosen, [INDEX_SELECTOR]: index } : chosen,
    shape,
    figures: null,
  };
}

function placeOf(
  { selectors, shape }: CellPlan,
  { table, period }: TableAndPeriod,
  textOf: (column: string) => string | undefined,
): Place {
  const dimensions: Record<string, string> = {};
  for (const { name, level } of shape.dimensions) dimensions[name] = tokenOf(textOf, name, level);
  return {
    table,
    selectors,
    period,
    area: tokenOf(textOf, AREA, shape.area),
    dimensions: carriedBy(table, dimensions),
  };
}

function tokenOf(textOf: (column: string) => string | undefined, name: string, level: string): string {
  const token = textOf(`${name}__${level}`);
  if (token === undefined) throw new Error(`A row has no category of ${name} at level ${level}`);
  return token;
}

function figuresOfPlan(query: CellQuery, shape: Cuboid, place: Place): PlannedFigure[] {
  return query.figures
    .filter(({ name }) => !isCountedElsewhere({ place, figure: name }))
    .filter(({ name }) => isFigureOf(name, shape, { ...place, version: query.version }))
    .map((field) => ({
      field,
      label: labelOf(field, place.selectors),
      addressStem: addressStem(place, field),
      cap: contributionCap({ place, figure: field.name }, periodLevelOf(place.period)),
    }));
}

const allowed = new Map<string, ReadonlySet<string>>();

/** The shapes that these selectors allow, worked out once for each choice of them. */
function allowedShapes(table: TableName, selectors: Selectors, version: SchemaVersion): ReadonlySet<string> {
  const key = JSON.stringify([table, selectors, version]);
  const shapes = allowed.get(key) ?? new Set(cuboidsOf(table, selectors, version).map(shapeKey));
  allowed.set(key, shapes);
  return shapes;
}
