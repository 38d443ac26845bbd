import { INDEX_OF_RESIDENTS } from '../standard/populations/residents.ts';
import { publishedPercentage } from '../standard/published-percentage.ts';
import type { AnswerCell } from './answer.ts';
import type { CellSource } from './cell-source.ts';
import { isBlankCode } from './compared-characteristics.ts';
import { quartersWithin } from './coverage-state.ts';
import { layCells } from './lay-cells.ts';
import { type GridPlace, gridOf } from './lay-on-grid.ts';
import type { RepresentationQuestion } from './parse-representation.ts';
import { MOST_HIDDEN } from './published-count.ts';
import type { Question } from './question.ts';
import { organisationsServing } from './serving-organisations.ts';

/** A cell of the grid with the place it stands at. */
export interface Placed {
  readonly place: GridPlace;
  readonly code: string;
  readonly cell: AnswerCell;
}

/** The people of one area and year: the categories compared, those left out, and who of them lives outside. */
export interface Group {
  readonly period: string;
  readonly area: string;
  readonly compared: readonly Placed[];
  readonly leftOut: readonly Placed[];
}

/** The published cells of a question, in the order of its grid. */
export async function placedCells(source: CellSource, question: Question): Promise<Placed[]> {
  const cells = await layCells(source, question);
  const each = question.figures.length;
  return gridOf(question).map((place, index) => ({
    place,
    code: place.labels.at(-1)?.code as string,
    cell: cells[index * each] as AnswerCell,
  }));
}

/** The cells of a question by year and area, those compared in their own order. */
export function groupsOf({ compared }: RepresentationQuestion, placed: readonly Placed[]): Group[] {
  const groups = new Map<string, Placed[]>();
  for (const each of placed) {
    const key = `${each.place.place.period} ${each.place.areaCode}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].map((of) => {
    const { place, areaCode } = (of[0] as Placed).place;
    const isCompared = ({ code }: Placed) => compared.includes(code);
    return {
      period: place.period,
      area: areaCode,
      compared: compared.flatMap((code) => of.filter((each) => each.code === code)),
      leftOut: of.filter((each) => !isCompared(each)),
    };
  });
}

/** Of a nation, those of its people who live outside the areas served, by year and category. */
export interface Outside {
  of(group: Group, code: string): number | null;
  /** What a hidden number may hold, at most. */
  mostHidden(group: Group): number;
  percentageOf(group: Group): number | null;
}

/** Reads who lives outside; null where the release does not tell it of the nation that is asked. */
export async function readOutside(
  source: CellSource,
  asked: RepresentationQuestion,
): Promise<Outside | null> {
  if (asked.outside === null) return null;
  const [byCategory, everyone] = await Promise.all([
    placedCells(source, asked.outside.byCategory),
    placedCells(source, asked.outside.everyone),
  ]);
  const totalOf = ({ period }: Group, isOutside: boolean) =>
    everyone.find(
      ({ place }) => place.place.period === period && (place.areaCode === 'outside_area') === isOutside,
    )?.cell.value ?? null;
  return {
    of: ({ period }, code) =>
      byCategory.find((each) => each.place.place.period === period && each.code === code)?.cell.value ?? null,
    mostHidden: (group) => {
      const total = totalOf(group, true);
      // A part of fewer than 30 people is hidden whatever its size; the total may be 7 more than published.
      return total !== null && total < 30 ? total + 7 : MOST_HIDDEN;
    },
    percentageOf: (group) => publishedPercentage(totalOf(group, true), totalOf(group, false)),
  };
}

/** Of everyone in a group, those whose category is not known: as a share, and as it may be published. */
export function blanksOf({ compared, leftOut }: Group): { share: number; percentage: number | null } {
  const add = (placed: readonly Placed[]) => placed.reduce((sum, { cell }) => sum + (cell.value ?? 0), 0);
  const blanks = add(leftOut.filter(({ code }) => isBlankCode(code)));
  const everyone = add(compared) + add(leftOut);
  return {
    share: everyone === 0 ? 0 : blanks / everyone,
    percentage: publishedPercentage(blanks, everyone),
  };
}

/** Whether the returns cover the whole area in each quarter of the year: then a figure is shown, or hidden for its size. */
export function isComplete({ compared }: Group): boolean {
  return compared.every(({ cell }) => ['ok', 'suppressed'].includes(cell.status));
}

/** Whether a return of the area counted its fifths with another index than the residents. */
export function hasOtherIndex({ release, table }: Question, { area, period }: Group): boolean {
  const serving = new Set(organisationsServing(area).map(({ code }) => code));
  const quarters = quartersWithin(period, table);
  return release.coverage.some(
    (item) =>
      quarters.includes(item.period) &&
      serving.has(item.organisation) &&
      item.tables[table] !== undefined &&
      item.deprivation_index !== INDEX_OF_RESIDENTS,
  );
}
