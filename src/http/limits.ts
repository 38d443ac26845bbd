import type { TrustedProxies } from '../trusted-proxies.ts';

const MEGABYTE = 1024 * 1024;

/** What the publisher may set. `GET /v1/config` gives callers what concerns them. */
export interface ServiceLimits {
  /** Requests of one address in a minute; 0 for any number. */
  readonly requestsPerMinute: number;
  /** Whose word is taken for the address a request comes from. */
  readonly trustedProxies: TrustedProxies;
  readonly questions: QuestionLimits;
  /** Bytes of answers that are kept in memory; 0 for none. */
  readonly answerCacheBytes: number;
  /** Worker threads that check large returns. */
  readonly validationWorkers: number;
}

/** How many questions are looked up at once, how many more may wait, and how long each may wait and be looked up. */
interface QuestionLimits {
  readonly atOnce: number;
  readonly waiting: number;
  readonly seconds: number;
}

/** The limits of a service where nothing was set. */
export const USUAL_LIMITS: ServiceLimits = {
  requestsPerMinute: 600,
  trustedProxies: 0,
  questions: { atOnce: 4, waiting: 32, seconds: 10 },
  answerCacheBytes: 64 * MEGABYTE,
  validationWorkers: 1,
};

/** What a request may weigh and how long it may take. `GET /v1/config` gives them to callers. */
export const LIMITS = {
  /** Bytes of a return, by the form it comes in. */
  returnBytes: {
    json: 32 * MEGABYTE,
    ndjson: 32 * MEGABYTE,
    /** Read row by row; a table ends at two million rows, whatever they weigh. */
    csv: 256 * MEGABYTE,
    zip: 32 * MEGABYTE,
    xlsx: 32 * MEGABYTE,
  },
  /** Returns that are to be taken in later: those that wait, and those that arrive and lie on the disk until they are stored. */
  waiting: {
    ofOwner: { returns: 50, bytes: 1024 * MEGABYTE },
    /** So that one organisation has at most a quarter of the disk. */
    arrivingBytes: 4096 * MEGABYTE,
  },
  /** Returns of one organisation that wait to be decided on, whatever their periods. */
  returnsInTurn: 100,
  /** Bytes of any other body. */
  controlBodyBytes: 64 * 1024,
  /** Bytes of all headers of a request together, its first line included. */
  headerBytes: 16 * 1024,
  /** Bytes of one part of a path. */
  pathPartBytes: 200,
  /** Until the whole request has arrived. */
  requestMs: 120_000,
  /** Until its headers have. */
  headersMs: 20_000,
  /** Until it is answered. */
  answerMs: 150_000,
  /** How long a connection may stand idle. */
  idleMs: 60_000,
  /** How long we go on reading, unheeded, from a caller that we have already refused. */
  lingerMs: 10_000,
} as const;
