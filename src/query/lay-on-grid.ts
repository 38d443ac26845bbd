import { type Place, placeId } from '../disclosure/addresses.ts';
import type { Category } from '../disclosure/categories.ts';
import { homeOf } from '../disclosure/home.ts';
import { isCell } from '../disclosure/implied-cells.ts';
import { carriedBy } from '../disclosure/lattice.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { labelOf as periodLabel } from '../standard/period.ts';
import type { FieldDescription } from '../standard/table-description.ts';
import type { AnswerCell, RowLabel } from './answer.ts';
import { type CoverageState, coverageState, isFigureHeld, thatMayLack } from './coverage-state.ts';
import type { PublishedCells } from './look-up-cells.ts';
import type { Question } from './question.ts';

/** One place of the grid, with the words for its categories. */
export interface GridPlace {
  readonly place: Place;
  readonly labels: readonly RowLabel[];
  readonly areaCode: string;
}

/**
 * Every place a question asks for, in the order of the code lists: period, area, then the other dimensions.
 *
 * The grid comes from the lists alone, so that nothing about it tells what the data hold.
 */
export function gridOf(question: Question): readonly GridPlace[] {
  const known = grids.get(question) ?? layGrid(question);
  grids.set(question, known);
  return known;
}

/** The look-up and the rows of one question are both of its grid. */
const grids = new WeakMap<Question, readonly GridPlace[]>();

function layGrid(question: Question): GridPlace[] {
  const { table, selectors, dimensions, area } = question;
  return question.periods.flatMap((period) =>
    area.categories.flatMap((areaCategory) =>
      combinations(dimensions.map((dimension) => dimension.categories)).map((categories) => ({
        place: {
          table,
          selectors,
          period,
          area: areaCategory.token,
          dimensions: carriedBy(
            table,
            Object.fromEntries(
              categories.map((category, index) => [dimensions[index]?.field.name as string, category.token]),
            ),
          ),
        },
        areaCode: areaCategory.code,
        labels: [
          { code: period, title: periodLabel(period) },
          ...[areaCategory, ...categories].map(rowLabel),
        ],
      })),
    ),
  );
}

function rowLabel({ code, title }: Category): RowLabel {
  return { code, title };
}

function combinations<Item>([first, ...others]: readonly (readonly Item[])[]): Item[][] {
  if (!first) return [[]];
  const rest = combinations(others);
  return first.flatMap((item) => rest.map((combination) => [item, ...combination]));
}

/** What the returns say of the places of a grid, worked out once for each area, figure and period. */
export interface CoverageReader {
  /** @param home - Where the figure is published: the returns of that table decide. */
  stateAt(home: Place, areaCode: string): CoverageState;
  isHeld(figure: FieldDescription, period: string): boolean;
}

export function coverageReader(question: Question): CoverageReader {
  const { release } = question;
  const states = new Map<string, CoverageState>();
  const stateOf = ({ table, selectors, period }: Place, fixed: Place['dimensions'], areaCode: string) => {
    const covered = { release, table, selectors, fixed };
    const found = new Set(
      coveredAreas(question, areaCode).map((area) => coverageState(covered, area, period)),
    );
    const [only] = found;
    return found.size === 1 && only !== undefined ? only : 'partial';
  };
  const mayLack = thatMayLack(release);
  const isHeld = remember((key) => {
    const [figure, period] = key.split(' ') as [string, string];
    return isFigureHeld(question, figure, period);
  });
  return {
    stateAt: (home, areaCode) => {
      // The others decide nothing, and without them one answer serves more places.
      const deciding = mayLack(home.dimensions);
      const { table, period, selectors } = home;
      const key = `${table} ${period} ${areaCode} ${textOf(selectors)} ${textOf(deciding)}`;
      const state = states.get(key) ?? stateOf(home, deciding, areaCode);
      states.set(key, state);
      return state;
    },
    isHeld: (figure, period) => isHeld(`${figure.name} ${period}`),
  };
}

/** Codes by name, as a text that no other codes have: neither holds a semicolon or an equals sign. */
function textOf(codes: Readonly<Record<string, string>>): string {
  let text = '';
  for (const name in codes) text += `${name}=${codes[name]};`;
  return text;
}

function remember<Result>(find: (key: string) => Result) {
  const found = new Map<string, Result>();
  return (key: string): Result => {
    const known = found.get(key) ?? find(key);
    found.set(key, known);
    return known;
  };
}

/** The published figure of a place, or why there is none. */
export function cellAt(
  gridPlace: GridPlace,
  figure: FieldDescription,
  cells: PublishedCells,
  coverage: CoverageReader,
): AnswerCell {
  const { place } = gridPlace;
  if (!isCell(place)) return { value: null, status: 'not_applicable' };
  const home = homeOf({ place, figure: figure.name });
  const id = placeId(home.place, home.figure);
  const state = coverage.stateAt(home.place, gridPlace.areaCode);
  if (TABLES[place.table].disclosure === 'none') return thingsAt(place.table, cells, id, state);
  const value = cells.get(id) ?? null;
  if (value !== null) return { value, status: state === 'complete' ? 'ok' : 'partial' };
  const isLacking = state === 'not_collected' || !coverage.isHeld(figure, place.period);
  if (isLacking && state !== 'no_return') return { value, status: 'not_available' };
  return { value, status: state === 'complete' ? 'suppressed' : state };
}

/** A figure of things: none where a complete return has no row, unless so few are not told. */
function thingsAt(table: TableName, cells: PublishedCells, id: string, state: CoverageState): AnswerCell {
  const value = cells.get(id);
  if (value === null) return { value, status: 'not_available' };
  if (value !== undefined) return { value, status: state === 'complete' ? 'ok' : 'partial' };
  if (state === 'not_collected') return { value: null, status: 'not_available' };
  if (state !== 'complete') return { value: null, status: state };
  return TABLES[table].least_shown ? { value: null, status: 'under_5' } : { value: 0, status: 'ok' };
}

/** The areas whose returns decide: for people whose place is not known more closely, the area they are in. */
export function coveredAreas(question: Question, code: string): readonly string[] {
  // People from outside are those of every nation of the release.
  if (code === 'outside_area' && question.release.scope.length > 0) return question.release.scope;
  return [code.replace(/^not_known:/, '')];
}
