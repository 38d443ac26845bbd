import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The built releases that wait to be published, by id. */
export async function listDrafts(privateDir: string): Promise<string[]> {
  try {
    return (await readdir(join(privateDir, 'drafts'))).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
