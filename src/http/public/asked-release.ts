import type { FastifyRequest } from 'fastify';
import type { Archive } from '../../archive/archive.ts';
import type { Manifest } from '../../archive/manifest.ts';
import { chooseRelease } from '../../query/choose-release.ts';
import type { Parameters } from '../../query/question.ts';

/** A request for figures, less what says only how they are to be written. */
export interface AskedRelease {
  readonly asked: Parameters;
  readonly release: Manifest;
  /** Whether the caller named the release, so that the answer at its address never changes. */
  readonly isPinned: boolean;
  /** Of the archive before the release was chosen: what is newer than the choice is never told of it. */
  readonly generation: number | undefined;
}

/** Reads what a request asks, and of which release. */
export async function readAsked(request: FastifyRequest, archive: Archive): Promise<AskedRelease> {
  const { format: _format, labels: _labels, lang: _lang, ...asked } = request.query as Parameters;
  // Looks at the folder where that was too long ago, so that the number is known.
  await archive.list();
  const generation = archive.generation();
  const release = await chooseRelease(archive, asked.release);
  return { asked, release, isPinned: asked.release === release.release, generation };
}
