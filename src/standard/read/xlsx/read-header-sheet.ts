import { RULES_OF_NO_VALUE } from '../../diagnose-cell.ts';
import { quoteName } from '../../quote-value.ts';
import { headerFromParameters } from '../header-from-parameters.ts';
import type { ReadHeader, ReturnSink } from '../return-reader.ts';
import type { SheetListener } from './read-sheet.ts';
import { type SheetCell, toHeaderText } from './sheet-cell.ts';

const LISTS_ALWAYS_SENT = ['services_included', 'areas_complete'];

/** What takes the rows of the sheet `return`. */
export interface HeaderSheet extends Pick<SheetListener, 'row'> {
  end(): ReadHeader;
}

/**
 * Reads the header from its sheet: names in column A, values in column B, named as in the query of a CSV. A first
 * row that says `name` and `value`, and rows without a value, are passed over; an empty list that must be there is
 * read as one.
 */
export function readHeaderSheet(sink: ReturnSink, sheet: string, countsFrom1904: boolean): HeaderSheet {
  const parameters = new Map<string, string>();
  const seen = new Set<string>();
  let isSound = true;

  const refuse = (rule: Parameters<ReturnSink['fault']>[0], row: number, name: string | null) => {
    sink.fault(rule, { path: name === null ? [] : [name], sheet, row });
    isSound = false;
  };
  const textOf = (cell: SheetCell | undefined, row: number, name: string | null): string | null => {
    const text = cell === undefined ? '' : toHeaderText(cell, countsFrom1904);
    if (typeof text === 'string') return text;
    if (typeof text === 'symbol') refuse(RULES_OF_NO_VALUE[text], row, name);
    return null;
  };

  return {
    row(number, cells) {
      const name = textOf(cells[0], number, null);
      if (name === null) return;
      if (name === '' || cells.slice(2).some((cell) => cell !== undefined)) {
        return refuse('sheet-cells-below-headings', number, null);
      }
      const value = textOf(cells[1], number, name);
      if (value === null || (seen.size === 0 && isHeading(name, value))) return;
      if (seen.has(name)) {
        sink.fault('header-name-once', { path: [name], sheet, row: number, value: quoteName(name) });
        return;
      }
      seen.add(name);
      if (value !== '' || LISTS_ALWAYS_SENT.includes(name)) parameters.set(name, value);
    },
    end() {
      const header = headerFromParameters(Object.fromEntries(parameters));
      return { header: isSound ? header : null, isComplete: isSound };
    },
  };
}

/** Whether a row is the one that says what the columns are, in either language. */
function isHeading(name: string, value: string): boolean {
  return ['name value', 'enw gwerth'].includes(`${name} ${value}`.trim().toLowerCase());
}
