import type { SchemaVersion } from '../standard/generated/versions.ts';
import { isKnownVersion, isLater } from '../standard/versions/every-version.ts';
import type { AcceptedTable } from '../store/accepted-tables.ts';

/** A return that follows a version later than the one a release is built at. */
export interface LaterReturn {
  readonly organisation: string;
  readonly period: string;
  readonly version: string;
}

/** The returns that a release of a version cannot hold: those of later versions, or of versions not known here. */
export function laterReturns(accepted: readonly AcceptedTable[], version: SchemaVersion): LaterReturn[] {
  const found = new Map<string, LaterReturn>();
  for (const { organisation, period, header } of accepted) {
    const followed: string = header.schema_version;
    if (isKnownVersion(followed) && !isLater(followed, version)) continue;
    found.set(`${organisation} ${period}`, { organisation, period, version: followed });
  }
  return [...found.values()];
}
