import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BuildOptions, build, type Metafile, type Plugin, transform } from 'esbuild';
import { VERSIONS } from '../standard/generated/versions.ts';
import { layerVersions } from '../standard/versions/layer-versions.ts';
import { schemasOf } from '../standard/versions/schemas-of.ts';
import { describePackage } from './describe-package.ts';
import { listThirdParties } from './list-third-parties.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const HERE = join(REPOSITORY, 'src/npm-package');

const COMMON: BuildOptions = {
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  metafile: true,
  legalComments: 'none',
  absWorkingDir: REPOSITORY,
  define: { PAPA_BROWSER_CONTEXT: 'true' },
  plugins: [withoutStreams()],
  chunkNames: 'chunks/[name]-[hash]',
};

/** papaparse can also be one of Node's streams, which we never ask of it and a browser has not. */
function withoutStreams(): Plugin {
  return {
    name: 'without-streams',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^stream$/ }, () => ({ path: 'stream', namespace: 'left-out' }));
      onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
    },
  };
}

/**
 * Builds the published package into a folder: one ES module for each subpath with what they share in chunks,
 * declarations, the raw schemas and lists, and the command line. Nothing of it needs another package.
 */
export async function buildPackage(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const entries = (await readdir(join(HERE, 'entries'))).map((file) => file.replace(/\.ts$/, '')).sort();
  const library = await build({
    ...COMMON,
    entryPoints: Object.fromEntries(entries.map((name) => [name, join(HERE, `entries/${name}.ts`)])),
    outdir: join(folder, 'dist'),
    platform: 'neutral',
    mainFields: ['module', 'main'],
  });
  const commands = await buildCommands(join(folder, 'cli'));
  await copyValidators(folder);
  await writeDeclarations(folder, entries);
  await copySchemas(folder);
  const validators = (await readdir(join(folder, 'dist/validators'))).map((name) =>
    name.replace(/\.js$/, ''),
  );
  const root = JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8')) as { version: string };
  const description = describePackage(root.version, entries);
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(description, null, 2)}\n`);
  await copyExamples(folder);
  await cp(join(HERE, 'README.md'), join(folder, 'README.md'));
  for (const file of ['LICENSE', 'LICENSE-DATA']) await cp(join(REPOSITORY, file), join(folder, file));
  const bundled = [library.metafile as Metafile, commands];
  await writeFile(join(folder, 'THIRD-PARTY.md'), await listThirdParties(bundled, REPOSITORY));
  if (validators.length === 0) throw new Error('No validator was compiled: run npm run generate first');
}

/**
 * The command line. Of all that it does with a small file, Node reading our code is the most: so it is in pieces,
 * each read when it is needed, and these are CommonJS, which Node loads sooner than ES modules.
 *
 * esbuild takes only ES modules apart, so each piece is turned into CommonJS afterwards.
 *
 * @returns What the commands were built from.
 */
async function buildCommands(folder: string): Promise<Metafile> {
  const { outputFiles, metafile } = await build({
    ...COMMON,
    entryPoints: { spcd: join(HERE, 'cli.ts') },
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    platform: 'node',
    write: false,
    minify: true,
    // Its build for Node looks for worker threads when it is loaded, which nothing here asks of it.
    alias: { fflate: 'fflate/browser' },
  });
  for (const { path, text } of outputFiles) {
    const { code } = await transform(text, {
      format: 'cjs',
      platform: 'node',
      target: COMMON.target as string,
      minify: true,
      // Engines read a template more slowly than a string, and the lists of the standard are long strings.
      supported: { 'dynamic-import': false, 'template-literal': false },
    });
    await writeInto(
      folder,
      relative(folder, path),
      path.endsWith('spcd.cjs') ? `#!/usr/bin/env node\n${code}` : code,
    );
  }
  return metafile as Metafile;
}

/**
 * What counts as what, how exports are counted and what every rule says; three example systems to try it with, the kit
 * that judges a validator, and the faulty files that the rules' pages show.
 */
async function copyExamples(folder: string): Promise<void> {
  const filter = (path: string) => !path.endsWith('.ts');
  for (const path of [
    'docs/aggregate.md',
    'docs/counting.md',
    'docs/rules',
    'examples/aggregate',
    'examples/conformance',
    'examples/invalid',
  ]) {
    await cp(join(REPOSITORY, path), join(folder, path), { recursive: true, filter });
  }
}

/** The compiled validators are whole files already, each of one table. */
async function copyValidators(folder: string): Promise<void> {
  const from = join(REPOSITORY, 'src/standard/generated/validators');
  for (const name of await readdir(from)) {
    const target = name.endsWith('.d.ts') ? 'types/standard/generated/validators' : 'dist/validators';
    await mkdir(join(folder, target), { recursive: true });
    await cp(join(from, name), join(folder, target, name));
  }
}

/** Declarations of the entries and of whatever they name, by the compiler itself. */
async function writeDeclarations(folder: string, entries: readonly string[]): Promise<void> {
  const configuration = join(folder, 'tsconfig.json');
  const options = {
    extends: join(REPOSITORY, 'tsconfig.json'),
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: join(REPOSITORY, 'src'),
      outDir: join(folder, 'types'),
      types: [],
      typeRoots: [],
    },
    include: [],
    files: entries.map((name) => join(HERE, `entries/${name}.ts`)),
  };
  await writeFile(configuration, JSON.stringify(options));
  await promisify(execFile)(process.execPath, [
    join(REPOSITORY, 'node_modules/typescript/bin/tsc'),
    '-p',
    configuration,
  ]);
  await rm(configuration);
  for (const path of await readdir(join(folder, 'types'), { recursive: true })) {
    if (!path.endsWith('.d.ts')) continue;
    const file = join(folder, 'types', path);
    const source = await readFile(file, 'utf8');
    await writeFile(file, source.replace(/(from '\.[^']*|import\('\.[^']*)\.ts'/g, "$1.js'"));
  }
}

/**
 * Each version of the standard whole: its schemas with their codes written in, and everything else as it lies on disk.
 * A version that holds changes only on disk takes the rest from the one that it extends.
 */
async function copySchemas(folder: string): Promise<void> {
  const from = join(REPOSITORY, 'schema');
  await cp(from, join(folder, 'schema'), {
    recursive: true,
    filter: (path) => !relative(from, path).startsWith('README'),
  });
  for (const [path, text] of layerVersions(await readSchemaFiles(from))) {
    await writeInto(folder, join('schema', path), text);
  }
  for (const version of VERSIONS) {
    for (const [path, schema] of Object.entries(schemasOf(version))) {
      await writeInto(folder, path, `${JSON.stringify(schema, null, 2)}\n`);
    }
  }
}

/** The texts of the folder, by their path in it. */
async function readSchemaFiles(from: string): Promise<Map<string, string>> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = files.map(async (file) => [relative(from, file), await readFile(file, 'utf8')] as const);
  return new Map(await Promise.all(texts));
}

async function writeInto(folder: string, path: string, text: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildPackage(join(REPOSITORY, 'dist/package'));
  console.log('Built dist/package. `npm pack ./dist/package` makes the tarball.');
}
