import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import config from '../../drizzle.config.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where a module outside the checkout finds what row tables are made with. */
export const PG_CORE = join(ROOT, 'node_modules/drizzle-orm/pg-core/index.js');

/**
 * The SQL that `npm run db:diff` would add to the migrations; nothing in the checkout changes.
 *
 * @param tables - Definitions of tables to add, or to take in place of a module of the checkout.
 */
export async function newMigrations(
  tables: { readonly source: string; readonly inPlaceOf?: string } | null = null,
): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'spcd-migrations-'));
  try {
    await cp(join(ROOT, config.out as string), join(folder, 'migrations'), { recursive: true });
    const schema = [config.schema as string[]]
      .flat()
      .filter((path) => tables?.inPlaceOf === undefined || !path.endsWith(tables.inPlaceOf))
      .map((path) => join(ROOT, path));
    if (tables !== null) {
      await writeFile(join(folder, 'given-tables.ts'), tables.source);
      schema.push(join(folder, 'given-tables.ts'));
    }
    // drizzle-kit puts `./` before the folder, so that an absolute path would lead elsewhere.
    const out = relative(ROOT, join(folder, 'migrations'));
    const configFile = join(folder, 'drizzle.config.json');
    await writeFile(configFile, JSON.stringify({ ...config, schema, out }));
    const drizzleKit = join(ROOT, 'node_modules/drizzle-kit/bin.cjs');
    await promisify(execFile)(process.execPath, [drizzleKit, 'generate', `--config=${configFile}`], {
      cwd: ROOT,
    });
    const before = await sqlFiles(join(ROOT, config.out as string));
    const added = (await sqlFiles(join(folder, 'migrations'))).filter((name) => !before.includes(name));
    return await Promise.all(added.map((name) => readFile(join(folder, 'migrations', name), 'utf8')));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function sqlFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql'));
}
