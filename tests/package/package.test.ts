import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TABLE_NAMES } from '../../src/standard/generated/tables.ts';
import { serialiseReport, validateReturn } from '../../src/standard/validate-return.ts';
import { type InstalledPackage, installPackage } from './installed-package.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const EXAMPLE = join(REPOSITORY, 'examples/valid/powys-2026-q1.json');
const NAME = '@spcd/core-dataset';

let installed: InstalledPackage;
beforeAll(async () => {
  installed = await installPackage();
}, 120_000);
afterAll(() => installed?.remove());

/** What a line of an ES module prints in the consumer's folder. */
function printed(source: string): string {
  return installed.run(process.execPath, ['--input-type=module', '-e', source]);
}

interface Description {
  readonly exports: Record<string, unknown>;
  readonly dependencies?: object;
  readonly scripts?: object;
}

function description(): Description {
  return JSON.parse(readFileSync(join(installed.built, 'package.json'), 'utf8')) as Description;
}

/** Where the relative links of a page lead, and the files and folders that it names from the root. */
function placesNamedIn(page: string, folder: string): string[] {
  const links = [...page.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(([, to]) =>
    join(folder, to as string),
  );
  const named = [...page.matchAll(/`([^`\s]+)`/g)].map(([, name]) => name as string);
  const ours = /^(bench|bin|docs|examples|migrations|openapi|schema|src|tests)\/[^<>{}*…]*$/;
  return [...links, ...named.filter((name) => ours.test(name))];
}

describe('the packed package, installed in an empty folder', () => {
  it('brings no other package with it and runs nothing when it is installed', () => {
    expect(description().dependencies).toBeUndefined();
    expect(description().scripts).toBeUndefined();
    expect(
      readdirSync(join(installed.folder, 'node_modules')).filter((name) => !name.startsWith('.')),
    ).toEqual(['@spcd']);
  });

  it('imports every subpath, each with something in it', () => {
    const subpaths = Object.keys(description().exports).filter((path) => /^\.(\/[a-z-]+)?$/.test(path));
    expect(subpaths.length).toBeGreaterThan(10);
    for (const subpath of subpaths) {
      const specifier = NAME + subpath.slice(1);
      const count = printed(`console.log(Object.keys(await import('${specifier}')).length)`);
      expect([subpath, Number(count) > 0]).toEqual([subpath, true]);
    }
  });

  it('has a validator for each table', () => {
    const specifiers = JSON.stringify(TABLE_NAMES.map((table) => `${NAME}/validators/${table}`));
    const found = printed(
      `const all = await Promise.all(${specifiers}.map((path) => import(path)));` +
        'console.log(JSON.stringify(all.map((each) => typeof Object.values(each)[0])))',
    );
    expect(JSON.parse(found)).toEqual(TABLE_NAMES.map(() => 'function'));
  });

  it('gives the report of the repository, byte for byte, from the library and from the command', () => {
    const bytes = readFileSync(EXAMPLE);
    const expected = serialiseReport(validateReturn(bytes, { format: 'json' }).report);
    const library = printed(
      `import { readFileSync } from 'node:fs'; import { serialiseReport, validateReturn } from '${NAME}/validate';` +
        `process.stdout.write(serialiseReport(validateReturn(readFileSync('${EXAMPLE}'), { format: 'json' }).report))`,
    );
    expect(library).toBe(expected);
    expect(
      installed.run(join(installed.folder, 'node_modules/.bin/spcd'), ['validate', '--json', EXAMPLE]),
    ).toBe(expected);
  });

  it('counts the example systems that come with it, by the page that comes with it', () => {
    const place = join(installed.folder, 'node_modules', NAME);
    const system = join(place, 'examples/aggregate/system-c');
    const out = join(installed.folder, 'counted.json');
    const quarter = ['--period', '2026-Q2', '--extracted-at', '2026-07-20', '--out', out];
    const command = join(installed.folder, 'node_modules/.bin/spcd');
    installed.run(command, ['aggregate', join(system, 'mapping.json'), ...quarter]);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(join(system, 'expected.json'), 'utf8'));
    expect(readFileSync(join(place, 'docs/aggregate.md'), 'utf8')).toContain('--suggest');
    expect(readFileSync(join(place, 'docs/counting.md'), 'utf8')).toContain('## Which period');
    expect(readdirSync(join(place, 'examples/conformance'))).toContain('cases');
  });

  it('leads nowhere that it does not carry, in any page of it', () => {
    const place = join(installed.folder, 'node_modules', NAME);
    const pages = readdirSync(place, { recursive: true })
      .map(String)
      .filter((path) => path.endsWith('.md') && path !== 'THIRD-PARTY.md');
    expect(pages).toContain('schema/README.md');
    expect(pages).toContain('docs/rules/row-unique.md');
    const lost = pages.flatMap((page) =>
      placesNamedIn(readFileSync(join(place, page), 'utf8'), dirname(page))
        .filter((path) => !existsSync(join(place, path)))
        .map((path) => `${page}: ${path}`),
    );
    expect(lost).toEqual([]);
    expect(placesNamedIn('[a](../b.md#c) `src/d.ts` [e](https://f) `/src`', 'docs')).toEqual([
      'b.md',
      'src/d.ts',
    ]);
  });

  it('ends with 2 and its commands for a command that only the service has', () => {
    const command = join(installed.folder, 'node_modules/.bin/spcd');
    const { status, stderr } = spawnSync(command, ['serve'], { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('There is no command serve.');
    expect(stderr).toContain('validate');
  });

  it('can be required where Node requires ES modules, and says so where it cannot', () => {
    const source = `console.log(typeof require('${NAME}/validate').validateReturn)`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--no-warnings', '-e', source], {
      cwd: installed.folder,
      encoding: 'utf8',
    });
    const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
    const canRequire = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
    if (canRequire) expect(stdout.trim()).toBe('function');
    else expect(stderr).toContain('ERR_REQUIRE_ESM');
  });

  it('names the licence of every package whose code is inside it', () => {
    const page = readFileSync(join(installed.built, 'THIRD-PARTY.md'), 'utf8');
    for (const name of ['fflate', 'papaparse', 'saxes']) {
      expect(page).toMatch(new RegExp(`^## ${name} \\d`, 'm'));
    }
    expect(page.match(/Permission (is hereby granted|to use)/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it('holds the raw schemas with their codes written in', () => {
    const path = join(installed.folder, 'node_modules', NAME, 'schema/1.0/tables/profiles.schema.json');
    const schema = JSON.parse(readFileSync(path, 'utf8'));
    expect(schema.properties.sex.enum).toContain('female');
  });

  it('holds the draft whole, with all that the version has that it extends', () => {
    const folder = join(installed.folder, 'node_modules', NAME, 'schema');
    const filesIn = (version: string) =>
      readdirSync(join(folder, version), { recursive: true })
        .map(String)
        .filter((path) => path !== 'changes.json')
        .sort();
    expect(filesIn('1.1')).toEqual(filesIn('1.0'));
    const readDraft = (path: string) => JSON.parse(readFileSync(join(folder, '1.1', path), 'utf8'));
    expect(readDraft('return.schema.json').properties.schema_version.const).toBe('1.1');
    const connections = JSON.stringify(readDraft('tables/connections.schema.json'));
    expect(connections).toContain('"materials_sent"');
    for (const path of filesIn('1.1').filter((path) => path.endsWith('.schema.json'))) {
      expect(readDraft(path).$id).toBe(`https://spcd.example/schema/1.1/${path}`);
    }
    const command = join(installed.folder, 'node_modules/.bin/spcd');
    const differences = installed.run(command, ['diff', join(folder, '1.0'), join(folder, '1.1'), '--json']);
    expect(differences).toContain('"field-added"');
    expect(differences).not.toContain('"major"');
  });
});

describe('a consumer', () => {
  const readme = readFileSync(join(REPOSITORY, 'src/npm-package/README.md'), 'utf8');
  const snippets = (language: string) =>
    [...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
      ([, source]) => source as string,
    );

  it.each([
    ['typescript', 'nodenext'],
    ['typescript', 'bundler'],
    ['typescript-5', 'nodenext'],
    ['typescript-5', 'bundler'],
  ])('compiles the README strictly with %s, resolving as %s', (compiler, resolution) => {
    const files = snippets('ts').map((source, index) => {
      writeFileSync(join(installed.folder, `consumer-${index}.ts`), source);
      return `consumer-${index}.ts`;
    });
    expect(files.length).toBe(3);
    writeFileSync(
      join(installed.folder, 'consumer-versions.ts'),
      `import type { V1_0, V1_1 } from '${NAME}/versions';
       export const lifted = (row: V1_0.WorkforceRow): V1_1.WorkforceRow => row;`,
    );
    files.push('consumer-versions.ts');
    const options = {
      compilerOptions: {
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
        target: 'es2022',
        lib: ['es2022', 'dom'],
        types: [],
        module: resolution === 'bundler' ? 'esnext' : 'nodenext',
        moduleResolution: resolution,
      },
      files,
    };
    writeFileSync(join(installed.folder, 'tsconfig.json'), JSON.stringify(options));
    const tsc = join(REPOSITORY, 'node_modules', compiler, 'bin/tsc');
    const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', '.'], {
      cwd: installed.folder,
      encoding: 'utf8',
    });
    expect([status, stdout]).toEqual([0, '']);
  });

  it('is told what is wrong with a row by the JavaScript of the README', () => {
    writeFileSync(join(installed.folder, 'one-table.js'), snippets('js')[0] as string);
    expect(installed.run(process.execPath, ['one-table.js'])).toContain(
      "must have required property 'age_band'",
    );
  });

  /** What a bundler makes of a consumer's module. */
  async function bundled(source: string): Promise<Uint8Array> {
    const { outputFiles } = await build({
      stdin: { contents: source, resolveDir: installed.folder, loader: 'ts' },
      bundle: true,
      write: false,
      format: 'esm',
      minify: true,
      platform: 'browser',
    });
    return outputFiles[0]?.contents as Uint8Array;
  }

  it('takes in no byte for a type', async () => {
    const without = await bundled('export const rows: unknown[] = [];');
    const withType = await bundled(
      `import type { ProfilesRow } from '${NAME}'; export const rows: ProfilesRow[] = [];`,
    );
    expect(withType.length).toBe(without.length);
  });

  it('takes in one table for one table, and one measure for one measure', async () => {
    const table = await bundled(`export { validateProfilesRow } from '${NAME}/validators/profiles';`);
    expect(gzipSync(table).length).toBeLessThan(10_000);
    const version = await bundled(`export { SCHEMA_VERSION } from '${NAME}';`);
    expect(version.length).toBeLessThan(200);
    const measure = await bundled(
      `import { SWEMWBS_METRIC } from '${NAME}/measures'; export const id = SWEMWBS_METRIC.id;`,
    );
    expect(new TextDecoder().decode(measure)).not.toContain('ucla_3');
  });

  it('takes in no validator, list or schema for a client', async () => {
    const client = await bundled(`export { createClient } from '${NAME}/client';`);
    expect(gzipSync(client).length).toBeLessThan(6_000);
  });

  it('has a client that says where no answer came from, without another package', () => {
    const failure = printed(
      `import { createClient } from '${NAME}/client';` +
        "const client = createClient({ baseUrl: 'http://127.0.0.1:1', key: 'k', repeat: { attempts: 1 } });" +
        'await client.me().catch((error) => console.log(error.name, error.message))',
    );
    expect(failure.trim()).toBe('NoAnswerError No whole answer came from http://127.0.0.1:1 to GET /v1/me.');
  });
});

describe('tools that judge packages', () => {
  it('publint finds nothing to say', async () => {
    const { messages } = await publint({ pkgDir: installed.built, pack: false });
    expect(messages).toEqual([]);
  });

  it('the types are found by every way of importing an ES module', () => {
    const attw = join(REPOSITORY, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const { status, stdout } = spawnSync(
      process.execPath,
      [attw, installed.tarball, '--profile', 'esm-only', '--format', 'ascii', '--no-color'],
      { encoding: 'utf8' },
    );
    expect([status, status === 0 ? '' : stdout]).toEqual([0, '']);
  });
});
