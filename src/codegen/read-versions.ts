import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  compareVersions,
  type FilesByPath,
  filesOfVersion,
  isVersion,
  layerVersions,
} from '../standard/versions/layer-versions.ts';

/** Every file of `schema/` that a version holds itself, by its path below `schema/`. */
export async function readVersionFiles(root: string): Promise<FilesByPath> {
  const folder = join(root, 'schema');
  const paths = (await readdir(folder, { recursive: true })).map((path) => path.replaceAll('\\', '/')).sort();
  const wanted = paths.filter(
    (path) => isVersion(path.split('/')[0] as string) && /\.(json|csv)$/.test(path),
  );
  return new Map(
    await Promise.all(
      wanted.map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const),
    ),
  );
}

/** The versions that files of `schema/` belong to, the earliest first. */
export function versionsOf(files: FilesByPath): string[] {
  const names = new Set([...files.keys()].map((path) => path.split('/')[0] as string));
  return [...names].filter(isVersion).sort(compareVersions);
}

/** One version, whole: every file by its path in the version's folder. */
export async function readVersion(version: string, root: string): Promise<FilesByPath> {
  return filesOfVersion(layerVersions(await readVersionFiles(root)), version);
}
