import { parseArgs } from 'node:util';
import type { Pool } from 'pg';
import { openArchive } from '../archive/archive.ts';
import type { Manifest } from '../archive/manifest.ts';
import { type BuildDependencies, buildRelease } from '../release/build-release.ts';
import { listDrafts, readDrafts } from '../release/drafts.ts';
import { type KeyPlaces, openKeys } from '../release/keys-on-disk.ts';
import { checkReleaseId, nextReleaseId } from '../release/name-release.ts';
import { publishRelease } from '../release/publish-release.ts';
import { ReleaseRefused } from '../release/release-refused.ts';
import { CODE_LISTS, type CollectionCode } from '../standard/generated/code-lists.ts';
import { type SchemaVersion, VERSIONS } from '../standard/generated/versions.ts';
import type { Text } from '../standard/text.ts';
import { isKnownVersion } from '../standard/versions/every-version.ts';
import { LATEST_SETTLED_VERSION } from '../standard/versions/of-version.ts';
import { listAcceptedTables } from '../store/accepted-tables.ts';
import { type Clock, everyTwoSeconds, wordsOfProgress } from './build-progress.ts';
import { type DatabaseCommandContext, DONE, REFUSED, runCommand, UsageError } from './database-command.ts';
import { renderReleases } from './render-releases.ts';

const COLLECTIONS = CODE_LISTS.collection.codes.map((code) => code.code as CollectionCode);

const USAGE: Text = {
  en: [
    'Usage:',
    `  spcd release build [--collection ${COLLECTIONS.join('|')}] [--id ID] [--schema-version ${VERSIONS.join('|')}]`,
    '  spcd release publish ID',
    '  spcd release list [--json]',
    '',
    'build works out and protects every allowed figure; nobody sees it until it is published.',
    'At a version of the standard that is a draft it builds a trial, which cannot be published.',
    'publish makes it public, for good: a published release never changes.',
  ].join('\n'),
  cy: [
    'Defnydd:',
    `  spcd release build [--collection ${COLLECTIONS.join('|')}] [--id ID] [--schema-version ${VERSIONS.join('|')}]`,
    '  spcd release publish ID',
    '  spcd release list [--json]',
    '',
    'Mae build yn cyfrifo ac yn diogelu pob ffigur a ganiateir; ni wêl neb ef nes ei gyhoeddi.',
    "Yn ôl fersiwn o'r safon sy'n ddrafft mae'n adeiladu treial, na ellir ei gyhoeddi.",
    'Mae publish yn ei wneud yn gyhoeddus, am byth: nid yw datganiad cyhoeddedig byth yn newid.',
  ].join('\n'),
};

export interface ReleaseCommandContext extends DatabaseCommandContext {
  readonly pool: Pool;
  readonly folders: { readonly privateDir: string; readonly archiveDir: string };
  readonly keyPlaces: KeyPlaces;
  readonly now: Date;
  /** By which progress is told; the process's own unless given. */
  readonly clock?: Clock;
}

/**
 * `spcd release`: builds, publishes and lists releases.
 *
 * @returns The exit code: 0 done, 1 refused as things stand, 2 a command line that cannot be followed.
 */
export async function releaseCommand(
  argv: readonly string[],
  context: ReleaseCommandContext,
): Promise<number> {
  const [action, ...rest] = argv;
  return runCommand(context, USAGE, async () => {
    try {
      if (action === 'build') return await build(rest, context);
      if (action === 'publish') return await publish(rest, context);
      if (action === 'list') return await list(rest, context);
    } catch (error) {
      if (!(error instanceof ReleaseRefused)) throw error;
      context.stderr.write(`${error.text[context.language]}\n`);
      return REFUSED;
    }
    throw new UsageError({
      en: 'Say what to do: build, publish or list.',
      cy: "Dywedwch beth i'w wneud: build, publish neu list.",
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
  if (await openArchive(context.folders.archiveDir).find(release))
    throw ReleaseRefused.alreadyPublished(release);
  const dependencies: BuildDependencies = {
    db: context.db,
    pool: context.pool,
    keys: await openKeys(context.keyPlaces),
    privateDir: context.folders.privateDir,
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
  const published = await openArchive(context.folders.archiveDir).list();
  const taken = [
    ...published.map((manifest) => manifest.release),
    ...(await listDrafts(context.folders.privateDir)),
  ];
  return nextReleaseId(collection, last, taken);
}

function progressLine({ stderr, language, clock }: ReleaseCommandContext): BuildDependencies['progress'] {
  const say = everyTwoSeconds((text) => stderr.write(`${text}\n`), clock);
  return (done, total, what) => say(wordsOfProgress(done, total, what, language));
}

async function publish(argv: readonly string[], context: ReleaseCommandContext): Promise<number> {
  const { positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: {} });
  const [release, ...others] = positionals;
  if (release === undefined || others.length > 0) {
    throw new UsageError({ en: 'Name one release.', cy: 'Enwch un datganiad.' });
  }
  checkReleaseId(release);
  await publishRelease(context.folders, release, context.now);
  const done: Text = { en: `Published ${release}.`, cy: `Cyhoeddwyd ${release}.` };
  context.stdout.write(`${done[context.language]}\n`);
  return DONE;
}

async function list(argv: readonly string[], context: ReleaseCommandContext): Promise<number> {
  const { values } = parseArgs({ args: [...argv], options: { json: { type: 'boolean', default: false } } });
  const published = await openArchive(context.folders.archiveDir).list();
  if (values.json) {
    const drafts = await listDrafts(context.folders.privateDir);
    const releases = published.map(({ release, collection, published_at }) => ({
      release,
      collection,
      published_at,
    }));
    context.stdout.write(`${JSON.stringify({ published: releases, drafts })}\n`);
    return DONE;
  }
  const none: Text = { en: 'There are no releases.', cy: 'Nid oes datganiadau.' };
  const releases = [...published, ...(await readDrafts(context.folders.privateDir))];
  const text =
    releases.length === 0 ? `${none[context.language]}\n` : renderReleases(releases, context.language);
  context.stdout.write(text);
  return DONE;
}
