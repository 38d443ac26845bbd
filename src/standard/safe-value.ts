import { containsIdentifier } from './identifiers.ts';

/** Stands where a value is not safe to repeat. */
export const WITHHELD = '[withheld]';

const MAXIMUM_QUOTED = 40;

/**
 * The value as a report may repeat it: at most 40 characters and no identifier of a person; else `[withheld]`.
 *
 * It knows no names of people. What a report repeats of a return goes through `quoteValue` or `quoteName`, which
 * repeat only what is the standard's own.
 */
export function safeValue(value: string | number | boolean): string {
  const text = String(value);
  return text.length > MAXIMUM_QUOTED || hasControlCharacter(text) || containsIdentifier(text)
    ? WITHHELD
    : text;
}

/**
 * Whether a text holds a character that shows as nothing, or half of one. Line breaks, terminal sequences and
 * marks that turn the direction of writing could make a report say what it does not; a soft hyphen or a space of
 * no width could hide a number from a search.
 */
export function hasControlCharacter(text: string): boolean {
  return !TYPED.test(text) && CONTROL.test(text);
}

/** What can be typed on any keyboard. Nearly every text is of this, and needs no classes of Unicode looked up. */
const TYPED = /^[ -~]*$/;

const CONTROL = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;
