import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { publishDue } from '../../src/archive/scheduled.ts';
import { buildRelease } from '../../src/release/build-release.ts';
import { publishRelease } from '../../src/release/publish-release.ts';
import { openDatabase } from '../../src/store/database.ts';
import { NOW, TEST_KEYS } from '../support/test-keys.ts';

const thisFile = fileURLToPath(import.meta.url);

/** What another process is to do with a release. */
export interface Task {
  readonly action: 'build' | 'publish' | 'publish due';
  readonly release: string;
  readonly connectionString: string;
  readonly privateDir: string;
  readonly archiveDir: string;
  /** When it is to become public, as ISO 8601; now unless given. */
  readonly at?: string;
  /** The step at which it waits to be killed, such as `rows 3`; at any other it goes on. */
  readonly waitAt: string;
}

/**
 * Has a process of its own work on a release, and kills it without a word some time after it has said the step.
 *
 * @returns How it ended: a signal, or the code of a process that was faster than the kill.
 */
export async function killAt(task: Task, step: string, delayMs = 0): Promise<NodeJS.Signals | number | null> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', thisFile, JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream })) {
    if (line !== step) continue;
    await sleep(delayMs);
    child.kill('SIGKILL');
    break;
  }
  const [code, signal] = await ended;
  return signal ?? code;
}

async function work({ action, release, waitAt, at, ...places }: Task): Promise<void> {
  const step = (words: string) => {
    writeSync(1, `${words}\n`);
    if (words === waitAt) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30_000);
  };
  if (action === 'publish') {
    step('publish');
    await publishRelease(places, release, NOW, { at: at === undefined ? undefined : new Date(at) });
    return;
  }
  if (action === 'publish due') {
    step('publish due');
    await publishDue(places.archiveDir, new Date(at as string));
    return;
  }
  const open = openDatabase(places.connectionString);
  const progress = (done: number, _total: number, what: string) => step(`${what} ${done}`);
  const dependencies = { ...open, ...places, keys: TEST_KEYS, threads: 1, progress };
  await buildRelease(dependencies, { release, collection: 'returns', now: NOW });
  await open.close();
}

const [, startedFile, task] = process.argv;
if (startedFile && task && pathToFileURL(startedFile).href === import.meta.url) {
  await work(JSON.parse(task) as Task);
}
