import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import {
  baseOf,
  compareVersions,
  type FilesByPath,
  filesOfVersion,
  isVersion,
  layerVersions,
} from '../standard/versions/layer-versions.ts';
import { CannotRun, cannotRead } from './cannot-run.ts';

/** Files of the standard are small; a folder with more is something else. */
const MAXIMUM_FILES = 2_000;

/**
 * The files of one version of the standard, whole: where the folder holds changes only, what it extends is read
 * beside it.
 *
 * @throws {CannotRun} If there is no such folder, or what it extends is not there.
 */
export async function readSchemaFolder(folder: string): Promise<FilesByPath> {
  const path = resolve(folder);
  const version = basename(path);
  if (!isVersion(version)) {
    throw new CannotRun({
      en: `${folder} is no version: the folder is named like schema/1.0.`,
      cy: `Nid fersiwn yw ${folder}: enw fel schema/1.0 sydd i'r ffolder.`,
    });
  }
  const files = new Map<string, string>();
  for (let next: string | null = version; next !== null; ) {
    await readInto(files, join(dirname(path), next), next);
    next = extendedBy(next, files, folder);
  }
  return filesOfVersion(layerVersions(files), version);
}

function extendedBy(version: string, files: FilesByPath, folder: string): string | null {
  try {
    const base = baseOf(version, files);
    if (base === null || compareVersions(base, version) < 0) return base;
    throw new RangeError(`${version} extends ${base}, which is no earlier version`);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof SyntaxError || error instanceof TypeError))
      throw error;
    throw notInOrder(folder, error);
  }
}

/** A schema folder that cannot be compared, and the reason that reading it gave. */
export function notInOrder(folder: string, error: Error): CannotRun {
  return new CannotRun({
    en: `${folder} cannot be read as a version of the standard: ${error.message}`,
    cy: `Ni ellir darllen ${folder} fel fersiwn o'r safon: ${error.message}`,
  });
}

async function readInto(files: Map<string, string>, folder: string, version: string): Promise<void> {
  try {
    const names = (await readdir(folder, { recursive: true }))
      .map((name) => name.replaceAll('\\', '/'))
      .sort();
    const wanted = names.filter((name) => /\.(json|csv)$/.test(name));
    if (wanted.length > MAXIMUM_FILES) throw new RangeError(`${folder} holds ${wanted.length} files`);
    for (const name of wanted) {
      files.set(`${version}/${name}`, await readFile(join(folder, name), 'utf8'));
    }
  } catch (error) {
    if (error instanceof RangeError) throw notInOrder(folder, error);
    throw cannotRead(folder, error);
  }
}
