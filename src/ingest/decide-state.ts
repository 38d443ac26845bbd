import type { Finding } from '../standard/finding.ts';
import type { SubmissionState } from '../store/stored-values.ts';
import type { VerifiedRule } from './read-confirmations.ts';

export interface Decision {
  readonly state: SubmissionState;
  /** The confirmations that something was found for; others say nothing. */
  readonly confirmations: readonly VerifiedRule[];
}

/**
 * Decides what becomes of a return from all that was found: an error rejects it, and whatever asks to be
 * verified holds it until every such rule is confirmed.
 */
export function decideState(findings: readonly Finding[], confirmed: readonly VerifiedRule[]): Decision {
  const rulesOf = (tier: Finding['tier']) =>
    new Set(findings.filter((finding) => finding.tier === tier).map((finding) => finding.rule));
  const toVerify = rulesOf('verify');
  const confirmations = confirmed.filter(({ rule }) => toVerify.has(rule));
  if (rulesOf('error').size > 0) return { state: 'rejected', confirmations };
  const confirmedRules = new Set(confirmations.map(({ rule }) => rule));
  const isVerified = [...toVerify].every((rule) => confirmedRules.has(rule));
  return { state: isVerified ? 'accepted' : 'needs_verification', confirmations };
}
