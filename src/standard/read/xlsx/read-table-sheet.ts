import type { TableName } from '../../generated/tables.ts';
import type { FieldPlan } from '../../plan-rows.ts';
import type { Cell } from '../cell.ts';
import { LEFT_OUT, matchColumns } from '../match-columns.ts';
import type { ReturnSink } from '../return-reader.ts';
import type { SheetListener } from './read-sheet.ts';
import { type SheetCell, toCell, toHeaderText } from './sheet-cell.ts';

/** What takes the rows of a table's sheet. */
export interface TableSheet extends Pick<SheetListener, 'row'> {
  /** Whether the sheet had headings. */
  readonly hasHeadings: boolean;
}

/**
 * Reads the rows of one table from its sheet, which has the table's name: the first row that holds something names
 * the columns, in any order; rows without content are passed over.
 */
export function readTableSheet(sink: ReturnSink, table: TableName): TableSheet {
  const intake = sink.table(table);
  const { fields } = intake.plan;
  const cells: Cell[] = fields.map(() => undefined);
  /** For each column the index of its field, `LEFT_OUT`, or null where it has no heading. */
  let columns: readonly (number | null)[] | null = null;

  const readHeadings = (row: number, given: readonly (SheetCell | undefined)[]) => {
    const headings = Array.from(given, (cell) => {
      const text = cell === undefined ? null : toHeaderText(cell, false);
      return typeof text === 'symbol' ? '' : text;
    }).map((text) => (text === null || text === undefined ? null : String(text)));
    const named = [...headings.keys()].filter((column) => headings[column] !== null);
    const matched = matchColumns(
      sink,
      intake,
      named.map((column) => headings[column] as string),
      { row, sheet: table },
      (index) => (named[index] as number) + 1,
    );
    let next = 0;
    columns = headings.map((heading) => (heading === null ? null : (matched[next++] as number)));
  };

  return {
    get hasHeadings() {
      return columns !== null;
    },
    row(number, given) {
      if (columns === null) return readHeadings(number, given);
      intake.standsAt(number);
      const order = columns;
      if (given.some((cell, column) => cell !== undefined && (order[column] ?? null) === null)) {
        return intake.takeUnreadable('sheet-cells-below-headings');
      }
      order.forEach((field, column) => {
        if (field === null || field === LEFT_OUT) return;
        cells[field] = toCell((fields[field] as FieldPlan).field, given[column]);
      });
      intake.take(cells);
    },
  };
}
