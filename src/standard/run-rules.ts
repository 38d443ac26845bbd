import type { FindingCollector } from './collect-findings.ts';
import type { Location } from './finding.ts';
import { TABLE_NAMES, TABLES, type TableName } from './generated/tables.ts';
import { locateRow, type ReturnForm, type RowNumbers } from './locate-row.ts';
import { pathTemplate, pointerTo } from './pointer.ts';
import { quoteValue } from './quote-value.ts';
import type { ReturnHeader, RowsByTable } from './row.ts';
import type { Place, Rule, RulePass } from './rules/rule.ts';
import { safeValue, WITHHELD } from './safe-value.ts';
import { asCandidate } from './suggest.ts';

/** What the rules are run on: a well-formed header, and the tables whose every row is well formed. */
export interface CheckedReturn {
  readonly form: ReturnForm;
  readonly header: ReturnHeader;
  readonly tables: RowsByTable;
  /** Every table the return carries, well formed or not. */
  readonly present: ReadonlySet<TableName>;
  /** For the forms in which the number of a row does not follow from its index. */
  readonly numbers?: RowNumbers | undefined;
}

/**
 * Runs every rule whose tables are all there and well formed, in one pass over the rows.
 *
 * A rule that names no table sees the rows of every well-formed table.
 *
 * @returns The passes, which have ended.
 */
export function runRules(
  rules: readonly Rule[],
  checked: CheckedReturn,
  findings: FindingCollector,
): readonly RulePass[] {
  const { header, tables, present } = checked;
  const passes: RulePass[] = [];
  for (const rule of rules) {
    if (!rule.tables.every((table) => tables[table] !== undefined)) continue;
    const report = (place: Place) => {
      findings.add(rule, pathTemplate(segmentsOf(place)), () => locate(checked, place));
    };
    passes.push(rule.start(header, report, present));
  }
  for (const table of TABLE_NAMES) {
    const rows = tables[table] ?? [];
    const readers = passes.filter((pass) => pass.row !== undefined && (pass.reads?.includes(table) ?? true));
    if (readers.length === 0) continue;
    rows.forEach((values, index) => {
      for (let reader = 0; reader < readers.length; reader += 1) readers[reader]?.row?.(table, values, index);
    });
  }
  for (const pass of passes) pass.end?.();
  return passes;
}

function segmentsOf({ table, row, path = [] }: Place): (string | number)[] {
  if (table === undefined) return [...path];
  return ['tables', table, ...(row === undefined ? [] : [row]), ...path];
}

function locate({ form, numbers }: CheckedReturn, place: Place): Location {
  const { table, row, path = [], suggestion = null } = place;
  const [field] = path;
  const value = quoted(place);
  if (table !== undefined && row !== undefined) {
    return locateRow(
      form,
      { table, row, field: typeof field === 'string' ? field : null, value, suggestion },
      numbers,
    );
  }
  return { pointer: pointerTo(segmentsOf(place)), row: null, column: null, value, suggestion };
}

/** Only a code of the standard, or the header, may be quoted: what the row is about, or what stands in a coded column. */
function quoted({ table, path = [], value, suggestion, about }: Place): string | null {
  if (about !== undefined) return safeValue(about);
  if (value === undefined || value === null) return null;
  if (table === undefined) {
    const meant = suggestion === undefined ? null : asCandidate(suggestion);
    return quoteValue(value, meant);
  }
  const field = TABLES[table].fields.find((candidate) => candidate.name === path[0]);
  return field?.kind === 'code' ? safeValue(value) : WITHHELD;
}
