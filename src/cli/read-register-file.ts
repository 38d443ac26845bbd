import type { Validator } from '../standard/compiled-validator.ts';
import { hasControlCharacter } from '../standard/safe-value.ts';
import type { Text } from '../standard/text.ts';
import { contactFaults } from './contact-faults.ts';
import { schemaFault } from './schema-fault.ts';

interface Dated {
  readonly valid_from: string;
  readonly valid_to?: string;
  readonly contact_role?: string;
  readonly contact_address?: string;
}

/** How the entries of one register are known and checked. */
export interface RegisterFileForm<Entry extends Dated> {
  readonly validate: Validator;
  /** The field that no two entries share. */
  readonly key: keyof Entry & string;
}

/**
 * Reads a file of a register whole: a JSON array of entries.
 *
 * @returns Every entry, or, when anything is wrong, what is wrong where (JSON Pointer first).
 */
export function readRegisterFile<Entry extends Dated>(
  text: string,
  form: RegisterFileForm<Entry>,
): { entries: Entry[]; faults: Text[] } {
  const read = readArray(text);
  if (read === null) {
    const fault = { en: 'the file is not a JSON array', cy: "nid arae JSON yw'r ffeil" };
    return { entries: [], faults: [fault] };
  }
  const entries: Entry[] = [];
  const faults: Text[] = [];
  const seen = new Set<string>();
  for (const [index, value] of read.entries()) {
    if (!form.validate(value)) {
      const errors = form.validate.errors ?? [];
      faults.push(...errors.map((error) => schemaFault(`/${index}`, value, error)));
      continue;
    }
    const entry = value as Entry;
    const key = String(entry[form.key]);
    if (seen.has(key)) faults.push(twiceFault(index, form.key, key));
    if (entry.valid_to !== undefined && entry.valid_to < entry.valid_from) faults.push(endFault(index));
    if (hasUnstorableText(entry)) faults.push(characterFault(index));
    faults.push(...contactFaults(index, entry));
    seen.add(key);
    entries.push(entry);
  }
  return { entries, faults };
}

function readArray(text: string): unknown[] | null {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function hasUnstorableText(value: unknown): boolean {
  if (typeof value === 'string') return hasControlCharacter(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasUnstorableText);
}

function twiceFault(index: number, field: string, key: string): Text {
  return {
    en: `/${index}/${field}: ${key} is in the file twice`,
    cy: `/${index}/${field}: mae ${key} yn y ffeil ddwywaith`,
  };
}

function endFault(index: number): Text {
  return {
    en: `/${index}/valid_to: the last day is before the first`,
    cy: `/${index}/valid_to: mae'r diwrnod olaf cyn y cyntaf`,
  };
}

function characterFault(index: number): Text {
  return {
    en: `/${index}: a text holds a character that cannot be seen`,
    cy: `/${index}: mae testun yn cynnwys nod na ellir ei weld`,
  };
}
