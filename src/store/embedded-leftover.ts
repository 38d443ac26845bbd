import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { clusterIn } from './embedded-cluster.ts';
import { isRunning, markProcess, noneWhenMissing, worksIn } from './embedded-marks.ts';

const PATIENCE_MS = 60_000;

/**
 * Deals with a server that its starter left behind: one that still runs is asked to shut down, and the
 * pid file of one that is gone is removed, so that a recycled pid does not keep a new server from starting.
 *
 * Only for the holder of the data folder's lock, when no living process owns the server.
 *
 * @throws {Error} If the server does not end.
 */
export async function endLeftServer(homeFolder: string, log: (message: string) => void): Promise<void> {
  const cluster = clusterIn(homeFolder);
  const pidFile = join(cluster, 'postmaster.pid');
  const pid = Number.parseInt((await readFile(pidFile, 'utf8').catch(noneWhenMissing)) ?? '', 10);
  if (Number.isNaN(pid)) return;
  const server = await markProcess(pid);
  if (server === undefined || !(await worksIn(pid, cluster))) {
    await rm(pidFile, { force: true });
    return;
  }
  log(`Shutting down PostgreSQL (process ${pid}), which was left running`);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    send(pid, signal);
    const deadline = Date.now() + PATIENCE_MS;
    while (Date.now() < deadline) {
      if (!(await isRunning(server))) return;
      await sleep(50);
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) was asked to end and does not; end it, then start again`);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // Gone since we looked, which is what we want.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
