import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFile(join(ROOT, path), 'utf8');

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'schema/README.md',
  'docs/architecture.md',
  'docs/changing-the-standard.md',
  'docs/operations.md',
  'docs/dependencies.md',
];

/** What a page names in backticks that is a path of the checkout: with a folder of ours first, and nothing left open. */
function pathsIn(page: string): string[] {
  const named = [...page.matchAll(/`([^`\s]+)`/g)].map(([, name]) => name as string);
  return named.filter((name) =>
    /^(\.ci|\.githooks|bin|docs|examples|migrations|schema|src|tests)\//.test(name),
  );
}

function isThere(name: string): boolean {
  if (/[<>{}…]|NNNN/.test(name)) return true;
  if (!name.includes('*')) return existsSync(join(ROOT, name));
  return existsSync(join(ROOT, name.slice(0, name.indexOf('*')).replace(/[^/]*$/, '')));
}

it.each(PAGES)('%s names only files and folders that are there', async (path) => {
  const paths = pathsIn(await read(path));
  expect(paths.filter((name) => !isThere(name))).toEqual([]);
});

it.each(PAGES)('%s names only npm scripts that there are', async (path) => {
  const { scripts } = JSON.parse(await read('package.json')) as { scripts: Record<string, string> };
  const named = [...(await read(path)).matchAll(/npm run (?:--silent )?([a-z][\w:]*)/g)].map(
    ([, name]) => name,
  );
  expect(named.filter((name) => scripts[String(name)] === undefined)).toEqual([]);
});

it('would notice a file that is not there', () => {
  expect(pathsIn('Look at `src/query/nowhere.ts`, `src/main.ts` and `tests/contract/`.')).toEqual([
    'src/query/nowhere.ts',
    'src/main.ts',
    'tests/contract/',
  ]);
  expect(isThere('src/query/nowhere.ts')).toBe(false);
  expect(isThere('src/main.ts')).toBe(true);
});

describe('docs/architecture.md', async () => {
  const page = await read('docs/architecture.md');

  it('has a row for every room of src/', async () => {
    const folders = await readdir(join(ROOT, 'src'), { withFileTypes: true });
    const rooms = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    expect(rooms.filter((room) => !page.includes(`\n| \`${room}\` |`))).toEqual([]);
  });
});

describe('docs/operations.md', async () => {
  const page = await read('docs/operations.md');
  const rows = [...page.matchAll(/^\| `((?:SPCD_|DATABASE_)\w+)` \|/gm)].map(([, name]) => name);

  it('has a row for every setting and for no other', () => {
    let known: string[] = [];
    try {
      readConfig({ SPCD_NO_SUCH_SETTING: 'x' });
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const words = error.faults[0]?.en ?? '';
      known = words.slice(words.indexOf('there are: ') + 'there are: '.length).split(', ');
    }
    expect([...rows].sort()).toEqual([...known].sort());
    expect(known).toContain('SPCD_ROLE');
  });
});

describe('docs/dependencies.md', async () => {
  const page = await read('docs/dependencies.md');
  const manifest = JSON.parse(await read('package.json')) as Record<string, Record<string, string>>;
  const named = [...page.matchAll(/^### (.+)$/gm)].flatMap(([, heading = '']) =>
    [...heading.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string),
  );
  const [atRunTime = '', forDevelopment = ''] = page.split('\n## For development\n');

  it.each([
    ['dependencies', atRunTime],
    ['devDependencies', forDevelopment],
  ])('has a heading for each of %s, in its part of the page', (kind, part) => {
    const packages = Object.keys(manifest[kind] ?? {});
    expect(packages.length).toBeGreaterThan(10);
    expect(packages.filter((name) => !new RegExp(`^### .*\`${name}\``, 'm').test(part))).toEqual([]);
  });

  it('has no heading for anything else', () => {
    const packages = ['dependencies', 'devDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {}));
    expect(named.filter((name) => !packages.includes(name))).toEqual([]);
  });

  it.each(named)(
    'gives the licence that %s states, what it is for, what was weighed and why',
    async (name) => {
      const section = page.split(/^### /m).find((each) => each.split('\n')[0]?.includes(`\`${name}\``)) ?? '';
      const { license } = JSON.parse(await read(`node_modules/${name}/package.json`)) as { license: string };
      expect(/- \*\*Licence:\*\* (.+?)(?:\. .*)?$/m.exec(section)?.[1]).toBe(license);
      for (const part of ['For', 'Weighed', 'Why']) expect(section).toContain(`- **${part}:** `);
    },
  );
});

describe('CITATION.cff', async () => {
  it('gives the version of package.json', async () => {
    const { version } = JSON.parse(await read('package.json')) as { version: string };
    expect(await read('CITATION.cff')).toContain(`\nversion: ${version}\n`);
  });
});

describe('docs/decisions', async () => {
  const names = (await readdir(join(ROOT, 'docs/decisions'))).sort();

  it('numbers its records from 0001 without a gap, each with context, decision and consequences', async () => {
    expect(names.map((name) => name.slice(0, 4))).toEqual(
      names.map((_, index) => String(index + 1).padStart(4, '0')),
    );
    for (const name of names) {
      const record = await read(`docs/decisions/${name}`);
      expect(record.split('\n')[0]).toMatch(new RegExp(`^# ${name.slice(0, 4)}: `));
      const headings = [...record.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      expect([name, headings]).toEqual([name, ['Context', 'Decision', 'Consequences']]);
    }
  });
});
