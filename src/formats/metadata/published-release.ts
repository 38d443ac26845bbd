import type { Manifest } from '../../archive/manifest.ts';
import type { Publisher } from '../../standard/about.ts';
import { CODE_LISTS } from '../../standard/generated/code-lists.ts';
import type { Text } from '../../standard/text.ts';

/** A public release, and what its metadata says of it beside its manifest. */
export interface PublishedRelease {
  readonly manifest: Manifest;
  /** Address of the service, without a slash at the end. */
  readonly publicUrl: string;
  /** What its figures were drawn from. */
  readonly collection: Text;
  readonly citation: Text;
  readonly publisher: Publisher;
}

/** Who is named as the publisher where nobody gave a name: whoever runs the service, by its address. */
export function publisherOr(publisher: Publisher | null, publicUrl: string): Publisher {
  return publisher ?? { name: UNNAMED, url: publicUrl };
}

const UNNAMED: Text = {
  en: 'The organisation that runs this service',
  cy: "Y sefydliad sy'n rhedeg y gwasanaeth hwn",
};

/** In a sentence, where the figures of a collection come from: of synthetic data, that nobody was counted. */
export function collectionSentence(collection: string): Text {
  const code = CODE_LISTS.collection.codes.find((each) => each.code === collection);
  return code?.description ?? { en: '', cy: '' };
}

/** The address of a release, which names it for ever. */
export function releaseUrl({ manifest, publicUrl }: PublishedRelease): string {
  return `${publicUrl}/v1/releases/${manifest.release}`;
}

/** The address of one of its files. */
export function fileUrl(release: PublishedRelease, path: string): string {
  return `${releaseUrl(release)}/files/${path}`;
}

/** The address of the CSVW metadata of a table's CSV file. */
export function csvwUrl(publicUrl: string, release: string, table: string): string {
  return `${publicUrl}/v1/releases/${release}/csvw/${table}`;
}
