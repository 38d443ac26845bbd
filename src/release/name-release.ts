import { ReleaseRefused } from './release-refused.ts';

const RELEASE_ID = /^[a-z0-9][a-z0-9-]{0,59}$/;

/** @throws {ReleaseRefused} If the text cannot name a release, which is also a folder and part of addresses. */
export function checkReleaseId(release: string): void {
  if (!RELEASE_ID.test(release) || /^latest(-|$)/.test(release)) throw ReleaseRefused.badId(release);
}

/**
 * A name for the next release of a collection: collection, last period and a number that is free.
 *
 * @param taken - Ids of releases and drafts.
 */
export function nextReleaseId(collection: string, lastPeriod: string, taken: readonly string[]): string {
  const stem = `${collection.replaceAll('_', '-')}-${lastPeriod.toLowerCase()}`;
  for (let number = 1; ; number += 1) {
    const id = `${stem}-${number}`;
    if (!taken.includes(id)) return id;
  }
}
