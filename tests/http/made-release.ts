import { type MadeArchive, makeArchive, peopleCell } from '../query/made-archive.ts';
import { walesManifest } from '../query/wales-manifest.ts';

/** The one release of `makeSmallRelease`. */
export const MADE_RELEASE = walesManifest().release;

/** A question that it answers, but for the release. */
export const PEOPLE_OF_POWYS =
  '/v1/data/profiles?population=supported&period=2026-Q1&area_code=W06000023&figure=people';

/**
 * An archive with one release of Wales, all of whose files are there, and a few figures in them.
 *
 * @param people - Those of Powys in the first quarter of 2026.
 */
export function makeSmallRelease(people = 1234): Promise<MadeArchive> {
  const cells = [peopleCell(people, 'W06000023'), peopleCell(20_000, 'W92000004')];
  return makeArchive([{ manifest: walesManifest(), cells, isInBulk: true }]);
}
