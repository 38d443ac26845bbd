import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Manifest } from '../../src/archive/manifest.ts';
import { acceptSubmission } from '../../src/ingest/accept-submission.ts';
import { createTurns } from '../../src/ingest/turns.ts';
import { type BuildDependencies, type BuildRequest, buildRelease } from '../../src/release/build-release.ts';
import { publishRelease } from '../../src/release/publish-release.ts';
import type { Return, Service } from '../../src/standard/generated/types.ts';
import { RULE_CATALOGUE } from '../../src/standard/rule-catalogue.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import { saveServices } from '../../src/store/services-repository.ts';
import { IN_PROCESS } from '../../src/validation/validate-in-process.ts';
import { createMigratedDatabase } from './database.ts';
import { drawWales, SERVICES, type WalesOptions } from './draw-wales.ts';
import { NOW, TEST_KEYS } from './test-keys.ts';

const TURNS = createTurns();

export const RELEASE = 'returns-2026-q2-1';

/** A database and folders of one test file, with the way from a return to a published release. */
export interface ReleaseHouse {
  readonly open: OpenDatabase;
  readonly connectionString: string;
  readonly folder: string;
  readonly privateDir: string;
  readonly archiveDir: string;
  /** Takes returns in, each confirmed where it asks to be; throws if one is not accepted. */
  accept(returns: readonly Return[]): Promise<void>;
  build(
    release: string,
    request?: Partial<BuildRequest>,
    dependencies?: Partial<BuildDependencies>,
  ): Promise<Manifest>;
  publish(release: string): Promise<Manifest>;
  close(): Promise<void>;
}

/** @param server - Address of the PostgreSQL server; that of the test run unless given. */
export async function openReleaseHouse(
  services: readonly Service[] = SERVICES,
  server?: string,
): Promise<ReleaseHouse> {
  const database = await createMigratedDatabase(server);
  const open = openDatabase(database.connectionString);
  await saveServices(open.db, services);
  const folder = await mkdtemp(join(tmpdir(), 'spcd-release-'));
  const privateDir = join(folder, 'private');
  const archiveDir = join(folder, 'archive');
  return {
    open,
    connectionString: database.connectionString,
    folder,
    privateDir,
    archiveDir,
    async accept(returns) {
      for (const document of returns) await acceptReturn(open, document);
    },
    build: (release, request = {}, dependencies = {}) =>
      buildRelease(
        { ...open, keys: TEST_KEYS, privateDir, threads: 1, progress: () => {}, ...dependencies },
        { release, collection: 'returns', now: NOW, ...request },
      ),
    publish: (release) => publishRelease({ privateDir, archiveDir }, release, NOW),
    async close() {
      await open.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The small Wales, taken in, built and published as `RELEASE`. */
export async function publishWales(
  options: WalesOptions = {},
): Promise<ReleaseHouse & { readonly returns: readonly Return[] }> {
  const house = await openReleaseHouse();
  const returns = drawWales(options);
  await house.accept(returns);
  await house.build(RELEASE);
  await house.publish(RELEASE);
  return { ...house, returns };
}

/** Every rule that waits for a word, so that odd figures of tests are let in as real ones would be. */
const CONFIRMED = RULE_CATALOGUE.filter(({ tier }) => tier === 'verify').map(({ id }) => ({
  rule: id,
  reason: 'checked_and_correct' as const,
}));

async function acceptReturn(open: OpenDatabase, document: Return): Promise<void> {
  const { accepted, receipt } = await acceptSubmission(
    { ...open, validation: IN_PROCESS, turns: TURNS },
    {
      organisation: document.submitter,
      actor: { kind: 'key', id: '0123456789ab' },
      sandbox: false,
      source: { format: 'json' },
      body: inOnePiece(JSON.stringify(document)),
      dry_run: false,
      confirmed: CONFIRMED,
      maximumBytes: 64_000_000,
      clock: () => NOW,
      request_id: 'test',
    },
  );
  if (accepted) return;
  const findings = [...receipt.report.findings, ...receipt.service_findings];
  const grave = findings.filter(({ tier }) => tier !== 'advice').slice(0, 3);
  throw new Error(`${document.submitter} ${document.period} was not accepted: ${JSON.stringify(grave)}`);
}

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}
