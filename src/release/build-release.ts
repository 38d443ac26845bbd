import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { type DuckDBConnection, isOutOfMemory, openDuckDb } from '../archive/duckdb.ts';
import { describeFile, syncPath, syncTree, writeDurably } from '../archive/durable-files.ts';
import type { Manifest, ReleaseFile } from '../archive/manifest.ts';
import { checkRemainingVariance } from '../disclosure/check-lattice.ts';
import type { CollectionCode } from '../standard/generated/code-lists.ts';
import { TABLE_NAMES, TABLES } from '../standard/generated/tables.ts';
import type { SchemaVersion } from '../standard/generated/versions.ts';
import { LATEST_SETTLED_VERSION } from '../standard/versions/of-version.ts';
import { type AcceptedTable, readAcceptedRows } from '../store/accepted-tables.ts';
import type { Database } from '../store/database.ts';
import { BuiltFiles } from './built-files.ts';
import { writeBulkFiles } from './bulk-files.ts';
import { findSharedService } from './check-services.ts';
import { laterReturns } from './check-versions.ts';
import { clearLeftovers } from './clear-leftovers.ts';
import { codeDigest } from './code-digest.ts';
import { describeRelease } from './describe-release.ts';
import { expectedReturns } from './expected-returns.ts';
import { inputsOfFiles } from './file-inputs.ts';
import { namesOfReturns } from './list-changes.ts';
import { checkReleaseId } from './name-release.ts';
import { keepPrivateRows, type PrivateRows } from './private-rows.ts';
import { CONTENTS_FILE, listPublishedContents, type PublishedContents } from './published-contents.ts';
import { readStanding } from './read-standing.ts';
import { ReleaseRefused } from './release-refused.ts';
import { nationsOf } from './release-scope.ts';
import { contentsOf, type RevisionContents } from './revision-contents.ts';
import { frozenPeriod, waitingYears } from './revision-limits.ts';
import { choicesOf } from './token-table.ts';
import { type Reuse, writeReleaseCells } from './write-release-cells.ts';

export interface BuildDependencies {
  readonly db: Database;
  readonly pool: Pool;
  readonly keys: { readonly recordKey: Uint8Array; readonly cellKey: Uint8Array };
  readonly privateDir: string;
  /** How many threads may work at once; the cells are the same whatever their number. Two unless given. */
  readonly threads?: number;
  /**
   * What the engine may use of memory for all that it works out at once, in MB; the cells are the same whatever it
   * is. 1,500 unless given.
   */
  readonly memoryMegabytes?: number;
  /** Told what is being done, in a few words, as it goes. */
  readonly progress: (done: number, total: number, what: string) => void;
}

export interface BuildRequest {
  readonly release: string;
  readonly collection: CollectionCode;
  readonly now: Date;
  /** The version to build at; the latest that is not a draft unless given. At a draft it is a trial. */
  readonly schemaVersion?: SchemaVersion;
}

const USUAL_MEMORY_MEGABYTES = 1500;

/** Where a built release waits to be published. */
export function draftFolder(privateDir: string, release: string): string {
  return join(privateDir, 'drafts', release);
}

/**
 * Builds a release of one collection from the standing tables: keys the rows, works out every allowed cell of
 * the lattice, protects it and writes the cells that may be shown, with a manifest, as a draft.
 *
 * It writes beside the drafts and renames at the end, so a build that is killed leaves no draft.
 *
 * Files of which nothing changed since the last build of the collection are taken from there (`BuiltFiles`).
 *
 * A financial year that waits for its final figures is left out. Rows of earlier versions are lifted to that of
 * the release as they are read (`liftedRows`).
 *
 * @throws {ReleaseRefused} If the id cannot name a release, nothing is accepted in the collection, a return
 *   follows a later version than the release, a service stands in two returns of one period, figures would
 *   change more often than they may, or its engine needs more memory than it may use.
 */
export async function buildRelease(deps: BuildDependencies, request: BuildRequest): Promise<Manifest> {
  checkReleaseId(request.release);
  const standing = await readStanding(deps.db, request.collection);
  const { accepted, organisations } = standing;
  if (accepted.length === 0) throw ReleaseRefused.nothingAccepted(request.collection);
  const version = request.schemaVersion ?? LATEST_SETTLED_VERSION;
  const later = laterReturns(accepted, version);
  if (later.length > 0) throw ReleaseRefused.laterVersion(version, later);
  const shared = findSharedService(standing);
  if (shared) throw ReleaseRefused.sharedService(shared);
  for (const table of TABLE_NAMES.filter((name) => TABLES[name].disclosure === 'persons')) {
    for (const { selectors } of choicesOf(table)) checkRemainingVariance(table, selectors, version);
  }

  await mkdir(deps.privateDir, { recursive: true, mode: 0o700 });
  await clearLeftovers(deps.privateDir);
  const building = join(deps.privateDir, `building-${process.pid}-${request.release}`);
  await rm(building, { recursive: true, force: true });
  await mkdir(join(building, 'spill'), { recursive: true, mode: 0o700 });
  const megabytes = deps.memoryMegabytes ?? USUAL_MEMORY_MEGABYTES;
  const instance = await openDuckDb({
    memoryLimit: `${megabytes}MB`,
    threads: deps.threads ?? 2,
    folders: [deps.privateDir],
    spillFolder: join(building, 'spill'),
  });
  const connection = await instance.connect();
  try {
    const rows = await withinMemory(megabytes, () => keepAllRows(deps, connection, accepted));
    const drawn = await drawnFrom(deps, { ...request, version }, rows, accepted);
    const content = { rows, nations: nationsOf(accepted), drawn, version, release: request.release };
    const { cellKey } = deps.keys;
    const built = await BuiltFiles.open({
      kept: join(deps.privateDir, 'built', request.collection),
      release: join(building, 'release'),
      inputs: inputsOfFiles(content, { cellKey, code: await codeDigest() }),
    });
    const reuse: Reuse = (path) => built.reuse(path);
    const writer = { instance, cellKey, progress: deps.progress };
    const { paths, contents, areas } = await withinMemory(megabytes, () =>
      writeReleaseCells(writer, content, join(building, 'release'), reuse),
    );
    const files: ReleaseFile[] = [];
    const bulk = await writeBulkFiles(join(building, 'release'), paths, {
      schemaVersion: version,
      collection: request.collection,
      threads: deps.threads ?? 2,
      reuse,
    });
    for (const path of [...paths, ...bulk]) files.push(await describeFile(join(building, 'release'), path));
    await built.keep(files);
    const manifest = describeRelease({
      ...request,
      schemaVersion: version,
      builtAt: request.now,
      accepted,
      expected: expectedReturns(request.collection, organisations, accepted),
      contents,
      areas,
      files,
    });
    await writeDurably(join(building, 'release', 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    const { release, built_at, collection } = manifest;
    const returns = namesOfReturns(accepted, rows);
    const record: PublishedContents = { release, collection, built_at, contents: drawn, returns };
    await writeDurably(join(building, 'release', CONTENTS_FILE), `${JSON.stringify(record)}\n`);
    await finishDraft(deps.privateDir, building, request.release);
    return manifest;
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(building, { recursive: true, force: true });
  }
}

/** Says in words of releases that the engine needed more memory than it may use. */
async function withinMemory<Done>(megabytes: number, run: () => Promise<Done>): Promise<Done> {
  try {
    return await run();
  } catch (error) {
    throw isOutOfMemory(error) ? ReleaseRefused.tooLittleMemory(megabytes, error) : error;
  }
}

async function keepAllRows(
  deps: BuildDependencies,
  connection: DuckDBConnection,
  accepted: readonly AcceptedTable[],
): Promise<PrivateRows[]> {
  const store = { connection, privateDir: deps.privateDir, recordKey: deps.keys.recordKey };
  const kept: PrivateRows[] = [];
  for (const table of accepted) {
    deps.progress(kept.length, accepted.length, 'rows');
    kept.push(
      await keepPrivateRows(store, table, readAcceptedRows(deps.pool, table.submission_id, table.table)),
    );
  }
  return kept;
}

/** What the release draws figures from, less the years that wait. */
async function drawnFrom(
  { privateDir }: BuildDependencies,
  { collection, version }: Pick<BuildRequest, 'collection'> & { readonly version: SchemaVersion },
  rows: readonly PrivateRows[],
  accepted: readonly AcceptedTable[],
): Promise<RevisionContents> {
  const contents = contentsOf(rows, version);
  const published = await listPublishedContents(privateDir, collection);
  const waiting = waitingYears(contents, published, accepted);
  const drawn = Object.fromEntries(Object.entries(contents).filter(([key]) => !waiting.has(key)));
  const frozen = frozenPeriod(drawn, published, accepted);
  if (frozen) throw ReleaseRefused.periodFrozen(frozen);
  return drawn;
}

async function finishDraft(privateDir: string, building: string, release: string): Promise<void> {
  const draft = draftFolder(privateDir, release);
  await mkdir(join(privateDir, 'drafts'), { recursive: true, mode: 0o700 });
  await syncTree(join(building, 'release'));
  await rm(draft, { recursive: true, force: true });
  await rename(join(building, 'release'), draft);
  await syncPath(join(privateDir, 'drafts'));
}
