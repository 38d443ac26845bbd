import type { FastifyReply, FastifyRequest } from 'fastify';
import { receiptOf } from '../../ingest/receipt.ts';
import type { Database } from '../../store/database.ts';
import type { StoredSubmission } from '../../store/submissions-repository.ts';
import { answerOnce, type SentAnswer, sendOnce } from './answer-once.ts';
import { ownerOf } from './authenticate.ts';
import { notFound, stateTagOf } from './own-submission.ts';
import type { SubmitterDependencies } from './submitter-routes.ts';

/** Changes a submission; calls `onDecided` in the transaction that does so, with the submission as it is afterwards. */
type Change = (
  onDecided: (transaction: Database, submission: StoredSubmission) => Promise<void>,
) => Promise<StoredSubmission | null>;

/**
 * Answers a request that changes a submission with its receipt, and a repetition of it with the receipt it had then.
 * Only an answer that has just been worked out carries the ETag: a repeated one may tell of a state that is past.
 *
 * @throws {ServiceError} SUBMISSION_NOT_FOUND when `change` finds none; whatever `answerOnce` and `change` throw.
 */
export async function answerReceiptOnce(
  dependencies: Pick<SubmitterDependencies, 'db' | 'locks'>,
  request: FastifyRequest,
  reply: FastifyReply,
  change: Change,
): Promise<FastifyReply> {
  reply.header('cache-control', 'private, no-cache');
  const asked = { owner: ownerOf(request), body: bytesOf(request.body) };
  const answer = await answerOnce(dependencies, request, asked, async ({ body, keep }) => {
    for await (const _ of body);
    const submission = await change((transaction, decided) => keep(transaction, describe(decided)));
    if (submission === null) return notFound();
    reply.header('etag', stateTagOf(submission));
    return describe(submission);
  });
  return sendOnce(reply, answer);
}

/** A body that was read already, as bytes that are the same for each repetition of it. */
async function* bytesOf(body: unknown): AsyncGenerator<Uint8Array> {
  yield Buffer.from(JSON.stringify(body));
}

function describe(submission: StoredSubmission): SentAnswer {
  return {
    status: 200,
    location: null,
    media_type: 'application/json; charset=utf-8',
    content_language: 'en, cy',
    response: JSON.stringify(receiptOf(submission)),
  };
}
