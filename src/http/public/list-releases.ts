import type { Archive } from '../../archive/archive.ts';
import type { Manifest } from '../../archive/manifest.ts';
import type { WithdrawalNotice } from '../../archive/withdrawal.ts';
import { citationOf, doiSuffixOf } from '../../query/answer-meta.ts';
import { releaseStatus } from '../../query/figures-status.ts';
import type { FigureDependencies } from './figure-address.ts';

/** What the list of releases may be narrowed to. */
export interface ReleaseFilter {
  readonly collection?: string;
  readonly state?: 'published' | 'withdrawn';
  readonly figures_status?: string;
}

type Service = Pick<FigureDependencies, 'publicUrl' | 'publisher'>;

/** The releases that were ever public, newest publication first: those that stand, and the notices of those that do not. */
export async function listReleases(archive: Archive, filter: ReleaseFilter, service: Service) {
  const standing = (await archive.list()).map((manifest) => summaryOf(manifest, service));
  const withdrawn = (await archive.withdrawn()).map((notice) => entryOf(notice, service.publicUrl));
  return [...standing, ...withdrawn]
    .filter(
      (entry) =>
        (filter.collection === undefined || entry.collection === filter.collection) &&
        (filter.state === undefined || entry.state === filter.state) &&
        (filter.figures_status === undefined || entry.figures_status === filter.figures_status),
    )
    .sort((a, b) => (momentOf(a) > momentOf(b) ? -1 : 1));
}

function momentOf({ published_at, release }: { published_at: string | null; release: string }): string {
  return `${published_at ?? ''} ${release}`;
}

function summaryOf(manifest: Manifest, { publicUrl, publisher }: Service) {
  const { release, collection, schema_version, published_at, scope, supersedes } = manifest;
  return {
    release,
    collection,
    state: 'published' as const,
    published_at,
    figures_status: releaseStatus(manifest),
    schema_version,
    scope,
    ...(supersedes === undefined ? {} : { supersedes }),
    doi_suffix: doiSuffixOf(manifest),
    citation: citationOf(manifest, publisher),
    url: addressOf(release, publicUrl),
  };
}

function entryOf(withdrawal: WithdrawalNotice, publicUrl: string) {
  const { release, collection, published_at } = withdrawal;
  const url = addressOf(release, publicUrl);
  const state = 'withdrawn' as const;
  return { release, collection, state, published_at, figures_status: null, withdrawal, url };
}

function addressOf(release: string, publicUrl: string): string {
  return `${publicUrl}/v1/releases/${release}`;
}
