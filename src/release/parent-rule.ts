import { placeId } from '../disclosure/addresses.ts';
import { periodLevelOf } from '../disclosure/lattice.ts';
import { contributionCap, pairedPeopleOf, parentsOf } from '../disclosure/parents.ts';
import { MAGNITUDE_MINIMUM, PARENT_MINIMUM } from '../disclosure/publish.ts';
import { TABLES } from '../standard/generated/tables.ts';
import { TABLES_OF_EVERY_VERSION } from '../standard/versions/every-version.ts';
import type { ProtectedCell } from './protect-cells.ts';

/**
 * The published cells of one period: those whose every parent is itself shown and publishes enough.
 *
 * @param cells - All protected cells of the period, of every table, so that a parent in another table is found.
 */
export function applyParentRule(cells: readonly ProtectedCell[]): ProtectedCell[] {
  const candidates = new Map(cells.map((cell) => [placeId(cell.place, cell.figure), cell]));
  const decided = new Map<string, boolean>();

  const isShown = (id: string, cell: ProtectedCell): boolean => {
    const known = decided.get(id);
    if (known !== undefined) return known;
    const shown = parentsOfCell(cell).every(({ place, figure, minimum }) => {
      const parentId = placeId(place, figure);
      const parent = candidates.get(parentId);
      return (
        parent !== undefined && parent.value !== null && parent.value >= minimum && isShown(parentId, parent)
      );
    });
    decided.set(id, shown);
    return shown;
  };
  return [...candidates].filter(([id, cell]) => isShown(id, cell)).map(([, cell]) => cell);
}

/** A magnitude hangs on the published number of people it describes; a count on its parents; things on nothing. */
function parentsOfCell({ place, figure }: ProtectedCell) {
  if (TABLES[place.table].disclosure === 'none') return [];
  const field = TABLES_OF_EVERY_VERSION[place.table].fields.find((candidate) => candidate.name === figure);
  if (field?.magnitude == null) {
    return parentsOf(place, figure).map((parent) => ({
      ...parent,
      minimum: PARENT_MINIMUM * contributionCap(parent, periodLevelOf(place.period)),
    }));
  }
  return [{ ...pairedPeopleOf(place), minimum: MAGNITUDE_MINIMUM }];
}
