import type { Manifest, ReleaseFile } from '../../archive/manifest.ts';
import { FORMATS } from '../../formats/formats.ts';
import { LICENCE } from '../../standard/about.ts';

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
    link: `<${LICENCE.url}>; rel="license", <${permalink}>; rel="canonical"`,
  };
}

/** `tables/profiles.csv` becomes `<release>-profiles.csv`; of a file of one period the period is named too. */
function fileName(release: string, path: string): string {
  const parts = path
    .replace(/^(tables|cells)\//, '')
    .replace(/\/cells(\.\w+)$/, '$1')
    .replace(/(table|period)=/g, '');
  return `${release}-${parts}`.replace(/[^a-zA-Z0-9._-]/g, '-');
}
