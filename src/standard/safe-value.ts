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

/** Line breaks and terminal sequences could make a report say what it does not. */
function hasControlCharacter(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    if (code < 32 || (code >= 127 && code < 160) || (code >= 0x2028 && code <= 0x202e)) return true;
    if (code >= 0x2066 && code <= 0x2069) return true;
  }
  return false;
}
