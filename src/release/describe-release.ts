import type { ExpectedReturn, Manifest, ReleaseFile, TableContents } from '../archive/manifest.ts';
import { MAGNITUDE_NOISE_VARIANCE } from '../disclosure/noise.ts';
import { FLOOR, MAGNITUDE_SHARE, ROUNDING, THRESHOLD } from '../disclosure/publish.ts';
import type { TableName } from '../standard/generated/tables.ts';
import { type SchemaVersion, VERSIONS } from '../standard/generated/versions.ts';
import { isDraftVersion } from '../standard/versions/of-version.ts';
import type { AcceptedTable } from '../store/accepted-tables.ts';
import { publicCoverageOf } from './public-coverage.ts';
import { publicNotesOf } from './public-notes.ts';
import { nationsOf, scopeOf } from './release-scope.ts';

export function describeRelease(facts: {
  readonly release: string;
  readonly collection: string;
  /** The version that the release is built at. */
  readonly schemaVersion: SchemaVersion;
  readonly builtAt: Date;
  readonly accepted: readonly AcceptedTable[];
  readonly expected: readonly ExpectedReturn[];
  readonly contents: Partial<Record<TableName, TableContents>>;
  /** Tokens of the areas of published cells. */
  readonly areas: readonly string[];
  readonly files: readonly ReleaseFile[];
}): Manifest {
  return {
    manifest_version: 1,
    release: facts.release,
    collection: facts.collection,
    schema_version: facts.schemaVersion,
    returned_versions: returnedVersions(facts.accepted),
    ...(isDraftVersion(facts.schemaVersion) ? { is_trial: true } : {}),
    built_at: facts.builtAt.toISOString(),
    published_at: null,
    scope: scopeOf(nationsOf(facts.accepted), facts.areas),
    tables: facts.contents,
    coverage: publicCoverageOf(facts.accepted, facts.schemaVersion),
    notes: publicNotesOf(facts.accepted),
    expected: facts.expected,
    disclosure: {
      method: 'cell-key',
      version: 'spcd-sdc-2',
      floor: FLOOR,
      threshold: THRESHOLD,
      rounding: ROUNDING,
      magnitude_share: MAGNITUDE_SHARE,
      magnitude_noise_variance: MAGNITUDE_NOISE_VARIANCE,
    },
    files: facts.files,
  };
}

function returnedVersions(accepted: readonly AcceptedTable[]): SchemaVersion[] {
  return VERSIONS.filter((version) => accepted.some(({ header }) => header.schema_version === version));
}
