import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncPath, writeDurably } from '../archive/durable-files.ts';
import type { ReturnNames } from './list-changes.ts';
import type { RevisionContents } from './revision-contents.ts';

/** What a release was drawn from, kept for as long as releases of its collection are built. */
export interface PublishedContents {
  readonly release: string;
  readonly collection: string;
  /** ISO instant, in UTC. */
  readonly built_at: string;
  readonly contents: RevisionContents;
  /** Not of releases that were built before it was kept. */
  readonly returns?: ReturnNames;
}

/** The name of the contents in a draft; the manifest does not name it, so it is never copied out. */
export const CONTENTS_FILE = 'contents.json';

/** The contents of every published release of a collection. */
export async function listPublishedContents(
  privateDir: string,
  collection: string,
): Promise<PublishedContents[]> {
  const folder = join(privateDir, 'published');
  const names = (await readdir(folder).catch(noneWhenMissing)) ?? [];
  const records: PublishedContents[] = [];
  for (const name of names.filter((each) => each.endsWith('.json')).sort()) {
    records.push(parseContents(await readFile(join(folder, name), 'utf8'), join(folder, name)));
  }
  return records.filter((record) => record.collection === collection);
}

/** The contents that a draft was built from; undefined where they are not there whole. */
export async function readDraftContents(draft: string): Promise<PublishedContents | undefined> {
  const text = await readFile(join(draft, CONTENTS_FILE), 'utf8').catch(noneWhenMissing);
  return text === undefined ? undefined : contentsIn(text);
}

/** Keeps the contents of a release, whole and on the disk or not at all. */
export async function keepPublishedContents(privateDir: string, record: PublishedContents): Promise<void> {
  const folder = join(privateDir, 'published');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unfinished = join(folder, `${record.release}.json.${process.pid}.unfinished`);
  await writeDurably(unfinished, `${JSON.stringify(record)}\n`);
  await rename(unfinished, recordPath(privateDir, record.release));
  await syncPath(folder);
}

/** Forgets the contents of a release that was not published after all. */
export async function forgetPublishedContents(privateDir: string, release: string): Promise<void> {
  await rm(recordPath(privateDir, release), { force: true });
}

function recordPath(privateDir: string, release: string): string {
  return join(privateDir, 'published', `${release}.json`);
}

/** A record that cannot be read stops the build: without it nobody knows how often a cell was drawn. */
function parseContents(text: string, path: string): PublishedContents {
  const record = contentsIn(text);
  if (record === undefined) throw new Error(`${path} cannot be read; bring it back from a copy`);
  return record;
}

function contentsIn(text: string): PublishedContents | undefined {
  try {
    return JSON.parse(text) as PublishedContents;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function noneWhenMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
