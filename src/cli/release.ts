import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import type { Manifest } from '../archive/manifest.ts';
import { type BuildDependencies, buildRelease } from '../release/build-release.ts';
import { listDrafts } from '../release/drafts.ts';
import { type KeyPlaces, openKeys } from '../release/keys-on-disk.ts';
import { checkReleaseId, nextReleaseId } from '../release/name-release.ts';
import { ReleaseRefused } from '../release/release-refused.ts';
import { takenIds } from '../release/taken-ids.ts';
import { CODE_LISTS, type CollectionCode } from '../standard/generated/code-lists.ts';
import { type SchemaVersion, VERSIONS } from '../standard/generated/versions.ts';
import type { Text } from '../standard/text.ts';
import { isKnownVersion } from '../standard/versions/every-version.ts';
import { LATEST_SETTLED_VERSION } from '../standard/versions/of-version.ts';
import { listAcceptedTables } from '../store/accepted-tables.ts';
import { type Clock, everyTwoSeconds, wordsOfProgress } from './build-progress.ts';
import { type DatabaseCommandContext, DONE, UsageError } from './database-command.ts';
import { listReleasesCommand } from './list-releases.ts';
import { publishReleaseCommand, unscheduleReleaseCommand } from './publish-release.ts';
import { runReleaseCommand } from './release-usage.ts';

const COLLECTIONS = CODE_LISTS.collection.codes.map((code) => code.code as CollectionCode);

export interface ReleaseCommandContext extends DatabaseCommandContext {
  readonly pool: Pool;
  readonly folders: { readonly privateDir: string; readonly archiveDir: string };
  readonly keyPlaces: KeyPlaces;
  /** What the engine of a build may use of memory, in MB; 1,500 unless given. */
  readonly memoryMegabytes?: number;
  readonly now: Date;
  /** By which progress is told; the process's own unless given. */
  readonly clock?: Clock;
}

/**
 * `spcd release`: builds, publishes, schedules and lists releases; `withdrawReleaseCommand` withdraws them, without a database.
 *
 * @returns The exit code: 0 done, 1 refused as things stand, 2 a command line that cannot be followed.
 */
export async function releaseCommand(
  argv: readonly string[],
  context: ReleaseCommandContext,
): Promise<number> {
  const [action, ...rest] = argv;
  return runReleaseCommand(context, async () => {
    if (action === 'build') return build(rest, context);
    if (action === 'publish') return publishReleaseCommand(rest, context);
    if (action === 'unschedule') return unscheduleReleaseCommand(rest, context);
    if (action === 'list') return listReleasesCommand(rest, context);
    throw new UsageError({
      en: 'Say what to do: build, publish, unschedule, list or withdraw.',
      cy: "Dywedwch beth i'w wneud: build, publish, unschedule, list neu withdraw.",
    });
  });
}

async function build(argv: readonly string[], context: ReleaseCommandContext): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      collection: { type: 'string', default: 'returns' },
      id: { type: 'string' },
      'schema-version': { type: 'string', default: LATEST_SETTLED_VERSION },
    },
  });
  const collection = COLLECTIONS.find((code) => code === values.collection);
  if (collection === undefined) {
    throw new UsageError({
      en: `--collection takes one of: ${COLLECTIONS.join(', ')}.`,
      cy: `Mae --collection yn cymryd un o: ${COLLECTIONS.join(', ')}.`,
    });
  }
  const schemaVersion = readVersion(values['schema-version']);
  const release = values.id ?? (await proposeId(context, collection));
  checkReleaseId(release);
  if ((await takenIds(context.folders.archiveDir)).includes(release)) {
    throw ReleaseRefused.alreadyPublished(release);
  }
  const dependencies: BuildDependencies = {
    db: context.db,
    pool: context.pool,
    keys: await openKeys(context.keyPlaces),
    privateDir: context.folders.privateDir,
    ...(context.memoryMegabytes === undefined ? {} : { memoryMegabytes: context.memoryMegabytes }),
    progress: progressLine(context),
  };
  const manifest = await buildRelease(dependencies, {
    release,
    collection,
    now: context.now,
    schemaVersion,
  });
  context.stdout.write(`${wordsOfBuilt(manifest)[context.language]}\n`);
  return DONE;
}

function wordsOfBuilt({ release, files, schema_version, is_trial }: Manifest): Text {
  if (is_trial) {
    return {
      en: `Built the trial ${release} at ${schema_version}, a draft of the standard: ${files.length} files of cells. It cannot be published.`,
      cy: `Adeiladwyd y treial ${release} yn ôl ${schema_version}, drafft o'r safon: ${files.length} ffeil o gelloedd. Ni ellir ei gyhoeddi.`,
    };
  }
  return {
    en: `Built ${release}: ${files.length} files of published cells. Nobody sees it yet. Publish it with:\n  spcd release publish ${release}`,
    cy: `Adeiladwyd ${release}: ${files.length} ffeil o gelloedd cyhoeddedig. Nid oes neb yn ei weld eto. Cyhoeddwch ef gyda:\n  spcd release publish ${release}`,
  };
}

function readVersion(given: string): SchemaVersion {
  if (isKnownVersion(given)) return given;
  throw new UsageError({
    en: `--schema-version is one of ${VERSIONS.join(', ')}.`,
    cy: `Un o ${VERSIONS.join(', ')} yw --schema-version.`,
  });
}

async function proposeId(context: ReleaseCommandContext, collection: CollectionCode): Promise<string> {
  const accepted = await listAcceptedTables(context.db, { collection });
  const last = accepted.at(-1)?.period;
  if (last === undefined) throw ReleaseRefused.nothingAccepted(collection);
  const { archiveDir, privateDir } = context.folders;
  const taken = [...(await takenIds(archiveDir)), ...(await listDrafts(privateDir))];
  return nextReleaseId(collection, last, taken);
}

function progressLine({ stderr, language, clock }: ReleaseCommandContext): BuildDependencies['progress'] {
  const say = everyTwoSeconds((text) => stderr.write(`${text}\n`), clock);
  return (done, total, what) => say(wordsOfProgress(done, total, what, language));
}
