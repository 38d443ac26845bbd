import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Terminal } from './terminal.ts';

/** The service keeps the answer to a key for a day; an older one would only name a new submission. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** A submission whose answer has not come yet. */
export interface PendingSubmission {
  readonly key: string;
  /** Whether an earlier run of the same command had begun it. */
  readonly goesOn: boolean;
  /** Whether it could be written down, for a later run to go on. */
  readonly isKept: boolean;
  /** An answer has come. */
  settle(): Promise<void>;
}

/**
 * The idempotency key of a submission. The same one as before where the same file was sent in the same way within a day
 * and no answer came; a new one otherwise.
 *
 * It is not made from the file alone: whoever sends a return, then a corrected one, then the first again, means the
 * first to stand, and must not be given its old receipt. So what is waiting is written down before it is sent and struck
 * out when any answer comes from that service. It holds no figure and no key of an organisation.
 *
 * @param what - All that makes this submission what it is: address, digest of the file, options.
 */
export async function pendingSubmission(
  what: { readonly url: string; readonly parts: readonly unknown[] },
  folder: string,
  now: number,
): Promise<PendingSubmission> {
  const place = join(folder, digestOf([new URL(what.url).href]));
  const file = join(place, `${digestOf(what.parts)}.json`);
  const settle = () => rm(place, { recursive: true, force: true });
  const known = await readPending(file, now);
  if (known !== null) return { key: known, goesOn: true, isKept: true, settle };
  const key = randomUUID();
  const isKept = await write(place, file, { key, made_at: now });
  return { key, goesOn: false, isKept, settle };
}

/** Where what is waiting is written down. */
export function pendingFolder({ environment }: Pick<Terminal, 'environment'>): string {
  const { XDG_STATE_HOME, LOCALAPPDATA } = environment;
  const state = XDG_STATE_HOME || LOCALAPPDATA || join(homedir(), '.local/state');
  return join(state, 'spcd/pending');
}

async function readPending(file: string, now: number): Promise<string | null> {
  try {
    const { key, made_at } = JSON.parse(await readFile(file, 'utf8')) as { key?: unknown; made_at?: unknown };
    const isFresh = typeof made_at === 'number' && made_at <= now && now - made_at < KEPT_MS;
    return isFresh && typeof key === 'string' ? key : null;
  } catch (error) {
    // Whatever keeps it from being read, a new key is safe: the same figures stand once.
    if (error instanceof SyntaxError || isOfFileSystem(error)) return null;
    throw error;
  }
}

async function write(place: string, file: string, content: object): Promise<boolean> {
  try {
    await mkdir(place, { recursive: true, mode: 0o700 });
    await writeFile(file, JSON.stringify(content), { mode: 0o600 });
    return true;
  } catch (error) {
    if (isOfFileSystem(error)) return false;
    throw error;
  }
}

function isOfFileSystem(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}

function digestOf(parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
