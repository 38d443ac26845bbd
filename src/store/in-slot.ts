import { and, eq, type SQL } from 'drizzle-orm';
import type { ReturnSlot } from './standing-tables-repository.ts';
import { submissions } from './tables/submissions.ts';

/** Whether a submission is for where a return would stand: of one organisation, collection and period. */
export function inSlot({ organisation, collection, period }: ReturnSlot): SQL | undefined {
  return and(
    eq(submissions.organisation, organisation),
    eq(submissions.collection, collection),
    eq(submissions.period, period),
  );
}
