import type { Return } from '../standard/generated/types.ts';
import type { ReturnSource } from '../standard/validate-return.ts';
import { CannotRun } from './cannot-run.ts';

/** What the service reads as its own, beside a header. */
const TAKEN = ['table', 'dry_run', 'confirm', 'lang'];

/**
 * The table of a CSV, and its header as the service takes it: field by field, so that each holds a value or a list.
 *
 * @throws {CannotRun} If the header has another shape, which could not be sent without changing it.
 */
export function headerToSend(source: Extract<ReturnSource, { format: 'csv' }>) {
  const { table, header } = source;
  for (const name of TAKEN) {
    if (Object.hasOwn(header, name)) throw cannotSend(name);
  }
  for (const name of ['coverage', 'coverage.tables']) {
    const value = name === 'coverage' ? header.coverage : (header.coverage as { tables?: unknown })?.tables;
    if (value !== undefined && !isObject(value)) throw cannotSend(name);
  }
  for (const [name, value] of Object.entries(header)) refuseOddShapes(value, name, 0);
  return { table, header: header as Partial<Omit<Return, 'tables'>> };
}

/** Deeper than any header of the standard. */
const DEPTH = 5;

function refuseOddShapes(value: unknown, name: string, depth: number): void {
  if (Array.isArray(value)) {
    const isList = value.every((each) => typeof each !== 'object' && !String(each).includes(','));
    if (!isList) throw cannotSend(name);
    return;
  }
  if (value === null || depth > DEPTH) throw cannotSend(name);
  if (!isObject(value)) return;
  for (const [below, child] of Object.entries(value)) refuseOddShapes(child, `${name}.${below}`, depth + 1);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cannotSend(name: string): CannotRun {
  const field = name.slice(0, 80);
  return new CannotRun({
    en: `The header's ${field} cannot be sent beside a CSV: spcd validate says what is wrong with it.`,
    cy: `Ni ellir anfon ${field} y pennyn wrth ochr CSV: mae spcd validate yn dweud beth sydd o'i le arno.`,
  });
}
