import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOfCode } from './country/code-digest.ts';

/** What decides what an attack comes to: the product, and the attacks with all they lean on. */
const DECIDING = ['src', 'tests'];

/** What only tells of results, or tests what makes them. */
const TELLING = /\.test\.ts$|^tests\/attack\/(keep-records|markdown-table|render-\w+|run-attacks)\.ts$/;

const ATTACK = /^tests\/attack\/attacks\/a\d\d-/;

/** Where a record is kept. */
export interface RecordName {
  readonly folder: string;
  readonly name: string;
  /** How the path of the one attack begins that decides it; other attacks do not. */
  readonly own?: string;
}

/**
 * What is kept under a name, made by the code as it is now; where nothing is, what `find` comes to, which is then
 * kept.
 */
export async function findOnce<Found>(of: RecordName, find: () => Promise<Found>): Promise<Found> {
  const known = await findKept<Found>(of);
  if (known !== undefined) return known;
  const found = await find();
  const path = await pathOfRecord(of);
  await mkdir(of.folder, { recursive: true });
  await writeFile(`${path}.part`, JSON.stringify(found));
  await rename(`${path}.part`, path);
  return found;
}

/** @returns Undefined where the code as it is now has found out nothing under the name. */
export async function findKept<Found>(of: RecordName): Promise<Found | undefined> {
  const text = await readIfThere(await pathOfRecord(of));
  return text === undefined ? undefined : (JSON.parse(text) as Found);
}

async function pathOfRecord({ folder, name, own }: RecordName): Promise<string> {
  const isMeant = (path: string) =>
    !TELLING.test(path) && (!ATTACK.test(path) || (own !== undefined && path.startsWith(own)));
  return join(folder, `${name}-${await digestOfCode(DECIDING, isMeant)}.json`);
}

/** How the path of the file of an attack begins. */
export function pathOfAttack(id: string): string {
  return `tests/attack/attacks/a${id.slice(1).padStart(2, '0')}-`;
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
