import { bulkPath } from '../../archive/bulk-path.ts';
import type { Manifest, ReleaseFile } from '../../archive/manifest.ts';
import { FORMATS } from '../../formats/formats.ts';
import { CSVW_MEDIA_TYPE } from '../../formats/metadata/csvw.ts';
import { csvwUrl } from '../../formats/metadata/published-release.ts';
import { LICENCE } from '../../standard/about.ts';
import { TABLE_NAMES } from '../../standard/generated/tables.ts';

/**
 * What the headers of a release's file say of it: its kind, name, strong ETag and digest, its licence and the one
 * address at which it never changes.
 */
export function releaseFileHeaders(
  { release }: Pick<Manifest, 'release'>,
  { path, sha256 }: ReleaseFile,
  publicUrl: string,
): Record<string, string> {
  const kind = path.endsWith('.csv') ? FORMATS.csv : FORMATS.parquet;
  const permalink = `${publicUrl}/v1/releases/${release}/files/${path}`;
  const digest = Buffer.from(sha256, 'hex').toString('base64');
  return {
    'content-type': kind.contentType,
    'content-disposition': `attachment; filename="${fileName(release, path)}"`,
    'accept-ranges': 'bytes',
    etag: `"${sha256}"`,
    'repr-digest': `sha-256=:${digest}:`,
    link: [
      `<${LICENCE.url}>; rel="license"`,
      `<${permalink}>; rel="canonical"`,
      ...describedBy(release, path, publicUrl),
    ].join(', '),
  };
}

/** What the columns of a table's CSV are. */
function describedBy(release: string, path: string, publicUrl: string): string[] {
  const table = TABLE_NAMES.find((name) => path === bulkPath(name, 'csv'));
  if (table === undefined) return [];
  return [`<${csvwUrl(publicUrl, release, table)}>; rel="describedby"; type="${CSVW_MEDIA_TYPE}"`];
}

/** `tables/profiles.csv` becomes `<release>-profiles.csv`; of a file of one period the period is named too. */
function fileName(release: string, path: string): string {
  const parts = path
    .replace(/^(tables|cells)\//, '')
    .replace(/\/cells(\.\w+)$/, '$1')
    .replace(/(table|period)=/g, '');
  return `${release}-${parts}`.replace(/[^a-zA-Z0-9._-]/g, '-');
}
