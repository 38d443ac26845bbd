import { bulkPath } from '../../../src/archive/bulk-path.ts';
import type { PublishedRelease } from '../../../src/formats/metadata/published-release.ts';
import { citationOf, collectionTitle } from '../../../src/query/answer-meta.ts';
import { TABLE_NAMES } from '../../../src/standard/generated/tables.ts';
import { walesManifest } from '../../query/wales-manifest.ts';

const SHA256 = 'ab'.repeat(32);

/** A release of Wales whose manifest lists both files of every table, and one of a single period. */
export function walesRelease(): PublishedRelease {
  const paths = TABLE_NAMES.flatMap((table) => [bulkPath(table, 'parquet'), bulkPath(table, 'csv')]);
  const manifest = walesManifest({
    files: ['cells/table=profiles/period=2026-Q1/cells.parquet', ...paths].map((path, index) => ({
      path,
      bytes: 100 + index,
      sha256: SHA256,
    })),
  });
  return {
    manifest,
    publicUrl: 'https://data.example.wales',
    collection: collectionTitle(manifest),
    citation: citationOf(manifest),
    publisher: { name: { en: 'An organisation', cy: 'Sefydliad' }, url: 'https://publisher.example.wales/' },
  };
}
