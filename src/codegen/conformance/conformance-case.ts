import type { Finding } from '../../standard/finding.ts';
import type { TableName } from '../../standard/generated/tables.ts';
import type { ReturnForm } from '../../standard/locate-row.ts';
import { RULE_CATALOGUE } from '../../standard/rule-catalogue.ts';
import type { Text } from '../../standard/text.ts';
import { baseReturn, type Draft } from './base-return.ts';
import { writeDraft } from './write-draft.ts';

/** What a case must be found to be: worked out by hand, never by running a validator. */
export interface ExpectedFault {
  readonly rule: string;
  /** JSON Pointers of the places, at most the ten that a finding lists. */
  readonly at: readonly string[];
  /** The path, where it does not follow from the places: a column is at fault in every row, its place is its table. */
  readonly path?: string;
  /** Where a finding counts more places than it lists. */
  readonly count?: number;
  /** The numbers of the rows in the file, where the form has them and they do not follow from the places. */
  readonly rows?: readonly number[];
}

/** One file of the kit, with one fault or none. */
export interface ConformanceCase {
  readonly id: string;
  readonly what: Text;
  readonly format: ReturnForm;
  readonly content: string | Uint8Array;
  /** Of a CSV: the table it holds. */
  readonly table?: TableName;
  /** Whether labels are to be read as codes. */
  readonly labels?: boolean;
  /** None for a file that has no fault. */
  readonly expected: readonly ExpectedFault[];
}

/** What most cases say of themselves: a rule that is broken, and where. */
export interface FaultOfReturn {
  /** The rule; the case is called after it. */
  readonly rule: string;
  /** What tells the case from others of the rule: `-` and words. */
  readonly which?: string;
  readonly en: string;
  readonly cy: string;
  /** Tables that the return carries; all eleven when absent. */
  readonly tables?: readonly TableName[];
  readonly change: (draft: Draft) => void;
  readonly at: readonly string[];
  readonly count?: number;
  /** Findings that cannot but come with it. */
  readonly also?: readonly ExpectedFault[];
}

/** A case in JSON: the base return, or some tables of it, with one thing changed. */
export function faultOfReturn(fault: FaultOfReturn): ConformanceCase {
  const { rule, which = '', en, cy, tables = [], change, at, count, also = [] } = fault;
  const draft = baseReturn(...tables);
  change(draft);
  return {
    id: `${rule}${which}`,
    what: { en, cy },
    format: 'json',
    content: writeDraft(draft),
    expected: [{ rule, at, ...(count === undefined ? {} : { count }) }, ...also],
  };
}

/** A change that sets fields of one row of a table. */
export function inRow(table: TableName, row: number, values: Readonly<Record<string, unknown>>) {
  return (draft: Draft): void => {
    draft.tables[table] = (draft.tables[table] ?? []).map((each, index) =>
      index === row ? { ...each, ...values } : each,
    );
  };
}

/** A change that adds a row: a copy of another, with these fields set. */
export function addRow(table: TableName, like: number, values: Readonly<Record<string, unknown>> = {}) {
  return (draft: Draft): void => {
    const rows = draft.tables[table] ?? [];
    draft.tables[table] = [...rows, { ...rows[like], ...values }];
  };
}

/** A change that sets fields of the header. */
export function inHeader(values: Readonly<Record<string, unknown>>) {
  return (draft: Draft): void => {
    Object.assign(draft, values);
  };
}

/** A change that sets what the coverage says. */
export function inCoverage(values: Readonly<Record<string, unknown>>) {
  return (draft: Draft): void => {
    Object.assign(draft.coverage, values);
  };
}

/** Several changes, one after the other. */
export function each(...changes: readonly ((draft: Draft) => void)[]) {
  return (draft: Draft): void => {
    for (const change of changes) change(draft);
  };
}

const TIERS: ReadonlyMap<string, Finding['tier']> = new Map(RULE_CATALOGUE.map(({ id, tier }) => [id, tier]));

/** The tier of a rule. */
export function tierOf(rule: string): Finding['tier'] {
  const tier = TIERS.get(rule);
  if (tier === undefined) throw new Error(`There is no rule ${rule}`);
  return tier;
}
