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
import type { SumRows } from './read-sums.ts';

/** Where the cells of a query stand. */
export interface TableAndPeriod {
  readonly table: TableName;
  readonly period: string;
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
}

/** What all cells of one shape and one choice of selectors have in common. */
export interface CellPlan {
  readonly selectors: Selectors;
  /** The dimensions that its cells fix, in schema order, with those that another carries. */
  readonly dimensions: readonly string[];
  /** The columns of sums that hold the tokens of area and dimensions, or the number of the token they all have. */
  readonly tokens: readonly (string | number)[];
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
  const columns = [...query.selectors, ...(query.hasIndex ? [INDEX_SELECTOR] : [])];
  const base = query.texts.length + 1;
  return (sums, row) => {
    let key = Number(sums.read('mask', row));
    for (const column of columns) key = key * base + numberOr(sums.read(column, row), base - 1);
    let plan = plans.get(key);
    if (plan === undefined) {
      plan = planOf({ query, at, choices }, (column) => sums.read(column, row));
      plans.set(key, plan);
    }
    return plan ?? undefined;
  };
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
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
}

function planOf({ query, at, choices }: Planning, read: (column: string) => unknown): CellPlan | null {
  const shape = query.shapes.get(Number(read('mask')));
  if (!shape) throw new Error(`No cuboid has the grouping mask ${String(read('mask'))}`);
  const numbers = [...query.selectors, INDEX_SELECTOR].map(read);
  const choice = choices.get(numbers.join()) ?? choiceOf(query, at, numbers);
  choices.set(numbers.join(), choice);
  if (!choice.allowed.has(shapeKey(shape))) return null;
  const fixed = Object.fromEntries(shape.dimensions.map(({ name }) => [name, fixedColumn(name)]));
  const all = carriedBy(at.table, fixed);
  const dimensions = personDimensionsOf(at.table)
    .map(({ name }) => name)
    .filter((name) => all[name] !== undefined);
  const tokens = dimensions.map((name) => fixed[name] ?? numberOf(query, all[name] as string));
  const { selectors } = choice;
  const levels = shapeKey({ ...shape, area: '' });
  const place = { ...at, selectors, area: '', dimensions: all };
  const figures = choice.figures.get(levels) ?? figuresOfPlan(query, shape, place);
  choice.figures.set(levels, figures);
  return { selectors, dimensions, tokens: [fixedColumn(AREA), ...tokens], figures };
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
function figuresOfPlan(query: CellQuery, shape: Cuboid, place: Place): PlannedFigure[] {
  return query.figures.flatMap((field, index) => {
    const { name } = field;
    if (isCountedElsewhere({ place, figure: name })) return [];
    if (!isFigureOf(name, shape, { ...place, version: query.version })) return [];
    const label = labelOf(field, place.selectors);
    const cap = contributionCap({ place, figure: name }, periodLevelOf(place.period));
    return [{ field, index, label, addressStem: addressStem(place, field), cap }];
  });
}

/**
 * Reads the numbers of the tokens of a cell: of its area, then of its dimensions.
 *
 * @throws {Error} If a row has no category at the level of its shape.
 */
export function readTokens(plan: CellPlan, sums: SumRows, row: number, tokens: number[]): void {
  for (let position = 0; position < plan.tokens.length; position += 1) {
    const token = plan.tokens[position];
    const number = typeof token === 'string' ? sums.read(token, row) : token;
    if (typeof number !== 'number') throw new Error(`A row has no category for ${String(token)}`);
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
