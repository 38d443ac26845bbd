import type { IncomingMessage, OutgoingHttpHeader } from 'node:http';
import type { Archive } from '../../archive/archive.ts';
import type { AnswerCache, GivenAnswer, HeadersInTurn, KeptAnswer } from './answer-cache.ts';

/** An answer that is known before its question is read. */
export interface AnswerToGive {
  readonly given: GivenAnswer;
  /** The rest of it; undefined where only its tag is known, so that it can be given to nobody who has not got it. */
  readonly kept: KeptAnswer | undefined;
}

/** Finds the answer that exactly the same request had before, where nothing has changed since. */
export type FindGiven = (request: IncomingMessage) => AnswerToGive | undefined;

/**
 * Opens the answers that were given before. Nothing of a request is read but the words that its answer follows from,
 * and no disk is asked: what changed in the archive is known within a second.
 */
export function findGivenAnswers(cache: AnswerCache, archiveOf: () => Archive): FindGiven {
  return (request) => {
    const given = cache.given(wordsOf(request));
    if (given === undefined || given.generation !== archiveOf().generation()) return undefined;
    return { given, kept: cache.get(given.etag) };
  };
}

/** Everything of a request that an answer of figures follows from, beside the archive. */
export function wordsOf({ url, headers }: IncomingMessage): string {
  return `${url}\n${headers.accept ?? ''}\n${headers['accept-language'] ?? ''}`;
}

/** What is each request's own, or its connection's. */
const EACH_ITS_OWN: ReadonlySet<string> = new Set([
  'x-request-id',
  'ratelimit',
  'ratelimit-policy',
  'connection',
]);

/** The headers of an answer that may be given again to whoever asks. */
export function headersInTurn(
  headers: Readonly<Record<string, OutgoingHttpHeader | undefined>>,
): HeadersInTurn {
  return Object.entries(headers)
    .filter(([name, value]) => value !== undefined && !EACH_ITS_OWN.has(name))
    .flatMap(([name, value]) => [value].flat().flatMap((each) => [name, String(each)]));
}
