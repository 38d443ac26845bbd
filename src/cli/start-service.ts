import { openArchive } from '../archive/archive.ts';
import type { Config } from '../config.ts';
import { buildApp } from '../http/app.ts';
import { createLog } from '../http/log.ts';
import { openCellSource } from '../query/cell-source.ts';
import { addressAt } from '../settings.ts';
import type { AuditEntry } from '../store/audit-log.ts';
import { openValidationPool } from '../validation/validation-pool.ts';
import { versionOfCode } from './code-version.ts';
import { holdPort } from './hold-port.ts';
import { checkArchive, inspectArchive } from './inspect-archive.ts';
import { keepArchive } from './keep-archive.ts';

/** How long requests that are being answered may go on after the service was asked to end. */
const FINISH_MS = 10_000;

export interface RunningService {
  /** Where it listens, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Where its links point to: the configured address, or the one it listens on. */
  readonly publicUrl: string;
  /** Stops listening, lets requests finish, then closes the workers, the cells, the database and its PostgreSQL. */
  close(): Promise<void>;
}

/**
 * Starts what the role of a configuration asks for, and listens.
 *
 * @throws {Error} If any part cannot be started; what had been is closed again. Role `release` has no service.
 */
export async function startService(config: Config): Promise<RunningService> {
  const log = createLog(config.logLevel);
  const opened: (() => Promise<unknown>)[] = [];
  const closeAll = async () => {
    // The last opened stands on those before it. A failure must not leave the others open.
    for (const close of opened.splice(0).reverse()) {
      await close().catch((error: unknown) => log.error({ err: error }, 'could not be closed'));
    }
  };
  try {
    const held = await holdPort(config.host, config.port);
    opened.push(() => held.release());
    const publicUrl = config.publicUrl ?? addressAt(config.host, held.port);
    if (config.role === 'all') await (await import('../release/keys-on-disk.ts')).openKeys(config);
    const store = hasDatabase(config) ? await openServiceStore(config, (message) => log.info(message)) : null;
    if (store) opened.push(() => store.close());
    const archive = openArchive(config.archiveDir, {
      onUnreadable: (release, error) =>
        log.error({ err: error, release }, 'a release was passed over: its manifest cannot be read'),
      onDamaged: (file) => log.error(file, 'a release is not served: a file of it is damaged'),
      onMended: (file) => log.info(file, 'a damaged file of a release is whole again'),
    });
    await archive.inspectSizes();
    const stopKeeping = keepArchive(archive, {
      onPublished: async (release) => {
        log.info({ release }, 'a scheduled release is public');
        await store?.recordPublished(release);
      },
      onFailure: (error) => log.error({ err: error }, 'the archive could not be looked after'),
    });
    opened.push(async () => stopKeeping());
    const stopInspecting = inspectArchive(archive, (error) =>
      log.error({ err: error }, 'the files of the archive could not be read'),
    );
    opened.push(async () => stopInspecting());
    const source = openCellSource(archive, config.limits.questions);
    opened.push(() => source.close());
    const validation = openValidationPool({
      workers: config.validationWorkers,
      log: (error) => log.error({ err: error }, 'a validation worker ended'),
    });
    opened.push(() => validation.close());
    const readiness = [
      { name: 'archive', check: () => checkArchive(archive), damaged: () => archive.damaged() },
      ...(store ? [{ name: 'database', check: () => store.check() }] : []),
    ];
    const app = await buildApp({
      publicUrl,
      publisher: config.publisher,
      source,
      validation,
      submitter: store && { ...store, oauth: config.oauth },
      readiness,
      limits: { ...config.limits, validationWorkers: config.validationWorkers },
      codeVersion: await versionOfCode(),
      log,
    });
    opened.push(async () => {
      const impatient = setTimeout(() => app.server.closeAllConnections(), FINISH_MS);
      await app.close();
      clearTimeout(impatient);
    });
    await app.ready();
    await held.release();
    const address = await app.listen({ host: config.host, port: held.port });
    return { address, publicUrl, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** The database, and what reads and writes it: a role without one starts sooner without them. */
async function openServiceStore(config: Config, log: (message: string) => void) {
  const { openStore } = await import('./open-store.ts');
  const { recordAudit } = await import('../store/audit-log.ts');
  const store = await openStore(config, { purpose: 'service', role: 'spcd_submit', log });
  const recordPublished = (release: string) => recordAudit(store.db, publishedByService(release));
  return { ...store, recordPublished };
}

function publishedByService(release: string): AuditEntry {
  const actor = { kind: 'service', id: 'spcd' } as const;
  return { at: new Date(), actor, action: 'release_published', subject: release };
}

function hasDatabase({ role }: Config): boolean {
  return role === 'all' || role === 'submission';
}
