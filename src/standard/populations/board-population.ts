import { CODE_LISTS } from '../generated/code-lists.ts';
import type { PopulationItem } from './population.ts';
import { WALES } from './residents.ts';

/** Residents of a health board, by one item at a time. */
export interface BoardPopulation {
  /** Bands of the census; `65_74` is part of `65_plus`. */
  readonly age_band: Readonly<
    Record<'0_15' | '16_24' | '25_34' | '35_49' | '50_64' | '65_plus' | '65_74', number>
  >;
  readonly sex: Readonly<Record<'female' | 'male', number>>;
  readonly ethnic_group: Readonly<Record<string, number>>;
  /** Welsh Index of Multiple Deprivation 2019, by mid-2020 estimates of residents. */
  readonly deprivation_quintile: Readonly<Record<'q1' | 'q2' | 'q3' | 'q4' | 'q5', number>>;
  readonly disability: Readonly<Record<'disabled' | 'not_disabled', number>>;
  /** `not_stated` did not answer. */
  readonly religion: Readonly<Record<string, number>>;
  /** Small areas, not residents. */
  readonly rurality: Readonly<Record<'urban' | 'rural', number>>;
}

/**
 * Real residents of the Welsh health boards by area code, from which invented people are drawn: the figures of
 * `schema/1.0/populations/wales-census-2021.csv`, each with its source there.
 */
export const WALES_POPULATION: Readonly<Record<string, BoardPopulation>> = Object.fromEntries(
  CODE_LISTS.areas.codes
    .filter(({ code, level }) => level === 'health_board' && WALES.age_band?.areas[code] !== undefined)
    .map(({ code }) => [code, populationOf(code)]),
);

/** Residents of Wales aged 16 and over by sexual orientation; the census figures of boards were not to hand. */
export const WALES_SEXUAL_ORIENTATION: Readonly<Record<string, number>> = figuresOf(
  WALES.sexual_orientation,
  'W92000004',
);

function populationOf(area: string): BoardPopulation {
  const items = Object.entries(WALES).filter(([, { areas }]) => areas[area] !== undefined);
  const figures = Object.fromEntries(items.map(([item, held]) => [item, figuresOf(held, area)]));
  return figures as unknown as BoardPopulation;
}

/** @throws {Error} If the file lacks the item or the area. */
function figuresOf(item: PopulationItem | undefined, area: string): Readonly<Record<string, number>> {
  const figures = item?.areas[area];
  if (figures === undefined) throw new Error(`The residents of ${area} are not held`);
  return figures;
}

/** Everyone who lives in the area of a board. */
export function allResidentsOf({ sex }: BoardPopulation): number {
  return sex.female + sex.male;
}
