import type { Place } from '../disclosure/addresses.ts';
import type { Category } from '../disclosure/categories.ts';
import { carriedBy } from '../disclosure/lattice.ts';
import { labelOf as periodLabel } from '../standard/period.ts';
import type { RowLabel } from './answer.ts';
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
  const { table, selectors, dimensions, area, periods } = question;
  const crossings = crossingsOf(question).map((categories) => ({
    labels: categories.map(rowLabel),
    dimensions: carriedBy(
      table,
      Object.fromEntries(
        categories.map(({ token }, index) => [dimensions[index]?.field.name as string, token]),
      ),
    ),
  }));
  return periods.flatMap((period) => {
    const ofPeriod = labelOfPeriod(period);
    return area.categories.flatMap((category) => {
      const ofArea = rowLabel(category);
      return crossings.map((crossing) => ({
        place: { table, selectors, period, area: category.token, dimensions: crossing.dimensions },
        areaCode: category.code,
        labels: [ofPeriod, ofArea, ...crossing.labels],
      }));
    });
  });
}

/** How many places the grid of a question has. */
export function placesOf({ periods, area, dimensions }: Question): number {
  return [area, ...dimensions].reduce(
    (product, { categories }) => product * categories.length,
    periods.length,
  );
}

/** Every combination of the categories of a question's dimensions, in the order of the code lists. */
export function crossingsOf({ dimensions }: Question): readonly (readonly Category[])[] {
  return combinations(dimensions.map(({ categories }) => categories));
}

export function labelOfPeriod(period: string): RowLabel {
  return { code: period, title: periodLabel(period) };
}

export function rowLabel({ code, title }: Category): RowLabel {
  return { code, title };
}

function combinations<Item>([first, ...others]: readonly (readonly Item[])[]): Item[][] {
  if (!first) return [[]];
  const rest = combinations(others);
  return first.flatMap((item) => rest.map((combination) => [item, ...combination]));
}

/** The areas whose returns decide: for people whose place is not known more closely, the area they are in. */
export function coveredAreas(question: Question, code: string): readonly string[] {
  // People from outside are those of every nation of the release.
  if (code === 'outside_area' && question.release.scope.length > 0) return question.release.scope;
  return [code.replace(/^not_known:/, '')];
}
