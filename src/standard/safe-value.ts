import { containsIdentifier } from './identifiers.ts';

/** Stands where a value is not safe to repeat. */
export const WITHHELD = '[withheld]';

const MAXIMUM_QUOTED = 40;

/**
 * The value as a report may repeat it: at most 40 characters and no identifier of a person; else `[withheld]`.
 *
 * Only for values of coded columns and of the header, and for names of fields. A value of any other column is
 * withheld without looking.
 */
export function safeValue(value: string | number | boolean): string {
  const text = String(value);
  return text.length > MAXIMUM_QUOTED || hasControlCharacter(text) || containsIdentifier(text)
    ? WITHHELD
    : text;
}

/**
 * Whether a text holds a character that shows as nothing, or half of one. Line breaks, terminal sequences and
 * marks that turn the direction of writing could make a report say what it does not.
 */
export function hasControlCharacter(text: string): boolean {
  return CONTROL.test(text);
}

const CONTROL = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u;
