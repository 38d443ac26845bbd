import type { SubmissionBrief } from '../store/stored-values.ts';
import type { Submission } from '../store/submissions-repository.ts';
import { disagreesOnlyWith } from './disagreement.ts';

/** What a list of submissions says of one besides its state and tables. */
export function briefOf(
  submission: Pick<Submission, 'report' | 'service_findings' | 'header_changes'>,
): SubmissionBrief {
  return {
    rows: submission.report.rows,
    disagrees_with: disagreesOnlyWith(submission),
    changed_fields: [...new Set(submission.header_changes.map(({ field }) => field))],
  };
}
