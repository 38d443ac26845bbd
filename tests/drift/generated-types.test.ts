import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const GENERATED = join(REPOSITORY, 'src/standard/generated');

/** The modules of data: what they hold as JSON, the compiler cannot compare with the type beside it. */
const MODULES = readdirSync(GENERATED).filter((name) => name.endsWith('.ts') && name !== 'types.ts');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spcd-generated-types-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every exported value of a module written out as code, under the type that the module gives it. */
async function writtenOut(name: string): Promise<string> {
  const path = join(GENERATED, name);
  const exported: Record<string, unknown> = await import(path);
  const constants = Object.entries(exported).map(
    ([constant, value]) => `export const ${constant}: typeof Data.${constant} = ${JSON.stringify(value)};`,
  );
  return [`import type * as Data from ${JSON.stringify(path)};`, ...constants].join('\n');
}

function compile(sources: Readonly<Record<string, string>>): string {
  for (const [name, source] of Object.entries(sources)) writeFileSync(join(folder, name), source);
  const configuration = join(folder, 'tsconfig.json');
  const options = {
    extends: join(REPOSITORY, 'tsconfig.json'),
    compilerOptions: { noEmit: true, types: [], typeRoots: [] },
    include: [],
    files: Object.keys(sources),
  };
  writeFileSync(configuration, JSON.stringify(options));
  const compiler = join(REPOSITORY, 'node_modules/typescript/bin/tsc');
  return spawnSync(process.execPath, [compiler, '-p', configuration], { encoding: 'utf8' }).stdout;
}

it('holds generated data that is what its types say', async () => {
  const sources = await Promise.all(
    MODULES.map(async (name) => [name.replace(/ts$/, 'mts'), await writtenOut(name)] as const),
  );
  expect(MODULES.length).toBeGreaterThan(8);
  expect(compile(Object.fromEntries(sources))).toBe('');
}, 60_000);

it('would say so of data that is not', async () => {
  const source = await writtenOut('code-lists.ts');
  const wrong = source.replace('"parent":null', '"parent":1');
  expect(compile({ 'wrong.mts': wrong })).toMatch(/wrong\.mts.*not assignable/);
}, 60_000);
