/** What a key may be used for: sending returns, reading one's own. */
export const API_KEY_SCOPES = ['submit', 'read_own'] as const;
export type ApiKeyScope = (typeof API_KEY_SCOPES)[number];

export const SUBMISSION_STATES = ['accepted', 'needs_verification', 'rejected'] as const;
export type SubmissionState = (typeof SUBMISSION_STATES)[number];

/** What became of a table of an accepted return. */
export const TABLE_OUTCOMES = ['created', 'revised', 'unchanged'] as const;
export type TableOutcome = (typeof TABLE_OUTCOMES)[number];

/** A submitter's word, for one rule of the tier `verify`, that the figures are right, and why. */
export interface Confirmation {
  readonly rule: string;
  /** A code of the closed list of reasons. */
  readonly reason: string;
}
