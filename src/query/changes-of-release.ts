import type { Manifest, ReleaseChange } from '../archive/manifest.ts';
import { TABLE_NAMES } from '../standard/generated/tables.ts';

export interface ChangesOfRelease {
  /** The release of the same collection before it; null of the first, and where it is not known. */
  readonly since: string | null;
  /** By period, organisation and table; null where it is not known, as of releases published before it was kept. */
  readonly changes: readonly ReleaseChange[] | null;
}

/** What is new, revised or withdrawn in a release; of the first of a collection everything is new. */
export function changesOfRelease({ supersedes, changes, coverage }: Manifest): ChangesOfRelease {
  if (supersedes === undefined) return { since: null, changes: null };
  if (supersedes !== null) return { since: supersedes, changes: changes ?? null };
  return {
    since: null,
    changes: coverage.flatMap(({ organisation, period, tables }) =>
      TABLE_NAMES.filter((table) => tables[table] !== undefined).map((table) => ({
        organisation,
        period,
        table,
        change: 'new' as const,
      })),
    ),
  };
}
