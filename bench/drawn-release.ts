import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { openDuckDb } from '../src/archive/duckdb.ts';
import { describeFile } from '../src/archive/durable-files.ts';
import type { Manifest, ReturnCoverage } from '../src/archive/manifest.ts';
import { writeManifest } from '../src/archive/manifest-digest.ts';
import { writeBulkFiles } from '../src/release/bulk-files.ts';
import { describeRelease } from '../src/release/describe-release.ts';
import { contentsOf } from '../src/release/revision-contents.ts';
import { writeReleaseCells } from '../src/release/write-release-cells.ts';
import { CODE_LISTS } from '../src/standard/generated/code-lists.ts';
import { LATEST_SETTLED_VERSION } from '../src/standard/versions/of-version.ts';
import { completeReturn } from '../tests/query/wales-manifest.ts';
import { drawCountry, NATIONS, QUARTERS } from './drawn-country.ts';

/** The one release of a drawn archive. */
export const DRAWN_RELEASE = 'returns-2026-q1-1';

const version = LATEST_SETTLED_VERSION;

/**
 * Builds and publishes the release of an invented country of so many keyed rows, with complete returns of every organisation.
 *
 * @param folder - Where it may write; the archive is made in it.
 * @returns The folder of the archive, and the rows the release is made of.
 */
export async function drawRelease(folder: string, total: number) {
  const instance = await openDuckDb({
    memoryLimit: '1500MB',
    threads: 2,
    folders: [folder],
    spillFolder: join(folder, 'spill'),
  });
  const connection = await instance.connect();
  const rows = await drawCountry(connection, join(folder, 'rows'), total);
  const archive = join(folder, 'archive');
  const release = join(archive, DRAWN_RELEASE);
  await mkdir(release, { recursive: true });
  const drawn = contentsOf(rows, version);
  const writer = { instance, cellKey: new Uint8Array(32).fill(7), progress: () => {} };
  const content = { rows, nations: [...NATIONS], drawn, version, release: DRAWN_RELEASE };
  const { paths, contents, areas } = await writeReleaseCells(writer, content, release);
  connection.closeSync();
  instance.closeSync();
  const bulk = await writeBulkFiles(release, paths, {
    schemaVersion: version,
    collection: 'returns',
    threads: 2,
  });
  const files = await Promise.all([...paths, ...bulk].map((path) => describeFile(release, path)));
  const manifest: Manifest = {
    ...describeRelease({
      release: DRAWN_RELEASE,
      collection: 'returns',
      schemaVersion: version,
      builtAt: new Date('2026-08-01T09:00:00Z'),
      accepted: [],
      expected: [],
      contents,
      areas,
      files,
    }),
    published_at: '2026-08-01T09:30:00.000Z',
    scope: [...NATIONS],
    coverage: QUARTERS.flatMap(returnsOfEveryOrganisation),
  };
  await writeManifest(release, `${JSON.stringify(manifest)}\n`);
  return { archive, rows };
}

function returnsOfEveryOrganisation(period: string): ReturnCoverage[] {
  return CODE_LISTS.organisations.codes.flatMap(({ code, extra, valid_to }) => {
    const area = extra?.area_code;
    if (typeof area !== 'string' || valid_to !== null) return [];
    return [completeReturn(code, area, period)];
  });
}
