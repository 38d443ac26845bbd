import type { Place } from '../disclosure/addresses.ts';
import type { FieldDescription } from '../standard/table-description.ts';
import { type CoverageState, coverageStates, isFigureHeld, thatMayLack } from './coverage-state.ts';
import type { Home } from './grid-homes.ts';
import { coveredAreas } from './lay-on-grid.ts';
import type { Question } from './question.ts';

/** What the returns say of the places of a grid, worked out once for each area, figure and period. */
export interface CoverageOfGrid {
  /**
   * What they say of a period where a figure is published: the returns of that table decide.
   *
   * @param dimensions - As they are fixed there.
   */
  statesOf(home: Home, dimensions: Place['dimensions'], period: string): StateOfArea;
  isHeld(figure: FieldDescription, period: string): boolean;
}

/** What the returns say of an area, by its position in the question. */
export type StateOfArea = (index: number) => CoverageState;

/** Reads what the returns say where figures of a question are published. */
export function coverageOfGrid(question: Question): CoverageOfGrid {
  const { release } = question;
  const areas = question.area.categories.map(({ code }) => coveredAreas(question, code));
  const known = new Map<string, StateOfArea>();
  const held = new Map<string, boolean>();
  const mayLack = thatMayLack(release);
  return {
    statesOf({ table, selectors }, dimensions, period) {
      // The others decide nothing, and without them one answer serves more places.
      const fixed = mayLack(dimensions);
      const key = `${table} ${period} ${textOf(selectors)} ${textOf(fixed)}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const covered = { release, table, selectors, fixed };
      const stateIn = coverageStates(covered, period);
      const states: CoverageState[] = [];
      const stateOf: StateOfArea = (index) => {
        states[index] ??= only((areas[index] ?? []).map(stateIn));
        return states[index];
      };
      known.set(key, stateOf);
      return stateOf;
    },
    isHeld(figure, period) {
      const key = `${figure.name} ${period}`;
      const isHeld = held.get(key) ?? isFigureHeld(question, figure.name, period);
      held.set(key, isHeld);
      return isHeld;
    },
  };
}

function only(states: readonly CoverageState[]): CoverageState {
  const [first] = states;
  return first !== undefined && states.every((state) => state === first) ? first : 'partial';
}

/** Codes by name, as a text that no other codes have: neither holds a semicolon or an equals sign. */
function textOf(codes: Readonly<Record<string, string>>): string {
  let text = '';
  for (const name in codes) text += `${name}=${codes[name]};`;
  return text;
}
