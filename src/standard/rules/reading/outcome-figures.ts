import type { Measure } from '../../measure.ts';
import { type Scale, scaleOf } from '../../measures/score-scale.ts';
import { columnsOf, type RowValues } from '../../row.ts';
import { measureOf } from './measures.ts';
import { codeAt, numberAt } from './values.ts';

const COLUMNS = columnsOf('outcomes');

/** The figures of one row of outcomes. */
export interface OutcomeFigures {
  readonly measure: Measure | undefined;
  /** The scores that the measure can have with the value set of the row. */
  readonly scale: Scale | undefined;
  readonly n_paired: number;
  readonly mean_baseline: number | null;
  readonly sd_baseline: number | null;
  readonly mean_follow_up: number | null;
  readonly sd_follow_up: number | null;
  readonly mean_change: number | null;
  readonly sd_change: number | null;
  readonly n_improved: number | null;
  readonly n_unchanged: number | null;
  readonly n_worse: number | null;
  readonly improvement_threshold: number | null;
  /** True when every change is that of one person measured twice. */
  readonly isPaired: boolean;
}

/** Reads the figures of a row of outcomes. */
export function readOutcome(values: RowValues): OutcomeFigures {
  const figure = (field: keyof typeof COLUMNS) => numberAt(values, COLUMNS[field]);
  const measure = measureOf(codeAt(values, COLUMNS.measure));
  return {
    measure,
    scale: measure === undefined ? undefined : scaleOf(measure, codeAt(values, COLUMNS.value_set)),
    n_paired: figure('n_paired') ?? 0,
    mean_baseline: figure('mean_baseline'),
    sd_baseline: figure('sd_baseline'),
    mean_follow_up: figure('mean_follow_up'),
    sd_follow_up: figure('sd_follow_up'),
    mean_change: figure('mean_change'),
    sd_change: figure('sd_change'),
    n_improved: figure('n_improved'),
    n_unchanged: figure('n_unchanged'),
    n_worse: figure('n_worse'),
    improvement_threshold: figure('improvement_threshold'),
    isPaired: codeAt(values, COLUMNS.change_method) === 'paired',
  };
}
