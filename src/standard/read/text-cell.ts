import type { FieldDescription } from '../table-description.ts';
import { type Cell, exactNumber } from './cell.ts';

/** The one spelling of a whole number: no sign before zero, no zeros in front. */
const WHOLE_NUMBER = /^(?:0|-?[1-9]\d*)$/;
/** A number by the grammar of RFC 8259. */
export const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A text as its field takes it: one that is no number of the field's kind stays text, and is then refused. */
export function readTextCell(field: FieldDescription, text: string): Cell {
  if (field.kind === 'code') return text;
  if (text === '') return null;
  if (field.kind === 'number') return JSON_NUMBER.test(text) ? exactNumber(text) : text;
  if (WHOLE_NUMBER.test(text)) return exactNumber(text);
  if (!JSON_NUMBER.test(text)) return text;
  return readSpelledNumber(field, exactNumber(text), text);
}

/**
 * A number as its field takes it: where counts belong, 12.0, 1e2 and -0 are whole but not written in digits, so they
 * stay text, and are then refused; 12.5 is a number that is not whole.
 *
 * @param spelling - How the number is written, by the grammar of JSON.
 */
export function readSpelledNumber(field: FieldDescription, value: Cell, spelling: string): Cell {
  if (field.kind !== 'integer' || !Number.isInteger(value)) return value;
  return WHOLE_NUMBER.test(spelling) ? value : spelling;
}
