import type { FieldDescription } from '../table-description.ts';
import { type Cell, exactNumber } from './cell.ts';

const WHOLE_NUMBER = /^-?\d+$/;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** A text as its field takes it: one that is no number of the field's kind stays text, and is then refused. */
export function readTextCell(field: FieldDescription, text: string): Cell {
  if (field.kind === 'code') return text;
  if (text === '') return null;
  if (field.kind === 'number') return JSON_NUMBER.test(text) ? exactNumber(text) : text;
  if (WHOLE_NUMBER.test(text)) return exactNumber(text);
  if (!JSON_NUMBER.test(text)) return text;
  const value = exactNumber(text);
  // 12.5 is a number that is not whole; 12.0 and 1e2 are whole but not written in digits.
  return typeof value === 'number' && Number.isInteger(value) ? text : value;
}
