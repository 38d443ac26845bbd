import { LRUCache } from 'lru-cache';
import type { PublishedFile } from './published-file.ts';

/** Published files in memory, by the digest of their bytes, bounded by what they take together. */
export interface KeptFiles {
  /** The file of a digest: the one that is kept, else what is read now, once for all who ask meanwhile. */
  get(digest: string, read: () => Promise<PublishedFile>): Promise<PublishedFile>;
}

/** Keeps those that were asked for last. One that is larger than the bound is read for each question. */
export function keepPublishedFiles(maximumBytes: number): KeptFiles {
  const kept = new LRUCache<string, PublishedFile>({
    maxSize: maximumBytes,
    sizeCalculation: ({ bytes }) => Math.max(1, bytes),
  });
  const underway = new Map<string, Promise<PublishedFile>>();
  return {
    async get(digest, read) {
      const found = kept.get(digest);
      if (found !== undefined) return found;
      const reading = underway.get(digest) ?? read().finally(() => underway.delete(digest));
      underway.set(digest, reading);
      const file = await reading;
      kept.set(digest, file);
      return file;
    },
  };
}
