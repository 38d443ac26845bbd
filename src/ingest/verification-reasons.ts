import { CODE_LISTS, type VerificationReasonCode } from '../standard/generated/code-lists.ts';

export type VerificationReason = VerificationReasonCode;

/** Why a figure that looks wrong is right: the only reasons with which a `verify` finding is confirmed. */
export const VERIFICATION_REASONS = CODE_LISTS.verification_reason.codes.map(({ code, title }) => ({
  code: code as VerificationReason,
  title,
}));
