import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Archive } from '../../archive/archive.ts';
import type { Manifest } from '../../archive/manifest.ts';
import { FORMATS, type Format } from '../../formats/formats.ts';
import { etagOf, isMatch } from '../conditional-requests.ts';
import { languageOf } from '../language.ts';
import { bareMediaType, chooseMediaType } from '../media-type.ts';
import { mediaTypesOf } from '../openapi/complete-route.ts';
import { type KeptAnswer, openAnswerCache } from './answer-cache.ts';

/** A question that may be asked, of one release, in its one spelling. */
export interface PinnedQuestion {
  readonly archive: Archive;
  readonly release: Manifest;
  /** The address, without its parameters. */
  readonly path: string;
  /** Everything the answer follows from beside the release, in a fixed order. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Whether the caller named the release, so that the answer at its address never changes. */
  readonly isPinned: boolean;
}

/**
 * Answers a question whose answer is known: 304 where the caller has it already, and what is kept where it was
 * answered before. Undefined where it has to be looked up; what is then sent is kept.
 *
 * Ask it once the question is understood and before anything is looked up.
 */
export type KnownAnswers = (
  request: FastifyRequest,
  reply: FastifyReply,
  question: PinnedQuestion,
) => FastifyReply | undefined;

/** What becomes of the answer that is being made. */
interface Making {
  readonly etag: string;
  /** The media type that was asked for. */
  readonly mediaType: string | null;
  readonly question: PinnedQuestion;
  /** Headers that any answer to this request has. */
  readonly common: ReadonlySet<string>;
}

declare module 'fastify' {
  interface FastifyRequest {
    making: Making | null;
  }
}

/** Those that depend on how the release was named, or on the request alone. */
const NOT_KEPT = ['cache-control', 'content-length', 'etag'];

/**
 * Lets the routes below this application give answers that are known without looking them up.
 *
 * The ETag is a digest of the question, the release, the form and language of the answer, and of the code: it
 * says nothing of the figures, and another version of any of these gives another. Answers are kept in memory by
 * it, and dropped as soon as their release no longer stands.
 *
 * @param options.version - Another whenever the same question may be answered in other bytes.
 */
export function openKnownAnswers(
  app: FastifyInstance,
  options: { readonly maximumBytes: number; readonly version: string },
): KnownAnswers {
  const cache = openAnswerCache(options.maximumBytes);
  let archive: Archive | undefined;
  let stopListening = () => {};
  const listen = (to: Archive) => {
    if (archive === to) return;
    stopListening();
    archive = to;
    stopListening = to.onGone(cache.forget);
  };
  app.decorateRequest('making', null);
  app.addHook('onClose', async () => stopListening());
  app.addHook('onSend', async ({ making }, reply, body) => {
    if (making === null || reply.statusCode !== 200) return body;
    const { etag, mediaType, question, common } = making;
    const { release } = question.release;
    if (typeof body !== 'string' && !Buffer.isBuffer(body)) return body;
    if (mediaType !== null && bareMediaType(String(reply.getHeader('content-type'))) !== mediaType) {
      throw new Error(`${question.path} was asked for ${mediaType} and answered in another form`);
    }
    if (question.archive.stands(release))
      cache.keep(etag, { release, headers: headersOf(reply, common), body });
    return body;
  });
  return (request, reply, question) => {
    listen(question.archive);
    const form = formOf(request);
    const etag = etagOf(JSON.stringify([options.version, describe(question), form]));
    const common = new Set([...Object.keys(reply.getHeaders()), ...NOT_KEPT]);
    reply
      .header('etag', etag)
      // A pinned answer never changes, but a disclosive release must be withdrawable within a day.
      .header('cache-control', question.isPinned ? 'public, max-age=86400' : 'public, max-age=60')
      .header('vary', 'Accept, Accept-Language');
    if (isMatch(request.headers['if-none-match'], etag)) return reply.code(304).send();
    const kept = cache.get(etag);
    if (kept !== undefined) return reply.headers(kept.headers).send(kept.body);
    request.making = { etag, mediaType: form.mediaType, question, common };
    return undefined;
  };
}

function describe({ release, path, parameters }: PinnedQuestion): unknown {
  const { release: id, built_at, published_at, schema_version } = release;
  return [id, built_at, published_at, schema_version, path, Object.entries(parameters)];
}

/** Form and language of the answer: the same whether `format` named the form or `Accept` chose it. */
function formOf(request: FastifyRequest) {
  const { format, labels } = request.query as { format?: Format; labels?: string };
  const offered = mediaTypesOf(request.routeOptions.schema?.response);
  const mediaType = format ? FORMATS[format].mediaType : chooseMediaType(request.headers.accept, offered);
  const language = languageOf(request);
  return { mediaType, language, labels: labels ?? language };
}

function headersOf(reply: FastifyReply, common: ReadonlySet<string>): KeptAnswer['headers'] {
  const own = Object.entries(reply.getHeaders()).filter(([name]) => !common.has(name));
  return Object.fromEntries(own.filter(([, value]) => value !== undefined)) as KeptAnswer['headers'];
}
