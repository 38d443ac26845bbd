import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The rooms that an answer's bytes follow from, beside the packages they use. */
const ROOMS = ['archive', 'disclosure', 'formats', 'http', 'query', 'standard'];

/**
 * A digest of the code that writes answers: the same on every machine that runs the same code, another after any
 * change of it. It goes into ETags, so that no caller keeps what the code would write in another way now.
 *
 * @param root - The folder of the project.
 * @returns Hex SHA-256.
 */
export async function versionOfCode(root: string = ROOT): Promise<string> {
  const paths = ['package.json'];
  for (const room of ROOMS) {
    const below = await readdir(join(root, 'src', room), { recursive: true });
    paths.push(...below.filter((path) => path.endsWith('.ts')).map((path) => join('src', room, path)));
  }
  const hash = createHash('sha256');
  const read = paths.sort().map(async (path) => [path, await readFile(join(root, path))] as const);
  for (const [path, bytes] of await Promise.all(read))
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  return hash.digest('hex');
}
