import { type RequestFault, ServiceError } from '../errors.ts';
import { containsIdentifier } from '../standard/identifiers.ts';
import { RULE_CATALOGUE } from '../standard/rule-catalogue.ts';
import { suggestName } from '../standard/suggest.ts';
import type { Text } from '../standard/text.ts';
import { VERIFICATION_REASONS, type VerificationReason } from './verification-reasons.ts';

/** A submitter's word that what a rule asks to verify is right, and why. */
export interface VerifiedRule {
  readonly rule: string;
  readonly reason: VerificationReason;
  /** In the submitter's own words, for the publisher's eyes only. */
  readonly words?: string;
}

/**
 * Reads the values of the query parameter `confirm`, each `rule:reason`.
 *
 * A rule for which nothing is found in the end is confirmed for nothing: a machine may always say the same.
 *
 * @throws {ServiceError} REQUEST_MALFORMED if one has another shape, gives an unknown reason, names a rule that
 *   another has named already, or one that no return can be asked to verify.
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
    if (!RULES_TO_VERIFY.includes(rule)) throw unknownRule(rule);
    read.set(rule, { rule, reason: reason.code });
  }
  return [...read.values()];
}

const RULES_TO_VERIFY = RULE_CATALOGUE.filter(({ tier }) => tier === 'verify').map(({ id }) => id);

function unknownRule(rule: string): ServiceError {
  const detail: Text = {
    en: 'A confirm names a rule that is not among those that ask to verify. Nothing was stored.',
    cy: "Mae un confirm yn enwi rheol nad yw ymhlith y rhai sy'n gofyn am wirio. Ni storiwyd dim.",
  };
  const fault = { parameter: 'confirm', detail, ...choicesFor(rule, RULES_TO_VERIFY) };
  return new ServiceError('REQUEST_MALFORMED', detail, {}, { errors: [fault] });
}

/** The rules that could have been named, and the one that was probably meant. */
function choicesFor(rule: string, choices: readonly string[]): Pick<RequestFault, 'choices' | 'nearest'> {
  const nearest = suggestName(rule, choices);
  return { choices, ...(nearest !== null && { nearest }) };
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

/**
 * Refuses confirmations of rules that are not to be verified, of a rule twice, and words that seem to name a person.
 *
 * @param toVerify - The rules of the tier `verify` that were found.
 * @throws {ServiceError} REQUEST_MALFORMED, with a pointer into the body for each.
 */
export function refuseConfirmations(confirmed: readonly VerifiedRule[], toVerify: readonly string[]): void {
  const choices = [...new Set(toVerify)];
  const errors: RequestFault[] = [];
  for (const [index, { rule, words }] of confirmed.entries()) {
    if (!toVerify.includes(rule)) {
      errors.push({
        ...{ pointer: `/verifications/${index}/rule`, detail: NOT_FOUND },
        ...choicesFor(rule, choices),
      });
    } else if (confirmed.findIndex((other) => other.rule === rule) < index) {
      errors.push({ pointer: `/verifications/${index}/rule`, detail: TWICE });
    }
    const fault = words === undefined ? null : faultOfWords(words);
    if (fault !== null) errors.push({ pointer: `/verifications/${index}/words`, detail: fault });
  }
  const [first] = errors;
  if (first !== undefined) throw new ServiceError('REQUEST_MALFORMED', first.detail, {}, { errors });
}

/** PostgreSQL takes neither NUL nor half a surrogate pair; other control characters say nothing to a reader. */
function faultOfWords(words: string): Text | null {
  if (/\p{Cs}|[^\P{Cc}\t\n\r]/u.test(words)) return NOT_TEXT;
  if (words.trim() === '') return BLANK;
  return containsIdentifier(words) ? NAMES_A_PERSON : null;
}

const NOT_TEXT: Text = {
  en: 'The words hold a control character, or half of a character.',
  cy: 'Mae nod rheoli, neu hanner nod, yn y geiriau.',
};
const BLANK: Text = {
  en: 'The words say nothing. Leave them out, or say why the figures are right.',
  cy: "Nid yw'r geiriau'n dweud dim. Gadewch nhw allan, neu dywedwch pam mae'r ffigurau'n gywir.",
};
const NOT_FOUND: Text = {
  en: 'This submission has no finding to verify of this rule.',
  cy: "Nid oes gan y cyflwyniad hwn ganfyddiad i'w wirio o'r rheol hon.",
};
const TWICE: Text = {
  en: 'This rule is confirmed twice.',
  cy: 'Cadarnheir y rheol hon ddwywaith.',
};
const NAMES_A_PERSON: Text = {
  en: 'The words seem to name a person. Say why the figures are right without naming anybody.',
  cy: "Mae'n ymddangos bod y geiriau'n enwi person. Dywedwch pam mae'r ffigurau'n gywir heb enwi neb.",
};
