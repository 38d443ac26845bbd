import { addressStem, labelOf, type Place } from '../disclosure/addresses.ts';
import { isCountedElsewhere } from '../disclosure/home.ts';
import {
  AREA,
  type Cuboid,
  carriedBy,
  cuboidsOf,
  isFigureOf,
  periodLevelOf,
  personDimensionsOf,
  type Selectors,
} from '../disclosure/lattice.ts';
import { contributionCap } from '../disclosure/parents.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import { type FieldDescription, INDEX_SELECTOR } from '../standard/table-description.ts';
import { type CellQuery, fixedColumn, shapeKey } from './cell-sql.ts';
import { NO_COLUMN, positionOf, type SumRows } from './read-sums.ts';

/** Where the cells of a query stand. */
export interface TableAndPeriod {
  readonly table: TableName;
  readonly period: string;
}

/** Where the sums of a figure stand; see `sumsOf`. `NO_COLUMN` for those that it does not have. */
export interface SumColumns {
  readonly n: number;
  readonly keys: number;
  readonly noSum: number;
  readonly sum: number;
  readonly squares: number;
}

/** A figure as all cells of one plan have it. */
export interface PlannedFigure {
  readonly field: FieldDescription;
  /** Its position among the figures of the query. */
  readonly index: number;
  readonly label: string;
  /** How the addresses of its cells begin. */
  readonly addressStem: string;
  /** How often one person may count. */
  readonly cap: number;
  readonly columns: SumColumns;
}

/** What all cells of one shape and one choice of selectors have in common. */
export interface CellPlan {
  readonly selectors: Selectors;
  /** The dimensions that its cells fix, in schema order, with those that another carries. */
  readonly dimensions: readonly string[];
  /** The positions of the columns that hold the tokens of area and dimensions; `NO_COLUMN` where all have the same. */
  readonly columns: readonly number[];
  /** Of those, the numbers of their tokens. */
  readonly constants: readonly number[];
  /** The figures that have such cells, less those that are counted elsewhere. */
  readonly figures: readonly PlannedFigure[];
}

/**
 * Finds the plan of a row of sums; undefined where its selectors do not allow its shape.
 *
 * A release has millions of cells but few plans, so what is the same for all cells of a plan is worked out once:
 * which figures there are, and where they are counted, hangs on the names of dimensions and never on their codes.
 */
export function planFinder(
  query: CellQuery,
  at: TableAndPeriod,
): (sums: SumRows, row: number) => CellPlan | undefined {
  const plans = new Map<number, CellPlan | null>();
  const choices = new Map<string, Choice>();
  const named = ['mask', ...query.selectors, fixedColumn(INDEX_SELECTOR)];
  const base = query.texts.length + 1;
  let columns: readonly number[] | undefined;
  return (sums, row) => {
    columns ??= named.map((name) => positionOf(sums, name));
    let key = 0;
    for (const column of columns) key = key * base + 1 + Number(sums.read(column, row) ?? -1);
    let plan = plans.get(key);
    if (plan === undefined) {
      plan = planOf({ query, at, choices, sums, row });
      plans.set(key, plan);
    }
    return plan ?? undefined;
  };
}

/** What all plans of one choice of selectors have in common. */
interface Choice {
  readonly selectors: Selectors;
  /** `shapeKey` of the shapes that it allows. */
  readonly allowed: ReadonlySet<string>;
  /** Figures by the dimensions that are fixed and their levels: they are the same at every level of area. */
  readonly figures: Map<string, readonly PlannedFigure[]>;
}

interface Planning {
  readonly query: CellQuery;
  readonly at: TableAndPeriod;
  readonly choices: Map<string, Choice>;
  readonly sums: SumRows;
  readonly row: number;
}

function planOf({ query, at, choices, sums, row }: Planning): CellPlan | null {
  const read = (column: string) => sums.read(positionOf(sums, column), row);
  const shape = query.shapes.get(Number(read('mask')));
  if (!shape) throw new Error(`No cuboid has the grouping mask ${String(read('mask'))}`);
  const numbers = [...query.selectors, fixedColumn(INDEX_SELECTOR)].map(read);
  const choice = choices.get(numbers.join()) ?? choiceOf(query, at, numbers);
  choices.set(numbers.join(), choice);
  if (!choice.allowed.has(shapeKey(shape))) return null;
  const fixed = Object.fromEntries(shape.dimensions.map(({ name }) => [name, fixedColumn(name)]));
  const all = carriedBy(at.table, fixed);
  const dimensions = personDimensionsOf(at.table)
    .map(({ name }) => name)
    .filter((name) => all[name] !== undefined);
  const columns = dimensions.map((name) => (fixed[name] ? positionOf(sums, fixed[name]) : NO_COLUMN));
  const constants = dimensions.map((name) => (fixed[name] ? 0 : numberOf(query, all[name] as string)));
  const { selectors } = choice;
  const levels = shapeKey({ ...shape, area: '' });
  const place = { ...at, selectors, area: '', dimensions: all };
  const figures = choice.figures.get(levels) ?? figuresOfPlan(query, shape, place, sums);
  choice.figures.set(levels, figures);
  return {
    selectors,
    dimensions,
    columns: [positionOf(sums, fixedColumn(AREA)), ...columns],
    constants: [0, ...constants],
    figures,
  };
}

/** @param numbers - Of the codes of the selectors, in their order, then of the index. */
function choiceOf(query: CellQuery, at: TableAndPeriod, numbers: readonly unknown[]): Choice {
  const chosen = Object.fromEntries(
    query.selectors.map((name, position) => {
      const code = query.texts[numbers[position] as number];
      if (code === undefined) throw new Error(`A row of ${at.table} has an unknown ${name}`);
      return [name, code];
    }),
  );
  const index = query.texts[numbers[query.selectors.length] as number];
  return {
    selectors: index ? { ...chosen, [INDEX_SELECTOR]: index } : chosen,
    allowed: allowedShapes(at.table, chosen, query.version),
    figures: new Map(),
  };
}

function numberOf(query: CellQuery, text: string): number {
  const number = query.texts.indexOf(text);
  if (number === -1) throw new Error(`No token is ${text}`);
  return number;
}

/** @param place - Any place of the plan: what its tokens are makes no difference. */
function figuresOfPlan(query: CellQuery, shape: Cuboid, place: Place, sums: SumRows): PlannedFigure[] {
  return query.figures.flatMap((field, index) => {
    const { name } = field;
    if (isCountedElsewhere({ place, figure: name })) return [];
    if (!isFigureOf(name, shape, { ...place, version: query.version })) return [];
    const label = labelOf(field, place.selectors);
    const cap = contributionCap({ place, figure: name }, periodLevelOf(place.period));
    const columns = {
      n: positionOf(sums, `n_${name}`),
      // Of magnitudes, those of the people that they describe.
      keys: positionOf(sums, `keys_${field.magnitude === null ? name : 'n_paired'}`),
      noSum: positionOf(sums, `no_sum_${name}`),
      sum: positionOf(sums, `sum_${name}`),
      squares: positionOf(sums, `squares_${name}`),
    };
    return [{ field, index, label, addressStem: addressStem(place, field), cap, columns }];
  });
}

/**
 * Reads the numbers of the tokens of a cell: of its area, then of its dimensions.
 *
 * @throws {Error} If a row has no category at the level of its shape.
 */
export function readTokens(
  { columns, constants }: CellPlan,
  sums: SumRows,
  row: number,
  tokens: number[],
): void {
  for (let position = 0; position < columns.length; position += 1) {
    const column = columns[position] as number;
    const number = column === NO_COLUMN ? constants[position] : sums.read(column, row);
    if (typeof number !== 'number' || number < 0)
      throw new Error(`A row has no category in place ${position}`);
    tokens[position] = number;
  }
}

const allowed = new Map<string, ReadonlySet<string>>();

/** The shapes that these selectors allow, worked out once for each choice of them. */
function allowedShapes(table: TableName, selectors: Selectors, version: SchemaVersion): ReadonlySet<string> {
  const key = JSON.stringify([table, selectors, version]);
  const shapes = allowed.get(key) ?? new Set(cuboidsOf(table, selectors, version).map(shapeKey));
  allowed.set(key, shapes);
  return shapes;
}
