import { type Place, placeId } from '../disclosure/addresses.ts';
import type { FigureAt } from '../disclosure/home.ts';
import { periodLevelOf } from '../disclosure/lattice.ts';
import {
  contributionCap,
  PARTS_OF_PAIRED,
  pairedPeopleOf,
  parentWithout,
  removableDimensions,
  withoutDimension,
} from '../disclosure/parents.ts';
import { MAGNITUDE_MINIMUM, PARENT_MINIMUM } from '../disclosure/publish.ts';
import { TABLES, type TableName } from '../standard/generated/tables.ts';
import { TABLES_OF_EVERY_VERSION } from '../standard/versions/every-version.ts';
import type { ProtectedCell } from './protect-cells.ts';

/** A cell on which others hang. */
interface Parent {
  /** The cell itself; undefined where it may not be shown as far as it alone is concerned. */
  cell: ProtectedCell | undefined;
  isShown: boolean | undefined;
}

interface Hold {
  readonly parent: Parent;
  /** What the parent must publish at least. */
  readonly minimum: number;
}

/**
 * The published cells of one period: those whose every parent is itself shown and publishes enough.
 *
 * @param cells - All protected cells of the period, of every table, so that a parent in another table is found.
 */
export function applyParentRule(cells: readonly ProtectedCell[]): ProtectedCell[] {
  const parents = new Map<string, Parent>();
  const holdsOf = holdFinder(parents);
  const holds = cells.map(holdsOf);
  for (const cell of cells) {
    const parent = parents.get(placeId(cell.place, cell.figure));
    if (parent) parent.cell = cell;
  }
  const isShown = (those: readonly Hold[]): boolean =>
    those.every(({ parent, minimum }) => {
      const { cell } = parent;
      if (cell === undefined || cell.value === null || cell.value < minimum) return false;
      parent.isShown ??= isShown(holdsOf(cell));
      return parent.isShown;
    });
  return cells.filter((_, index) => isShown(holds[index] as readonly Hold[]));
}

/**
 * Finds what a cell hangs on: a magnitude on the published number of people it describes, a count on its parents,
 * things on nothing. Cells that differ only in the dimension that is removed hang on one parent, found once.
 *
 * @param parents - Where all parents are kept, by the id of their place and figure.
 */
function holdFinder(parents: Map<string, Parent>): (cell: ProtectedCell) => readonly Hold[] {
  const known = new Map<string, Hold>();
  const holdOn = (parent: FigureAt, minimum: number): Hold => {
    const id = placeId(parent.place, parent.figure);
    const found = parents.get(id) ?? { cell: undefined, isShown: undefined };
    parents.set(id, found);
    return { parent: found, minimum };
  };
  const holdWithout = (place: Place, name: string, figure: string): Hold => {
    const rest = withoutDimension(place, name);
    const id = placeId(rest, figure);
    const hold = known.get(id) ?? holdOnCount(parentWithout(rest, figure), place.period);
    known.set(id, hold);
    return hold;
  };
  const holdOnCount = (parent: FigureAt, period: string): Hold =>
    holdOn(parent, PARENT_MINIMUM * contributionCap(parent, periodLevelOf(period)));

  return ({ place, figure }) => {
    if (TABLES[place.table].disclosure === 'none') return [];
    if (isMagnitude(place.table, figure)) return [holdOn(pairedPeopleOf(place), MAGNITUDE_MINIMUM)];
    const removed = removableDimensions(place).map((name) => holdWithout(place, name, figure));
    if (!PARTS_OF_PAIRED.has(figure)) return removed;
    return [...removed, holdOnCount(pairedPeopleOf(place), place.period)];
  };
}

function isMagnitude(table: TableName, figure: string): boolean {
  const field = TABLES_OF_EVERY_VERSION[table].fields.find((candidate) => candidate.name === figure);
  return field?.magnitude != null;
}
