import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { changelogFault, unreleased } from './changelog.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const changelog = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');

/** What git prints, or null where it cannot answer: outside a checkout, or before the first tag. */
function git(...args: string[]): string | null {
  try {
    return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}

const tag = git('describe', '--tags', '--abbrev=0')?.trim() ?? null;

it('keeps the changes of the standard and of the service apart', () => {
  expect(unreleased(changelog, 'Standard')).not.toBe('');
  expect(unreleased(changelog, 'Service')).not.toBe('');
});

/** What is in `schema/` and was not, or was otherwise, at the last tag; everything before the first one. */
function changedFiles(): string[] {
  if (tag !== null) return (git('diff', '--name-only', tag, '--', 'schema') ?? '').split('\n');
  return readdirSync(`${ROOT}/schema`, { recursive: true }).map((path) => `schema/${path}`);
}

it('says in CHANGELOG.md how the standard changed since the last tag', () => {
  expect(changelogFault(changedFiles(), changelog)).toBeNull();
});

describe('a changelog that keeps silent is caught', () => {
  const silent =
    '# Changelog\n\n## [Unreleased]\n\n### Standard\n\n### Service\n\n- Faster.\n\n## [1.0.0]\n\n### Standard\n\n- First.\n';
  const spoken = silent.replace('### Standard\n', '### Standard\n\n- `sex` has a new code.\n');

  it.each([
    ['a table changed', ['src/main.ts', 'schema/1.0/tables/profiles.schema.json'], silent, true],
    ['what schemas must obey changed', ['schema/meta/table.schema.json'], silent, true],
    ['there is no waiting section', ['schema/1.0/codelists/sex.csv'], '# Changelog\n\n## [1.0.0]\n', true],
    ['it is said', ['schema/1.0/codelists/sex.csv'], spoken, false],
    ['only the page about schemas changed', ['schema/README.md'], silent, false],
    ['only code changed', ['src/main.ts', ''], silent, false],
  ])('%s', (_, changed, text, isFault) => {
    const fault = changelogFault(changed, text);
    if (isFault) expect(fault).toContain('CHANGELOG.md, under Unreleased, Standard');
    else expect(fault).toBeNull();
  });

  it('and it names what changed', () => {
    expect(changelogFault(['schema/1.0/a.csv', 'schema/1.0/b.csv'], silent)).toMatch(
      /^schema\/1\.0\/a\.csv and 1 more changed/,
    );
  });
});
