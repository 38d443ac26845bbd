import type { StageCode } from '../../generated/code-lists.ts';
import { columnsOf, type RowValues } from '../../row.ts';
import { type AreaSums, addToArea } from './area-sums.ts';
import type { LookAtRow } from './passes.ts';
import { codeAt, numberAt } from './values.ts';

const COLUMNS = columnsOf('pathway');

export type Basis = 'event' | 'cohort';

/** The episodes of one stage, added over the whole return. */
export interface StageSum {
  /** Index of the stage's first row. */
  readonly row: number;
  episodes: number;
}

export type StageSums = Map<string, StageSum>;

/** Adds a row of pathway to its stage, if it is counted on this basis. */
export function addToStage(sums: StageSums, basis: Basis, values: RowValues, row: number): void {
  if (codeAt(values, COLUMNS.basis) !== basis) return;
  const stage = codeAt(values, COLUMNS.stage);
  const episodes = numberAt(values, COLUMNS.episodes) ?? 0;
  const sum = sums.get(stage);
  if (sum === undefined) sums.set(stage, { row, episodes });
  else sum.episodes += episodes;
}

/** Episodes of a stage; none where no row has it. */
export function episodesAt(sums: StageSums, stage: StageCode): number {
  return sums.get(stage)?.episodes ?? 0;
}

/** Adds what happened in the period at one stage to its area. */
export function addEvents(sums: AreaSums, stage: StageCode): LookAtRow {
  return (values, row) => {
    if (codeAt(values, COLUMNS.basis) !== 'event' || codeAt(values, COLUMNS.stage) !== stage) return;
    addToArea(sums, codeAt(values, COLUMNS.area_code), row, numberAt(values, COLUMNS.episodes) ?? 0);
  };
}
