import { TABLE_NAMES, type TableName } from '../../../src/standard/generated/tables.ts';
import type { Return } from '../../../src/standard/generated/types.ts';
import { isQuarter, quarterAfter, quartersOf } from '../../../src/standard/period.ts';
import { capOf, cellsOf, type OracleCell } from './figures.ts';
import { keyedRowsOf } from './keyed-rows.ts';
import { parentsOf } from './parents.ts';
import { idOf, isYear, type Place } from './places.ts';

/**
 * The whole lattice worked out again from the returns, one row and one question at a time, from the words of
 * the scheme: every cell of a period that may be shown, by its id.
 *
 * Slow, plain and apart from the builder: of our own code it takes keys, noise and the publishing rule for counts,
 * nothing else.
 */
export function oracleCells(returns: readonly Return[], period: string): Map<string, OracleCell> {
  const cells = ownCells(returns, period, TABLE_NAMES);
  const before = returns.map((document) => document.period).find((other) => isBefore(other, period));
  if (before !== undefined) carryOver(cells, ownCells(returns, before, ['pathway']), period);
  // The release is of Wales: people in England are no figure of it.
  for (const [id, { area }] of cells) if (area.endsWith('E92000001')) cells.delete(id);
  return cells;
}

const isBefore = (quarter: string, period: string) => isQuarter(period) && quarterAfter(quarter) === period;

/** What a period has to show of its own returns. */
function ownCells(
  returns: readonly Return[],
  period: string,
  tables: readonly TableName[],
): Map<string, OracleCell> {
  const quarters = isYear(period) ? quartersOf(period) : [period];
  const documents = returns.filter((document) => quarters.includes(document.period));
  const cells = new Map<string, OracleCell>();
  for (const table of tables) {
    // Equity is of the whole year, and comes with its last quarter.
    const sent = table === 'equity' ? documents.filter((each) => each.period === quarters.at(-1)) : documents;
    const rows = sent.flatMap((document) => keyedRowsOf(table, document));
    for (const cell of cellsOf(table, period, rows)) cells.set(idOf(cell), cell);
  }
  for (let gone = -1; gone !== 0; ) {
    const hidden = [...cells].filter(([, cell]) =>
      parentsOf(cell).some((parent) => (cells.get(idOf(parent))?.value ?? 0) < 30 * capOf(parent)),
    );
    for (const [id] of hidden) cells.delete(id);
    gone = hidden.length;
  }
  return cells;
}

/** The figures of the pathway that are those of the quarter before: of each, basis and stage, now and then. */
export const CARRIED = [
  { now: ['event', 'open_at_start'], before: ['event', 'open_at_end'] },
  { now: ['cohort', 'referral_received'], before: ['event', 'referral_received'] },
] as const;

function carryOver(cells: Map<string, OracleCell>, before: Map<string, OracleCell>, period: string): void {
  const isAt = ({ table, selectors, dimensions }: Place, [basis, stage]: readonly [string, string]) =>
    table === 'pathway' && selectors.basis === basis && dimensions.stage === stage;
  for (const { now, before: past } of CARRIED) {
    for (const [id, cell] of cells) if (isAt(cell, now)) cells.delete(id);
    for (const cell of before.values()) {
      if (!isAt(cell, past)) continue;
      const [basis, stage] = now;
      const carried = { ...cell, period, selectors: { ...cell.selectors, basis } };
      const moved = { ...carried, dimensions: { ...cell.dimensions, stage } };
      cells.set(idOf(moved), moved);
    }
  }
}
