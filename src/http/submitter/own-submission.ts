import { Type } from 'typebox';
import { ServiceError } from '../../errors.ts';
import type { Database } from '../../store/database.ts';
import type { Owner } from '../../store/holder.ts';
import { findSubmission, type StoredSubmission } from '../../store/submissions-repository.ts';
import { etagOf } from '../conditional-requests.ts';
import { described } from '../openapi/words.ts';

/** The part of an address that names a submission. */
export const SUBMISSION_ID = Type.Object({
  id: Type.String({
    maxLength: 36,
    examples: ['0b6f2a52-5a4e-4c1c-9d53-2f0f8f3f9c11'],
    ...described({ en: 'Id of the submission.', cy: 'Id y cyflwyniad.' }),
  }),
});

/**
 * A submission of whoever asks: a key of a sandbox has those of the sandbox, any other key those sent in earnest.
 *
 * @throws {ServiceError} SUBMISSION_NOT_FOUND, also for one of another organisation.
 */
export async function findOwn(db: Database, owner: Owner, id: string): Promise<StoredSubmission> {
  return (await findSubmission(db, owner, id)) ?? notFound();
}

/** What is thrown of a submission that its caller does not have. */
export function notFound(): never {
  throw new ServiceError('SUBMISSION_NOT_FOUND', {
    en: 'There is none with this id.',
    cy: "Nid oes un â'r id hwn.",
  });
}

/** A strong ETag of the state of a submission: another one whenever anything about it has changed. */
export function stateTagOf({ id, state, tables, confirmations }: StoredSubmission): string {
  const changing = tables.map(({ table, outcome, stands, withdrawal }) => [
    table,
    outcome,
    stands,
    withdrawal,
  ]);
  return etagOf(JSON.stringify([id, state, changing, confirmations]));
}
