import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FilesByPath } from '../standard/versions/layer-versions.ts';
import { type FrozenFile, frozenFileOf } from './frozen-meaning.ts';

/** What a frozen version held when it was frozen, by path within its folder. */
export type FrozenRecord = Readonly<Record<string, FrozenFile>>;

/** Beside the folder of the version, so that it is no file of the standard itself. */
export function recordPath(version: string, root: string): string {
  return join(root, 'schema', `${version}.frozen.json`);
}

/** The record of a frozen version; null while it is not frozen. */
export async function readRecord(version: string, root: string): Promise<FrozenRecord | null> {
  const text = await readFile(recordPath(version, root), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : (JSON.parse(text) as FrozenRecord);
}

/** What is to be recorded of a version's files, in the order of their paths. */
export function recordOf(files: FilesByPath): FrozenRecord {
  const held = [...files].flatMap(([path, text]): [string, FrozenFile][] => {
    const file = frozenFileOf(path, text);
    return file === null ? [] : [[path, file]];
  });
  return Object.fromEntries(held.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * How the files of a frozen version differ from what may be changed in them: words, Welsh, sources, facts that were
 * unverified, and rows added to a register or ended in it.
 *
 * @returns One sentence for each fault.
 */
export function frozenFaults(version: string, files: FilesByPath, record: FrozenRecord): string[] {
  const now = recordOf(files);
  const at = (path: string) => `schema/${version}/${path}`;
  const faults: string[] = [];
  for (const [path, before] of Object.entries(record)) {
    const after = now[path];
    if (after === undefined) {
      faults.push(`${at(path)} is gone, but ${version} is frozen: leave it out in the next version.`);
      continue;
    }
    if (after.meaning !== before.meaning) {
      faults.push(
        `${at(path)} means something else than when ${version} was frozen: only words and Welsh may change; put the change into the next version.`,
      );
    }
    const gone = (before.rows ?? []).filter((row) => !after.rows?.includes(row));
    for (const row of gone) {
      faults.push(`${at(path)} lacks the row ${row}: rows of a frozen register are ended, never taken out.`);
    }
    if (
      after.content !== before.content &&
      after.revision !== null &&
      after.revision <= (before.revision ?? 0)
    ) {
      faults.push(`${at(path)} has changed: raise its x-revision.`);
    }
  }
  for (const path of Object.keys(now)) {
    if (record[path] === undefined)
      faults.push(`${at(path)} is new, but ${version} is frozen: add it in the next version.`);
  }
  for (const [path, text] of files) {
    if (text.includes('"x-frozen": false'))
      faults.push(`${at(path)} says x-frozen: false, but ${version} is frozen.`);
  }
  return faults;
}

/** The files whose words have changed since they were recorded, one sentence for each. */
export function unrecorded(version: string, files: FilesByPath, record: FrozenRecord): string[] {
  return Object.entries(recordOf(files))
    .filter(([path, { content }]) => record[path] !== undefined && record[path].content !== content)
    .map(([path]) => `schema/${version}/${path} has changed since it was recorded. Run: npm run freeze`);
}
