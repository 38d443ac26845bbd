import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import config from '../../drizzle.config.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

/** The SQL that `npm run db:diff` would add to the migrations, had it these tables; nothing in the checkout changes. */
async function newMigrations(moreTables: string | null = null): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'spcd-migrations-'));
  folders.push(folder);
  await cp(join(ROOT, config.out as string), join(folder, 'migrations'), { recursive: true });
  const schema = [config.schema as string[]].flat().map((path) => join(ROOT, path));
  if (moreTables !== null) {
    await writeFile(join(folder, 'more-tables.ts'), moreTables);
    schema.push(join(folder, 'more-tables.ts'));
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
  const after = await sqlFiles(join(folder, 'migrations'));
  const added = after.filter((name) => !before.includes(name));
  return Promise.all(added.map((name) => readFile(join(folder, 'migrations', name), 'utf8')));
}

async function sqlFiles(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.sql'));
}

it('has a migration for everything that the tables in the code say', async () => {
  expect(await newMigrations(), 'run: npm run db:diff, and commit what it writes').toEqual([]);
});

it('would notice a table that no migration makes', async () => {
  const table = `
    import { pgTable, text } from '${join(ROOT, 'node_modules/drizzle-orm/pg-core/index.js')}';
    export const planted = pgTable('planted', { code: text().primaryKey() });
  `;
  expect(await newMigrations(table)).toEqual([expect.stringContaining('CREATE TABLE "planted"')]);
});
