import { type ChildProcess, spawn } from 'node:child_process';
import { chown } from 'node:fs/promises';
import { platform } from 'node:os';
import type { PostgresBinaries } from './embedded-binaries.ts';

/** An account of the operating system. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** How this process has to start the PostgreSQL programs. */
export interface Launcher {
  readonly binaries: PostgresBinaries;
  /** Commands that prepare the process and then become the program, keeping its pid. */
  readonly prefix: readonly string[];
  /** The account to run under; absent when it is our own. */
  readonly account?: Account;
}

/**
 * PostgreSQL refuses to run as uid 0. In a user namespace it sees itself as another user while its files
 * stay ours, so it works in any folder we can reach. The inner uid must have a name, and 1 always has one.
 */
export const IN_NAMESPACE: readonly string[] = ['unshare', '--user', '--map-user=1', '--map-group=1'];

/** Has the kernel ask the server to shut down, cleanly, when our process dies in any way. */
const ENDS_WITH_US: readonly string[] = ['setpriv', '--pdeathsig', 'INT'];

/**
 * Finds out whether the programs can be started this way, and tied to the life of our process.
 *
 * @param folder - The folder the server must be able to write in.
 * @returns `undefined` if the system refuses, or if either the programs or the folder are out of reach.
 */
export async function tryLauncher(launcher: Launcher, folder: string): Promise<Launcher | undefined> {
  const tied = { ...launcher, prefix: [...launcher.prefix, ...ENDS_WITH_US] };
  if (platform() === 'linux' && (await canStart(tied, folder))) return tied;
  return (await canStart(launcher, folder)) ? launcher : undefined;
}

/**
 * Starts a program in a process group of its own: Ctrl-C in a terminal reaches the whole group of the
 * foreground, and we decide ourselves in which order things end.
 *
 * @param output - A file descriptor for both outputs, or `pipe` to read them.
 */
export function launch(
  launcher: Launcher,
  command: readonly string[],
  output: number | 'pipe' = 'pipe',
): ChildProcess {
  const [program = '', ...rest] = [...launcher.prefix, ...command];
  return spawn(program, rest, {
    ...launcher.account,
    // Nothing else of ours: keys and addresses in our environment are no business of the server.
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    cwd: '/',
    detached: true,
    stdio: ['ignore', output, output],
  });
}

/**
 * Runs a program to its end and gives what it printed.
 *
 * @throws {Error} If it cannot be started or fails, with the last of what it printed.
 */
export async function runToEnd(launcher: Launcher, command: readonly string[]): Promise<string> {
  const child = launch(launcher, command);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code !== 0) throw new Error(`${command[0]} failed: ${printed.trim().slice(-1000)}`);
  return printed;
}

/** The version of the programs, for example `18.4`. */
export async function askVersion(launcher: Launcher): Promise<string> {
  const answer = await runToEnd(launcher, [launcher.binaries.postgres, '--version']);
  const version = answer.match(/\d+(\.\d+)*/)?.[0];
  if (version === undefined) throw new Error(`PostgreSQL gave no version: ${answer}`);
  return version;
}

/** Gives a file or folder to the account the server runs under. */
export async function handOver(path: string, launcher: Launcher): Promise<void> {
  if (launcher.account !== undefined) await chown(path, launcher.account.uid, launcher.account.gid);
}

async function canStart(launcher: Launcher, folder: string): Promise<boolean> {
  const probe = 'test -w "$1" && "$2" --version && "$3" --version';
  const { postgres, initdb } = launcher.binaries;
  return runToEnd(launcher, ['sh', '-c', probe, 'sh', folder, postgres, initdb]).then(
    () => true,
    () => false,
  );
}
