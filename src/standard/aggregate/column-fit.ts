import type { ExportField } from './export-field.ts';
import { DATE_FORMS, type DateForm, parseDate } from './parse-date.ts';
import { parseNumber } from './parse-number.ts';
import { PickList } from './pick-list.ts';
import { measureNamed } from './read-score.ts';

/** Whether the cells under a heading are what a field holds. */
export type Fit = 'yes' | 'no' | 'unknown';

const MOST = 0.8;
const MANY = 0.5;
const LATEST_YEAR = 2100;
const NUMBER = /^-?[\d., ]{1,20}$/;
const IDENTIFIER = /^(?=\D*\d)[^\s]{1,40}$/;
const POSTCODE = /^[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}$/i;

/**
 * Whether the filled cells of a column are what a field holds: `no` where none of them can be, `unknown` where they
 * do not tell, as of a pick-list in words of its own.
 */
export function fitOf(field: ExportField, cells: readonly string[]): Fit {
  if (cells.length === 0) return 'unknown';
  const share = shareOf(field, cells);
  const enough = field.kind === 'code' || field.kind === 'codes' || field.kind === 'yes_no' ? MANY : MOST;
  if (share >= enough) return 'yes';
  if (share > 0) return 'unknown';
  return field.kind === 'date' || field.kind === 'number' || looksLikeDates(cells) ? 'no' : 'unknown';
}

function shareOf(field: ExportField, cells: readonly string[]): number {
  const share = (fits: (cell: string) => boolean) => cells.filter(fits).length / cells.length;
  switch (field.kind) {
    case 'date':
      return Math.max(...DATE_FORMS.map((form) => share((cell) => fitsForm(cell, form))));
    case 'number':
      return share((cell) => NUMBER.test(cell) || parseNumber(cell, {}) !== null);
    case 'postcode':
      return share((cell) => POSTCODE.test(cell));
    case 'id':
      return looksLikeDates(cells) ? 0 : share((cell) => IDENTIFIER.test(cell));
    case 'text':
      return share((cell) => measureNamed(cell, {}) !== undefined);
    default: {
      const picks = new PickList(field, { values: {}, blanks: {} });
      return share((cell) => partsOf(cell, separatorOf(field, cells)).every((part) => isKnown(picks, part)));
    }
  }
}

export function fitsForm(cell: string, form: DateForm): boolean {
  return parseDate(cell, [form], LATEST_YEAR) !== null;
}

function looksLikeDates(cells: readonly string[]): boolean {
  return cells.every((cell) => DATE_FORMS.some((form) => form !== 'YYYYMMDD' && fitsForm(cell, form)));
}

function isKnown(picks: PickList, part: string): boolean {
  return picks.read(part) !== undefined || picks.suggest(part) !== null;
}

const SEPARATORS = [';', ',', '|', '/'];

/** What parts the values of cells that hold several: whatever leaves most of them known, `;` among equals. */
export function separatorOf(field: ExportField, cells: readonly string[]): string | null {
  if (field.kind !== 'codes') return null;
  const picks = new PickList(field, { values: {}, blanks: {} });
  const knownWith = (separator: string) => {
    const parts = cells.flatMap((cell) => partsOf(cell, separator));
    return parts.filter((part) => isKnown(picks, part)).length / parts.length;
  };
  const known = SEPARATORS.map(knownWith);
  return SEPARATORS[known.indexOf(Math.max(...known))] ?? ';';
}

/** The values of a cell; the cell itself where it holds one. */
export function partsOf(cell: string, separator: string | null): string[] {
  const parts = separator === null ? [cell] : cell.split(separator);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}
