import type { Manifest } from '../archive/manifest.ts';
import type { Category, Level } from '../disclosure/categories.ts';
import type { Selectors } from '../disclosure/lattice.ts';
import type { TableName } from '../standard/generated/tables.ts';
import type { FieldDescription } from '../standard/table-description.ts';

/** One dimension of a question, fixed to one category or grouped over several. */
export interface AskedDimension {
  readonly field: FieldDescription;
  readonly level: Level;
  readonly categories: readonly Category[];
  /** True when it stands in `by`; false when a filter alone named its categories. */
  readonly grouped: boolean;
  /** The codes that a filter named, in list order; none when there was no filter. */
  readonly named: readonly string[];
  /** True when `by` named the level, so that the filter narrows it; false when the filter lists the categories. */
  readonly levelNamed: boolean;
}

/** A question that may be asked, understood in full. */
export interface Question {
  readonly release: Manifest;
  readonly table: TableName;
  readonly figures: readonly FieldDescription[];
  readonly selectors: Selectors;
  readonly periods: readonly string[];
  readonly periodsGrouped: boolean;
  readonly area: AskedDimension;
  /** Person dimensions that are fixed or grouped, in schema order. */
  readonly dimensions: readonly AskedDimension[];
}

/** The parameters of an address, each once. */
export type Parameters = Readonly<Record<string, string | undefined>>;
