import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Archive } from '../../archive/archive.ts';
import type { Manifest } from '../../archive/manifest.ts';
import { FORMATS, type Format } from '../../formats/formats.ts';
import { etagOf, isMatch } from '../conditional-requests.ts';
import { languageOf } from '../language.ts';
import { bareMediaType, chooseMediaType } from '../media-type.ts';
import { mediaTypesOf } from '../openapi/complete-route.ts';
import type { AnswerCache, HeadersInTurn } from './answer-cache.ts';
import { headersInTurn, wordsOf } from './given-answers.ts';

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
  /** Of the archive before its release was chosen; see `Archive.generation`. */
  readonly generation: number | undefined;
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

/**
 * Lets the routes below this application give answers that are known without looking them up.
 *
 * The ETag is a digest of the question, the release, the form and language of the answer, and of the code: it
 * says nothing of the figures, and another version of any of these gives another. Answers are kept in memory by
 * it, and dropped as soon as their release no longer stands. Which answer a request in certain words has is kept beside.
 *
 * @param options.version - Another whenever the same question may be answered in other bytes.
 */
export function openKnownAnswers(
  app: FastifyInstance,
  { cache, version }: { readonly cache: AnswerCache; readonly version: string },
): KnownAnswers {
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
    const { question, common, etag } = making;
    const { release } = question.release;
    if (typeof body !== 'string' && !Buffer.isBuffer(body)) return body;
    refuseOtherForm(making, reply);
    if (!question.archive.stands(release)) return body;
    const own = Object.entries(reply.getHeaders()).filter(([name]) => !common.has(name));
    const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body);
    const headers = headersInTurn({ ...Object.fromEntries(own), 'content-length': bytes.length });
    cache.keep(etag, { release, headers, body: bytes });
    return body;
  });
  return (request, reply, question) => {
    listen(question.archive);
    const form = formOf(request);
    const etag = etagOf(JSON.stringify([version, describe(question), form]));
    reply
      .header('etag', etag)
      // A pinned answer never changes, but a disclosive release must be withdrawable within a day.
      .header('cache-control', question.isPinned ? 'public, max-age=86400' : 'public, max-age=60')
      .header('vary', 'Accept, Accept-Language');
    const common = reply.getHeaders();
    const { generation } = question;
    if (generation !== undefined) {
      const route = String(request.routeOptions.url);
      cache.keepGiven(wordsOf(request.raw), { etag, generation, route, headers: headersInTurn(common) });
    }
    if (isMatch(request.headers['if-none-match'], etag)) return reply.code(304).send();
    const kept = cache.get(etag);
    if (kept !== undefined) return withHeaders(reply, kept.headers).send(kept.body);
    const { mediaType } = form;
    request.making = { etag, mediaType, question, common: new Set(Object.keys(common)) };
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

function refuseOtherForm({ mediaType, question }: Making, reply: FastifyReply): void {
  const sent = bareMediaType(String(reply.getHeader('content-type')));
  if (mediaType === null || sent === mediaType) return;
  throw new Error(`${question.path} was asked for ${mediaType} and answered in another form`);
}

function withHeaders(reply: FastifyReply, headers: HeadersInTurn): FastifyReply {
  for (let at = 0; at < headers.length; at += 2) reply.header(headers[at] as string, headers[at + 1]);
  return reply;
}
