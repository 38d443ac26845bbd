import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOfCode } from './country/code-digest.ts';

/** What decides what an attack comes to: the product, and the attacks with all they lean on. */
const DECIDING = ['src', 'tests'];

/** What was found out before, by the same code. */
export interface Records {
  /** What is kept under a name; where nothing is, what `find` comes to, which is then kept. */
  once<Found>(name: string, find: () => Promise<Found>): Promise<Found>;
}

/** Opens the records below a folder that were made by the code as it is now. */
export async function keepRecords(folder: string, deciding: readonly string[] = DECIDING): Promise<Records> {
  const own = join(folder, await digestOfCode(deciding));
  await mkdir(own, { recursive: true });
  return {
    async once<Found>(name: string, find: () => Promise<Found>) {
      const path = join(own, `${name}.json`);
      const text = await readIfThere(path);
      if (text !== undefined) return JSON.parse(text) as Found;
      const found = await find();
      await writeFile(`${path}.part`, JSON.stringify(found));
      await rename(`${path}.part`, path);
      return found;
    },
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
