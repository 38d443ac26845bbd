import { ServiceError } from '../errors.ts';
import type { Text } from '../standard/text.ts';
import { VERIFICATION_REASONS, type VerificationReason } from './verification-reasons.ts';

/** A submitter's word that what a rule asks to verify is right, and why. */
export interface VerifiedRule {
  readonly rule: string;
  readonly reason: VerificationReason;
}

/**
 * Reads the values of the query parameter `confirm`, each `rule:reason`.
 *
 * @throws {ServiceError} REQUEST_MALFORMED if one has another shape, gives an unknown reason, or names a rule
 *   that another has named already.
 * @example
 * readConfirmations(['figures-are-unrounded:checked_and_correct']);
 * // [{ rule: 'figures-are-unrounded', reason: 'checked_and_correct' }]
 */
export function readConfirmations(values: readonly string[]): VerifiedRule[] {
  const read = new Map<string, VerifiedRule>();
  for (const value of values) {
    const [, rule, given] = /^([a-z0-9-]+):([a-z_]+)$/.exec(value) ?? [];
    const reason = VERIFICATION_REASONS.find(({ code }) => code === given);
    if (rule === undefined || reason === undefined || read.has(rule)) throw malformed();
    read.set(rule, { rule, reason: reason.code });
  }
  return [...read.values()];
}

/** The value itself is not repeated: it may hold anything. */
function malformed(): ServiceError {
  const reasons = VERIFICATION_REASONS.map(({ code }) => code);
  const detail: Text = {
    en: `Each confirm names one rule and one reason, with a colon between, and no rule twice. The reasons are ${reasons.join(', ')}.`,
    cy: `Mae pob confirm yn enwi un rheol ac un rheswm, gyda cholon rhyngddynt, a dim un rheol ddwywaith. Y rhesymau yw ${reasons.join(', ')}.`,
  };
  const fault = { parameter: 'confirm', detail, choices: reasons.map((reason) => `rule:${reason}`) };
  return new ServiceError('REQUEST_MALFORMED', detail, {}, { errors: [fault] });
}
