import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { ServiceError } from '../../errors.ts';
import { RequestDigest, type RequestIdentity, readIdempotencyKey } from '../../ingest/request-identity.ts';
import type { Database } from '../../store/database.ts';
import type { Owner } from '../../store/holder.ts';
import {
  findKeptAnswer,
  forgetOldAnswers,
  type KeptAnswer,
  keepAnswer,
} from '../../store/idempotency-repository.ts';
import type { RequestLocks } from '../../store/request-locks.ts';
import { bareMediaType } from '../media-type.ts';
import { described } from '../openapi/words.ts';

/** The header by which a sender names a request of which it may lose the answer. */
export const IDEMPOTENCY_KEY_HEADER = {
  'idempotency-key': Type.Optional(
    Type.String({
      maxLength: 520,
      examples: ['"8e03978e-40d5-43dd-bc93-6894a57f9324"'],
      ...described({
        en: 'A key of your own making, the same for each attempt to send one request.',
        cy: "Allwedd o'ch gwaith eich hun, yr un fath ar gyfer pob ymgais i anfon un cais.",
      }),
    }),
  ),
};

/** An answer as it goes out, so that it can be given again byte for byte. */
export type SentAnswer = Omit<KeptAnswer, 'request_sha256'>;

/** What works on a request that may come again. */
export interface RepeatableWork {
  /** The body, to be read to its end. */
  readonly body: AsyncIterable<Uint8Array>;
  /** Keeps the answer, in the transaction of what it tells of. Nothing to do for a request without a key. */
  keep(transaction: Database, answer: SentAnswer): Promise<void>;
}

/**
 * Works on a request once, however often it is sent with one `Idempotency-Key`: later ones get the answer of the
 * first, byte for byte. A request without a key is simply worked on.
 *
 * @throws {ServiceError} IDEMPOTENCY_KEY_IN_USE while another with the key is being worked on;
 *   IDEMPOTENCY_KEY_REUSED when the key came before with another request; whatever `work` throws, which is not kept.
 */
export async function answerOnce(
  { db, locks }: { readonly db: Database; readonly locks: RequestLocks },
  request: FastifyRequest,
  { owner, body }: { readonly owner: Owner; readonly body: AsyncIterable<Uint8Array> },
  work: (repeatable: RepeatableWork) => Promise<SentAnswer>,
): Promise<SentAnswer & { readonly isRepeated: boolean }> {
  const key = readIdempotencyKey(request.headers['idempotency-key']);
  if (key === null) {
    return { ...(await work({ body, keep: async () => {} })), isRepeated: false };
  }
  const giveBack = await locks.take(owner, key);
  if (giveBack === null) throw inUse();
  try {
    const now = new Date();
    const digest = new RequestDigest(identityOf(request));
    const kept = await findKeptAnswer(db, owner, key, now);
    if (kept !== null) {
      for await (const _ of digest.over(body));
      if (!digest.end().equals(kept.request_sha256)) throw reused();
      return { ...kept, isRepeated: true };
    }
    await forgetOldAnswers(db, now);
    const answer = await work({
      body: digest.over(body),
      keep: async (transaction, sent) => {
        const kept = { ...sent, request_sha256: digest.end() };
        // Somebody got past the lock, as when the connection that held it was lost. One of the two is undone.
        if (!(await keepAnswer(transaction, owner, key, kept, now))) throw inUse();
      },
    });
    return { ...answer, isRepeated: false };
  } finally {
    await giveBack();
  }
}

/** Sends an answer, and says whether it was given before. */
export function sendOnce(
  reply: FastifyReply,
  {
    status,
    location,
    media_type,
    content_language,
    response,
    isRepeated,
  }: SentAnswer & { readonly isRepeated: boolean },
): FastifyReply {
  if (location !== null) reply.header('location', location);
  if (isRepeated) reply.header('idempotency-replayed', 'true');
  return reply
    .code(status)
    .header('content-type', media_type)
    .header('content-language', content_language)
    .send(response);
}

function identityOf(request: FastifyRequest): RequestIdentity {
  // The language of an answer is no part of what is asked for, in the query as little as in a header.
  const { lang: _, ...parameters } = request.query as Readonly<Record<string, unknown>>;
  return {
    method: request.method,
    path: addressOf(request),
    parameters,
    mediaType: bareMediaType(request.headers['content-type']),
    ifMatch: request.headers['if-match']?.trim() ?? null,
  };
}

/** The address without its query, however the caller wrote it: the route, with what its parameters stand for. */
function addressOf({ routeOptions, params }: FastifyRequest): string {
  const named = params as Readonly<Record<string, string>>;
  return (routeOptions.url ?? '').replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(named[name] ?? ''),
  );
}

function inUse(): ServiceError {
  const detail = {
    en: 'A request with this Idempotency-Key is being worked on.',
    cy: "Mae cais â'r Idempotency-Key hwn yn cael ei brosesu.",
  };
  return new ServiceError(
    'IDEMPOTENCY_KEY_IN_USE',
    detail,
    {},
    { headers: { 'retry-after': '2' }, errors: [{ header: 'Idempotency-Key', detail }] },
  );
}

function reused(): ServiceError {
  const detail = {
    en: 'This Idempotency-Key came before with another request. Nothing was stored.',
    cy: "Daeth yr Idempotency-Key hwn o'r blaen gyda chais arall. Ni storiwyd dim.",
  };
  return new ServiceError(
    'IDEMPOTENCY_KEY_REUSED',
    detail,
    {},
    { errors: [{ header: 'Idempotency-Key', detail }] },
  );
}
