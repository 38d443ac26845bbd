import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOfCode } from './country/code-digest.ts';

/** What decides what an attack comes to: the product, and the attacks with all they lean on. */
const DECIDING = ['src', 'tests'];

/** What only tells of results, or tests what makes them. */
const TELLING = /\.test\.ts$|^tests\/attack\/(keep-records|markdown-table|render-\w+|run-attacks)\.ts$/;

const ATTACK = /^tests\/attack\/attacks\/a\d\d-/;

/**
 * What is kept under a name, made by the code as it is now; where nothing is, what `find` comes to, which is then
 * kept.
 *
 * @param own - How the path of the one attack begins that decides it; other attacks do not.
 */
export async function findOnce<Found>(
  { folder, name, own }: { readonly folder: string; readonly name: string; readonly own?: string },
  find: () => Promise<Found>,
): Promise<Found> {
  const digest = await digestOfCode(
    DECIDING,
    (path) => !TELLING.test(path) && (!ATTACK.test(path) || (own !== undefined && path.startsWith(own))),
  );
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}-${digest}.json`);
  const text = await readIfThere(path);
  if (text !== undefined) return JSON.parse(text) as Found;
  const found = await find();
  await writeFile(`${path}.part`, JSON.stringify(found));
  await rename(`${path}.part`, path);
  return found;
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
