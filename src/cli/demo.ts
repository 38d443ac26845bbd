import { fileURLToPath } from 'node:url';
import { openArchive } from '../archive/archive.ts';
import type { Config } from '../config.ts';
import { buildRelease } from '../release/build-release.ts';
import { openKeys } from '../release/keys-on-disk.ts';
import { publishRelease } from '../release/publish-release.ts';
import type { CollectionCode } from '../standard/generated/code-lists.ts';
import type { Text } from '../standard/text.ts';
import { recordAudit } from '../store/audit-log.ts';
import type { OpenDatabase } from '../store/database.ts';
import { actingUser } from './acting-user.ts';
import { everyTwoSeconds, wordsOfProgress } from './build-progress.ts';
import { DONE, MISUSED, REFUSED } from './database-command.ts';
import { printDemoAnswers } from './demo-answers.ts';
import { loadDemoReturns } from './demo-load.ts';
import { openStore } from './open-store.ts';
import { askedToEnd } from './serve.ts';
import { startService } from './start-service.ts';
import type { Terminal } from './terminal.ts';

/** The releases that the demonstration publishes, by collection. */
const RELEASES: readonly { readonly release: string; readonly collection: CollectionCode }[] = [
  { release: 'synthetic-2026-q1-1', collection: 'synthetic' },
  { release: 'evidence-2021-q4-1', collection: 'evidence' },
];

const EVIDENCE_FOLDER = fileURLToPath(new URL('../../examples/evidence', import.meta.url));

/**
 * `spcd demo`: runs the service with invented data, loaded the way submitters load theirs, until it is asked to
 * end. A second start finds what the first one published.
 *
 * @returns The exit code: 0 ended when asked, 1 the data folder holds real returns, 2 misused.
 */
export async function demoCommand(
  argv: readonly string[],
  terminal: Terminal,
  config: Config,
): Promise<number> {
  const { stdout, stderr, language } = terminal;
  const say = (text: Text) => stdout.write(`${text[language]}\n`);
  if (argv.length > 0) {
    stderr.write(`${DEMO_USAGE[language]}\n`);
    return MISUSED;
  }
  if (config.role !== 'all') {
    stderr.write(`${NEEDS_ALL[language]}\n`);
    return MISUSED;
  }
  const archive = openArchive(config.archiveDir);
  const isOurs = await archive.find((RELEASES[0] as (typeof RELEASES)[0]).release);
  if (!isOurs && (await archive.latest('returns'))) {
    stderr.write(`${HOLDS_RETURNS[language]}\n`);
    return REFUSED;
  }
  const ending = new AbortController();
  const asked = askedToEnd().then(() => ending.abort());
  say(STARTING);
  const quiet = terminal.environment.SPCD_LOG_LEVEL === undefined;
  const service = await startService(quiet ? { ...config, logLevel: 'warn' } : config);
  try {
    // It does what several commands do: keys, registers and releases.
    const store = await openStore(config, { purpose: 'command', role: 'spcd_migrate', log: () => {} });
    try {
      await publishDemo({ config, store, terminal, address: service.address, signal: ending.signal });
    } finally {
      await store.close();
    }
    await printDemoAnswers(service.address, language, (text) => stdout.write(text));
    say(servingAt(service.publicUrl));
    await asked;
  } catch (error) {
    if (!ending.signal.aborted) throw error;
  } finally {
    say(STOPPING);
    await service.close();
  }
  return DONE;
}

interface DemoRun {
  readonly config: Config;
  readonly store: OpenDatabase;
  readonly terminal: Terminal;
  readonly address: string;
  readonly signal: AbortSignal;
}

/** Loads, builds and publishes whatever is not published yet. */
async function publishDemo({ config, store, terminal, address, signal }: DemoRun): Promise<void> {
  const { stdout, language } = terminal;
  const archive = openArchive(config.archiveDir);
  const published = await Promise.all(RELEASES.map(({ release }) => archive.find(release)));
  const missing = RELEASES.filter((_, index) => published[index] === undefined);
  if (missing.length === 0) {
    stdout.write(`${ALREADY_LOADED[language]}\n`);
    return;
  }
  const now = new Date();
  const progress = progressLines((text) => stdout.write(`${text}\n`), signal);
  stdout.write(`${LOADING[language]}\n`);
  const sent = await loadDemoReturns({
    db: store.db,
    url: address,
    evidenceFolder: EVIDENCE_FOLDER,
    now,
    progress: (done, what) => progress(`  ${wordsOfSending(done, what)[language]}`),
    signal,
  });
  stdout.write(`${wordsOfLoaded(sent)[language]}\n`);
  const keys = await openKeys(config);
  for (const { release, collection } of missing) {
    stdout.write(`${wordsOfBuilding(release)[language]}\n`);
    const dependencies = {
      db: store.db,
      pool: store.pool,
      keys,
      privateDir: config.privateDir,
      memoryMegabytes: config.buildMemoryMegabytes,
      progress: (done: number, total: number, what: string) =>
        progress(`  ${wordsOfProgress(done, total, what, language)}`),
    };
    await buildRelease(dependencies, { release, collection, now: new Date() });
    const at = new Date();
    const entry = { at, actor: actingUser(), action: 'release_published', subject: release } as const;
    await publishRelease(config, release, at, { beforePublic: () => recordAudit(store.db, entry) });
  }
}

function wordsOfSending(sent: number, name: string): Text {
  return { en: `${sent} sent; now ${name}`, cy: `${sent} wedi'u hanfon; nawr ${name}` };
}

/** Says how far a long step is; ends the step when the demonstration is asked to end. */
function progressLines(write: (text: string) => void, signal: AbortSignal): (text: string) => void {
  const say = everyTwoSeconds(write);
  return (text) => {
    signal.throwIfAborted();
    say(text);
  };
}

export const DEMO_USAGE: Text = {
  en: 'Usage: spcd demo\n\nRuns the service with invented returns of Wales. Settings are those of spcd serve.',
  cy: "Defnydd: spcd demo\n\nMae'n rhedeg y gwasanaeth gyda ffurflenni dychmygol Cymru. Yr un gosodiadau â spcd serve.",
};

const NEEDS_ALL: Text = {
  en: 'The demonstration needs SPCD_ROLE=all, which is the default.',
  cy: 'Mae angen SPCD_ROLE=all ar yr arddangosiad, sef y rhagosodiad.',
};

const HOLDS_RETURNS: Text = {
  en: 'This data folder holds published returns, so no demonstration data goes in beside them. Start it with: npm start. For the demonstration, set SPCD_DATA_DIR to another folder.',
  cy: "Mae'r ffolder data hwn yn dal ffurflenni cyhoeddedig, felly nid aiff data arddangos i mewn wrth eu hymyl. Dechreuwch ef gyda: npm start. Ar gyfer yr arddangosiad, gosodwch SPCD_DATA_DIR i ffolder arall.",
};

const STARTING: Text = {
  en: 'Starting the service and its PostgreSQL …',
  cy: "Yn cychwyn y gwasanaeth a'i PostgreSQL …",
};

const LOADING: Text = {
  en: 'Sending invented returns of the seven Welsh health boards, and two published evaluations, through the API …',
  cy: "Yn anfon ffurflenni dychmygol saith bwrdd iechyd Cymru, a dau werthusiad cyhoeddedig, drwy'r API …",
};

const ALREADY_LOADED: Text = {
  en: 'The demonstration data is already here.',
  cy: "Mae'r data arddangos yma eisoes.",
};

const STOPPING: Text = { en: 'Stopping …', cy: 'Yn stopio …' };

function wordsOfLoaded(sent: number): Text {
  return { en: `${sent} returns accepted.`, cy: `Derbyniwyd ${sent} o ffurflenni.` };
}

function wordsOfBuilding(release: string): Text {
  return {
    en: `Building and publishing the release ${release} …`,
    cy: `Yn adeiladu ac yn cyhoeddi'r datganiad ${release} …`,
  };
}

function servingAt(publicUrl: string): Text {
  return {
    en: `\nServing at ${publicUrl}\n  pages of the API: ${publicUrl}/docs\n  releases: ${publicUrl}/v1/releases\nThese figures are invented: nobody was counted. Ctrl-C stops everything.`,
    cy: `\nYn gweini yn ${publicUrl}\n  tudalennau'r API: ${publicUrl}/docs\n  datganiadau: ${publicUrl}/v1/releases\nMae'r ffigurau hyn yn ddychmygol: ni chyfrifwyd neb. Mae Ctrl-C yn stopio popeth.`,
  };
}
