import { firstOfFinancialYear } from './quarter-number.ts';
import type { Random } from './random.ts';
import { WALES_POPULATION } from './wales-population.ts';
import type { WelshBoard } from './welsh-boards.ts';

/** People referred in Wales in the financial year 2024-25, near the last volume in public (2020-21). */
const A_YEAR = 25_000;
const BASE_YEAR = 2024;
/** Assumed growth a year, in percent of the base year. */
const GROWTH = 3;
/** Assumed share of each quarter of the financial year, in percent; January to March is the busiest. */
const SEASON = [25, 24, 24, 27];

/** How many people are referred to a board in a quarter: its share by residents, give or take 3%. */
export function peopleReferred(board: WelshBoard, quarter: number, random: Random): number {
  const opening = firstOfFinancialYear(quarter);
  const year = Math.floor(opening / 4);
  const percent = Math.max(40, 100 + GROWTH * (year - BASE_YEAR));
  const wales = Object.values(WALES_POPULATION).reduce((sum, { sex }) => sum + sex.female + sex.male, 0);
  const { sex } = WALES_POPULATION[board.area_code] as (typeof WALES_POPULATION)[string];
  const season = SEASON[quarter - opening] as number;
  const yearly = Math.floor((A_YEAR * percent * (sex.female + sex.male)) / (wales * 100));
  return Math.round((yearly * season * (970 + random.below(61))) / 100_000);
}
