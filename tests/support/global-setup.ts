import { rmSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/store/embedded-postgres.ts';
import { folderElsewhere } from '../../src/store/embedded-relocation.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the PostgreSQL server of this run. Its user may create databases. */
    databaseServer: string;
  }
}

/** One PostgreSQL server for the whole run: the one `DATABASE_URL` names, or a new one in a temporary folder. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env.DATABASE_URL;
  if (given) {
    project.provide('databaseServer', given);
    return undefined;
  }
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'spcd-tests-')));
  const folders = [folder, folderElsewhere(folder)];
  const server = await startEmbeddedPostgres({ dataDir: folder });
  project.provide('databaseServer', server.connectionString());

  // An interrupted run leaves a moment only, and no promises: the files of tests may go while in use.
  const clearAtOnce = () => {
    process.kill(server.pid, 'SIGQUIT');
    for (const each of folders) rmSync(each, { recursive: true, force: true, maxRetries: 20 });
  };
  process.once('exit', clearAtOnce);
  return async () => {
    process.off('exit', clearAtOnce);
    await server.stop();
    for (const each of folders) await rm(each, { recursive: true, force: true });
  };
}
