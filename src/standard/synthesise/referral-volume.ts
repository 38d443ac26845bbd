import type { Board } from './board.ts';
import { firstOfFinancialYear } from './quarter-number.ts';
import type { Random } from './random.ts';

const BASE_YEAR = 2024;
/** Assumed growth a year, in percent of the base year. */
const GROWTH = 3;
/** Assumed share of each quarter of the financial year, in percent; January to March is the busiest. */
const SEASON = [25, 24, 24, 27];

/** How many people are referred to a board in a quarter: its share of the year, give or take 3%. */
export function peopleReferred(board: Board, quarter: number, random: Random): number {
  const opening = firstOfFinancialYear(quarter);
  const year = Math.floor(opening / 4);
  const percent = Math.max(40, 100 + GROWTH * (year - BASE_YEAR));
  const season = SEASON[quarter - opening] as number;
  return Math.round((board.referredAYear * percent * season * (970 + random.below(61))) / 10_000_000);
}
