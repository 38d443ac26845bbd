import { LRUCache } from 'lru-cache';

/** An answer as it was sent. */
export interface KeptAnswer {
  readonly release: string;
  readonly headers: Record<string, string | number | string[]>;
  readonly body: string | Buffer;
}

/** Answers by the ETag of their question, bounded by their bytes; what was asked longest ago goes first. */
export interface AnswerCache {
  get(etag: string): KeptAnswer | undefined;
  keep(etag: string, answer: KeptAnswer): void;
  /** Drops every answer of a release. */
  forget(release: string): void;
  readonly bytes: number;
}

/** What an entry takes beside its body, by reckoning: its ETag, its headers, its place in the list. */
const OVERHEAD_BYTES = 1024;

/** No answer may take more than this part of the whole, so that one never drives out all the others. */
const LARGEST_PART = 8;

/** @param maximumBytes - Of everything together; 0 keeps nothing. */
export function openAnswerCache(maximumBytes: number): AnswerCache {
  if (maximumBytes === 0) return { get: () => undefined, keep() {}, forget() {}, bytes: 0 };
  const answers = new LRUCache<string, KeptAnswer>({
    maxSize: maximumBytes,
    maxEntrySize: Math.max(1, Math.floor(maximumBytes / LARGEST_PART)),
    sizeCalculation: ({ body }) => sizeOf(body) + OVERHEAD_BYTES,
  });
  return {
    get: (etag) => answers.get(etag),
    keep: (etag, answer) => void answers.set(etag, answer),
    forget(release) {
      for (const [etag, answer] of answers.entries()) if (answer.release === release) answers.delete(etag);
    },
    get bytes() {
      return answers.calculatedSize;
    },
  };
}

/** Bytes in memory: of a text at most two for each character. */
function sizeOf(body: string | Buffer): number {
  return typeof body === 'string' ? body.length * 2 : body.byteLength;
}
