import { type Place, placeId } from '../disclosure/addresses.ts';
import type { Category } from '../disclosure/categories.ts';
import { isCell } from '../disclosure/implied-cells.ts';
import { labelOf as periodLabel } from '../standard/period.ts';
import type { FieldDescription } from '../standard/table-description.ts';
import type { AnswerCell, CellStatus, RowLabel } from './answer.ts';
import { type CoverageState, coverageState } from './coverage-state.ts';
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
export function gridOf(question: Question): GridPlace[] {
  const { table, selectors, dimensions, area } = question;
  return question.periods.flatMap((period) =>
    area.categories.flatMap((areaCategory) =>
      combinations(dimensions.map((dimension) => dimension.categories)).map((categories) => ({
        place: {
          table,
          selectors,
          period,
          area: areaCategory.token,
          dimensions: Object.fromEntries(
            categories.map((category, index) => [dimensions[index]?.field.name as string, category.token]),
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

/** How complete the returns are for each place of a grid, worked out once for each area and period. */
export function coverageReader(question: Question): (place: GridPlace) => CoverageState {
  const states = new Map<string, CoverageState>();
  return ({ place, areaCode }) => {
    const key = `${areaCode} ${place.period}`;
    const known = states.get(key);
    if (known !== undefined) return known;
    const state = coverageState(question, coveredArea(question, areaCode), place.period);
    states.set(key, state);
    return state;
  };
}

/** The published figure of a place, or why there is none. */
export function cellAt(
  { place }: GridPlace,
  figure: FieldDescription,
  cells: PublishedCells,
  coverage: CoverageState,
): AnswerCell {
  const value = cells.get(placeId(place, figure.name)) ?? null;
  return { value, status: statusOf(place, value, coverage) };
}

/** The area whose returns decide: for people whose place is not known more closely, the area they are in. */
function coveredArea(question: Question, code: string): string {
  if (code === 'outside_area') return question.release.scope[0] ?? code;
  return code.replace(/^not_known:/, '');
}

function statusOf(place: Place, value: number | null, state: CoverageState): CellStatus {
  if (!isCell(place)) return 'not_applicable';
  if (value !== null) return state === 'complete' ? 'ok' : 'partial';
  if (state === 'complete') return 'suppressed';
  return state === 'not_collected' ? 'not_available' : state;
}
