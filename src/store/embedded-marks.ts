import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { promisify } from 'node:util';

/** One process, told apart from a later one that was given the same pid. */
export interface ProcessMark {
  readonly pid: number;
  /** When it started, in whatever form the system keeps it. Compared, never read. */
  readonly identity: string;
}

const SAFE_FOR_OTHERS_TO_READ = 0o644;

/** Marks a process that runs now. `undefined`: there is none, or it has ended and only waits to be reaped. */
export async function markProcess(pid: number): Promise<ProcessMark | undefined> {
  const identity = platform() === 'linux' ? await startFromProc(pid) : await askPs(pid, 'lstart=');
  return identity === undefined ? undefined : { pid, identity };
}

/** Marks the process this code runs in. */
export async function markThisProcess(): Promise<ProcessMark> {
  const mark = await markProcess(process.pid);
  if (mark === undefined) throw new Error(`The system does not list this process (${process.pid})`);
  return mark;
}

/** Whether the marked process still runs; a recycled pid does not count. */
export async function isRunning(mark: ProcessMark): Promise<boolean> {
  return (await markProcess(mark.pid))?.identity === mark.identity;
}

/** Whether two marks are of one process. */
export function isSameProcess(one: ProcessMark, other: ProcessMark): boolean {
  return one.pid === other.pid && one.identity === other.identity;
}

/** Whether the process runs in the folder: PostgreSQL always changes into its own cluster. */
export async function worksIn(pid: number, folder: string): Promise<boolean> {
  if (platform() !== 'linux') return (await askPs(pid, 'args='))?.includes(folder) ?? false;
  // Compared by inode, so that a bind mount or a symbolic link does not hide a match. What cannot be read
  // has ended, or belongs to a user whose server could not be in our folder.
  const [theirs, ours] = await Promise.all([stat(`/proc/${pid}/cwd`).catch(() => undefined), stat(folder)]);
  return theirs !== undefined && theirs.ino === ours.ino && theirs.dev === ours.dev;
}

/** Writes a mark so that no reader ever sees half of it. On a full disk nothing is left of it. */
export async function writeMark(path: string, mark: ProcessMark): Promise<void> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(draft, `${JSON.stringify(mark)}\n`, { mode: SAFE_FOR_OTHERS_TO_READ });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Reads what `writeMark` wrote. A missing file, or one cut short by a power failure, is no mark. */
export async function readMark(path: string): Promise<ProcessMark | undefined> {
  const text = await readFile(path, 'utf8').catch(noneWhenMissing);
  if (text === undefined) return undefined;
  try {
    const mark: unknown = JSON.parse(text);
    return isMark(mark) ? mark : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** For `.catch`: a file that is not there is an answer, any other failure is not. */
export function noneWhenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}

export function isMark(value: unknown): value is ProcessMark {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    typeof value.pid === 'number' &&
    'identity' in value &&
    typeof value.identity === 'string'
  );
}

async function startFromProc(pid: number): Promise<string | undefined> {
  const [line, boot] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined),
    readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => 'this boot'),
  ]);
  if (line === undefined) return undefined;
  // The second field is the name in brackets and may itself hold spaces and brackets.
  const [state, ...rest] = line.slice(line.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z' || state === 'X') return undefined;
  return `${boot.trim()} ${rest[18]}`;
}

/** One column of `ps`, for systems without /proc. */
async function askPs(pid: number, column: string): Promise<string | undefined> {
  const answer = await promisify(execFile)('ps', ['-ww', '-o', column, '-p', String(pid)]).catch(
    () => undefined,
  );
  return answer?.stdout.trim() || undefined;
}
