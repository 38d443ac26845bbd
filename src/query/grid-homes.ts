import type { Place } from '../disclosure/addresses.ts';
import type { Category } from '../disclosure/categories.ts';
import { homeOf } from '../disclosure/home.ts';
import { isCell } from '../disclosure/implied-cells.ts';
import { carriedBy, isBelowBoard, type Selectors } from '../disclosure/lattice.ts';
import type { TableName } from '../standard/generated/tables.ts';
import { crossingsOf } from './lay-on-grid.ts';
import type { Question } from './question.ts';

/** A table under selectors, in which figures of the grid are published with the same dimensions fixed. */
export interface Home {
  readonly table: TableName;
  readonly selectors: Selectors;
  readonly figure: string;
  /** How that table names each area of the grid, in the order of the question. */
  readonly areas: readonly string[];
}

/** Where a figure of one crossing is published, in every area and period. */
export interface CrossingHome {
  readonly home: Home;
  readonly dimensions: Place['dimensions'];
}

/** One combination of the categories of a question's dimensions, in every area and period. */
export interface Crossing {
  /** In the order of the question's figures. */
  readonly homes: readonly CrossingHome[];
  /** Whether it can occur: in an area below a board, and in any other. */
  readonly isCell: { readonly belowBoard: boolean; readonly other: boolean };
}

/**
 * Where the figures of a question are published, worked out for each crossing of its dimensions and not for each place:
 * neither the period nor the area decides it.
 */
export function homesOf(question: Question): readonly Crossing[] {
  const { table, selectors, dimensions, area, periods, figures } = question;
  const [period] = periods as [string];
  const [first] = area.categories;
  if (first === undefined) return [];
  const below = area.categories.find(({ token }) => isBelowBoard(table, token));
  const other = area.categories.find(({ token }) => !isBelowBoard(table, token));
  const homes = new Map<string, Home>();
  return crossingsOf(question).map((categories) => {
    const fixed = carriedBy(
      table,
      Object.fromEntries(
        categories.map(({ token }, index) => [dimensions[index]?.field.name as string, token]),
      ),
    );
    const placeIn = (category: Category): Place => ({
      table,
      selectors,
      period,
      area: category.token,
      dimensions: fixed,
    });
    return {
      homes: figures.map(({ name: figure }) => {
        const found = homeOf({ place: placeIn(first), figure });
        const key = `${found.figure} ${found.place.table} ${JSON.stringify(found.place.selectors)} ${Object.keys(found.place.dimensions)}`;
        const home = homes.get(key) ?? {
          table: found.place.table,
          selectors: found.place.selectors,
          figure: found.figure,
          areas: area.categories.map((category) => homeOf({ place: placeIn(category), figure }).place.area),
        };
        homes.set(key, home);
        return { home, dimensions: found.place.dimensions };
      }),
      isCell: {
        belowBoard: below !== undefined && isCell(placeIn(below)),
        other: other !== undefined && isCell(placeIn(other)),
      },
    };
  });
}
