import { LRUCache } from 'lru-cache';

/** Headers: names and values in turn. */
export type HeadersInTurn = readonly string[];

/** An answer as it was sent. */
export interface KeptAnswer {
  readonly release: string;
  /** Those that are its own, whoever asks. */
  readonly headers: HeadersInTurn;
  readonly body: Buffer;
}

/** Which answer a request has in certain words. */
export interface GivenAnswer {
  readonly etag: string;
  /** Of the archive by which the request was understood. */
  readonly generation: number;
  /** The pattern of its address, for the log. */
  readonly route: string;
  /** Those that the answer has beside its own, and that a 304 has; without what is each request's own. */
  readonly headers: HeadersInTurn;
}

/**
 * Answers by the ETag of their question, and by the words of a request which answer it has; bounded by their bytes
 * together. What was asked longest ago goes first.
 */
export interface AnswerCache {
  get(etag: string): KeptAnswer | undefined;
  keep(etag: string, answer: KeptAnswer): void;
  /** @param words - Everything of a request that its answer follows from; never beginning with a quotation mark. */
  given(words: string): GivenAnswer | undefined;
  keepGiven(words: string, given: GivenAnswer): void;
  /** Drops every answer of a release. */
  forget(release: string): void;
  readonly bytes: number;
}

/** What an entry takes beside its body and headers, by reckoning: its key's object, its place in the list. */
const OVERHEAD_BYTES = 1024;

/** No answer may take more than this part of the whole, so that one never drives out all the others. */
const LARGEST_PART = 8;

const NOTHING: AnswerCache = {
  get: () => undefined,
  keep() {},
  given: () => undefined,
  keepGiven() {},
  forget() {},
  bytes: 0,
};

/** @param maximumBytes - Of everything together; 0 keeps nothing. */
export function openAnswerCache(maximumBytes: number): AnswerCache {
  if (maximumBytes === 0) return NOTHING;
  // Tags begin with a quotation mark and requests do not, so both share one list and one bound.
  const entries = new LRUCache<string, KeptAnswer | GivenAnswer>({
    maxSize: maximumBytes,
    maxEntrySize: Math.max(1, Math.floor(maximumBytes / LARGEST_PART)),
    sizeCalculation: (entry, key) => OVERHEAD_BYTES + sizeOfText(key) + sizeOf(entry),
  });
  return {
    get(etag) {
      const found = entries.get(etag);
      return found !== undefined && 'body' in found ? found : undefined;
    },
    keep: (etag, answer) => void entries.set(etag, answer),
    given(words) {
      const found = entries.get(words);
      return found !== undefined && 'generation' in found ? found : undefined;
    },
    keepGiven: (words, given) => void entries.set(words, given),
    forget(release) {
      for (const [key, entry] of entries.entries()) {
        if ('body' in entry && entry.release === release) entries.delete(key);
      }
    },
    get bytes() {
      return entries.calculatedSize;
    },
  };
}

function sizeOf(entry: KeptAnswer | GivenAnswer): number {
  const bytes = entry.headers.reduce((total, text) => total + sizeOfText(text), 0);
  return 'body' in entry ? bytes + entry.body.byteLength : bytes;
}

/** Bytes in memory: at most two for each character. */
function sizeOfText(text: string): number {
  return text.length * 2;
}
