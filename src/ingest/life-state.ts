import type { Submission, SubmittedTable } from '../store/submissions-repository.ts';

/**
 * Where a return is in its life, as its sender sees it.
 *
 * `superseded` and `withdrawn` are said when none of its tables stands or waits any more.
 */
export const LIFE_STATES = ['rejected', 'needs_verification', 'accepted', 'superseded', 'withdrawn'] as const;
export type LifeState = (typeof LIFE_STATES)[number];

/** Where a return that has been looked at is in its life. */
export function lifeStateOf({
  state,
  tables,
}: Pick<Submission, 'state'> & {
  readonly tables: readonly Pick<SubmittedTable, 'outcome' | 'stands' | 'withdrawal'>[];
}): LifeState {
  if (state === 'rejected' || tables.length === 0) return state;
  if (tables.every(({ withdrawal }) => withdrawal !== null)) return 'withdrawn';
  const isOver = tables.every((table) => !table.stands && !(state === 'needs_verification' && waits(table)));
  return isOver ? 'superseded' : state;
}

/** Whether a table of a return that is to be verified is still there to be confirmed. */
export function waits({ outcome, withdrawal }: Pick<SubmittedTable, 'outcome' | 'withdrawal'>): boolean {
  return outcome === 'held' && withdrawal === null;
}
