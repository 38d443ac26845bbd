import { openReader } from './read/open-reader.ts';
import type { ReturnSource } from './read/return-source.ts';
import { type ReturnValidator, type Validation, validatorOf } from './return-validator.ts';
import { RULES } from './rules/all-rules.ts';
import type { Rule } from './rules/rule.ts';

export type { ReturnSource } from './read/return-source.ts';
export { type ReturnValidator, serialiseReport, type Validation } from './return-validator.ts';

/**
 * Validates a return of which all bytes are at hand. What is wrong with it is in the report: nothing is thrown
 * for any content.
 *
 * @throws TypeError when it is called with something other than bytes and their form.
 */
export function validateReturn(bytes: Uint8Array, source: ReturnSource): Validation {
  const validator = createReturnValidator(source);
  if (!isBytes(bytes)) throw new TypeError(NOT_BYTES);
  validator.write(bytes);
  return validator.end();
}

/**
 * Validates a return while it is being received.
 *
 * @param rules - What its content is held to, besides the rules of form; those of this version unless given.
 */
export function createReturnValidator(source: ReturnSource, rules: readonly Rule[] = RULES): ReturnValidator {
  return validatorOf(source, openReader, rules);
}

const NOT_BYTES =
  'validateReturn takes the bytes of a return as a Uint8Array: new TextEncoder().encode(text) for a text.';

/** From any realm: a page has its own, and so has a test that imitates one. */
function isBytes(value: unknown): boolean {
  return Object.prototype.toString.call(value) === '[object Uint8Array]';
}
