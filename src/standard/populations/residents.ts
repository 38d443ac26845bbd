import { CODE_LISTS } from '../generated/code-lists.ts';
import { POPULATIONS } from '../generated/populations.ts';
import type { PopulationItem } from './population.ts';

/** The residents of Wales and its health boards; figures by deprivation fifth are of mid-2020. */
export const WALES = POPULATIONS['wales-census-2021'];

/** The index that the residents by fifth were counted with. */
export const INDEX_OF_RESIDENTS = 'wimd_2019';

/** The residents of an area by the codes of an item; null where they are not held. */
export function residentsByCode(item: string, area: string): Readonly<Record<string, number>> | null {
  const held = Object.hasOwn(WALES, item) ? (WALES[item] as PopulationItem) : undefined;
  if (held?.unit !== 'residents' || !Object.hasOwn(held.areas, area)) return null;
  return held.areas[area] ?? null;
}

/** How many residents of an area have a code of an item, such as an age band; null where that is not held. */
export function residentsOf(item: string, area: string, code: string): number | null {
  const figures = residentsByCode(item, area) ?? {};
  return Object.hasOwn(figures, code) ? (figures[code] as number) : null;
}

/** The residents of a code and of all codes below it; null where neither it nor any of them is held. */
export function residentsWithin(item: keyof typeof CODE_LISTS, area: string, code: string): number | null {
  const own = residentsOf(item, area, code);
  if (own !== null) return own;
  const parents = new Map(CODE_LISTS[item].codes.map((entry) => [entry.code, entry.parent]));
  const isWithin = (inner: string): boolean => {
    const parent = parents.get(inner) ?? null;
    return parent !== null && (parent === code || isWithin(parent));
  };
  const below = Object.entries(residentsByCode(item, area) ?? {}).filter(([inner]) => isWithin(inner));
  return below.length === 0 ? null : below.reduce((sum, [, residents]) => sum + residents, 0);
}
