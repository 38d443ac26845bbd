import type { Archive } from '../archive/archive.ts';
import { damagedRelease } from '../archive/damage.ts';
import type { Manifest } from '../archive/manifest.ts';
import { ServiceError } from '../errors.ts';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';

/**
 * The release a question is about: an id, `latest`, or `latest-<collection>`.
 *
 * `latest` is the newest release of returns; where none was ever published, the newest of synthetic data, so
 * that a service being tried out answers too. Published evaluations are only asked for by name.
 *
 * A release that is known to be damaged is never `latest` as long as there is a whole one before it.
 *
 * @throws {ServiceError} RELEASE_NOT_FOUND, with the releases there are; RELEASE_WITHDRAWN, with the notice;
 *   UNAVAILABLE, where a file of it is damaged.
 */
export async function chooseRelease(archive: Archive, asked: string | undefined): Promise<Manifest> {
  const found = await findRelease(archive, asked ?? 'latest');
  const damaged = found || isId(asked) ? (found?.release ?? asked) : await unreadableIn(archive);
  if (damaged !== undefined && (await archive.damageOf(damaged))) throw damagedRelease(damaged);
  if (found) return found;
  const notice = (await archive.withdrawn()).find(({ release }) => release === asked);
  if (notice)
    throw new ServiceError('RELEASE_WITHDRAWN', notice.text, {}, { members: { withdrawal: notice } });
  const choices = (await archive.list()).map((manifest) => manifest.release);
  const detail = {
    en: choices.length === 0 ? 'No release has been published yet.' : 'There is no such release.',
    cy: choices.length === 0 ? "Nid oes datganiad wedi'i gyhoeddi eto." : "Nid oes datganiad o'r fath.",
  };
  throw new ServiceError(
    'RELEASE_NOT_FOUND',
    detail,
    {},
    { errors: [{ parameter: 'release', detail, choices }] },
  );
}

function isId(asked: string | undefined): asked is string {
  return asked !== undefined && !/^latest(-|$)/.test(asked);
}

/** A release whose manifest cannot be read: which collection it is of is not known, so it may be the one asked for. */
async function unreadableIn(archive: Archive): Promise<string | undefined> {
  const readable = (await archive.list()).map(({ release }) => release);
  return archive.damaged().find(({ release }) => !readable.includes(release))?.release;
}

async function findRelease(archive: Archive, asked: string): Promise<Manifest | undefined> {
  if (asked === 'latest') return (await archive.latest('returns')) ?? (await archive.latest('synthetic'));
  const collection = CODE_LISTS.collection.codes.find((code) => `latest-${code.code}` === asked);
  if (collection) return archive.latest(collection.code as Parameters<Archive['latest']>[0]);
  return archive.find(asked);
}
