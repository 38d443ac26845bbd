import type { AuditAction } from '../store/audit-actions.ts';
import type { SubmissionState } from '../store/stored-values.ts';

/** What the audit log says of a submission that comes into a state. */
export const AUDITED: Readonly<Record<SubmissionState, AuditAction>> = {
  accepted: 'submission_accepted',
  needs_verification: 'submission_held',
  rejected: 'submission_rejected',
  superseded: 'submission_superseded',
};
