import { CSVW_SHAPE } from './csvw-shape.ts';
import { JSON_STAT_SHAPE } from './json-stat-shape.ts';
import { PROBLEM_SHAPE } from './problem-shape.ts';
import { FINDING_SHAPE, REPORT_SHAPE } from './report-shape.ts';

/** Shapes that several routes refer to, each a component of the OpenAPI document. */
export const SHARED_SHAPES: readonly object[] = [
  PROBLEM_SHAPE,
  FINDING_SHAPE,
  REPORT_SHAPE,
  JSON_STAT_SHAPE,
  CSVW_SHAPE,
];
