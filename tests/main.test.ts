import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../src/cli/commands.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

function spcd(argv: readonly string[], environment: Record<string, string> = {}, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/spcd.cjs', ...argv], {
    cwd: ROOT,
    encoding: 'utf8',
    input,
    env: { PATH: process.env.PATH ?? '', ...environment },
  });
  return { status, stdout, stderr };
}

describe('spcd', () => {
  it('lists its commands when asked, in the language of the system', () => {
    const english = spcd(['--help']);
    expect(english.status).toBe(0);
    const welsh = spcd(['--help'], { LANG: 'cy_GB.UTF-8' });
    const listed = (stdout: string) => stdout.split('\n').map((line) => line.trim().split(/ {2,}/));
    for (const [name, { summary }] of Object.entries(COMMANDS)) {
      expect(listed(english.stdout)).toContainEqual([name, summary.en]);
      expect(listed(welsh.stdout)).toContainEqual([name, summary.cy]);
    }
  });

  it.each([[[]], [['publish-everything']], [['constructor']]])(
    'ends with 2 for %j, and shows its commands',
    (argv) => {
      const { status, stdout, stderr } = spcd(argv);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain('Usage: spcd COMMAND');
      if (argv.length > 0) expect(stderr).toContain(`There is no command ${argv[0]}.`);
    },
  );

  it('hands a command its words and its input, and ends with its exit code', () => {
    const { status, stdout } = spcd(['validate', '-', '--format', 'json', '--json'], {}, '{}');
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ standard: 'spcd', result: 'invalid' });
  });

  it('checks a file whatever the settings of the service are', () => {
    const { status } = spcd(['validate', '-', '--format', 'json'], { SPCD_ROLE: 'nonsense' }, '{}');
    expect(status).toBe(1);
  });

  it('starts nothing with a wrong setting, and says so in both languages', () => {
    const { status, stdout, stderr } = spcd(['serve'], { SPCD_PORT: 'eighty', SPCD_ROLE: 'nobody' });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trim().split('\n')).toHaveLength(4);
    expect(stderr).toContain('SPCD_PORT must be');
    expect(stderr).toContain('Rhaid i SPCD_PORT');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['keys', 'public'],
    ['services', 'public'],
    ['release', 'public'],
    ['release', 'submission'],
  ])('does not run %s in the role %s, which lacks what it needs', (command, role) => {
    const { status, stderr } = spcd([command, 'list'], { SPCD_ROLE: role, SPCD_DATA_DIR: '/nowhere' });
    expect(status).toBe(2);
    expect(stderr).toContain(`not for a process with SPCD_ROLE=${role}`);
  });

  it('does not serve in the role that listens on nothing', () => {
    const { status, stderr } = spcd(['serve'], { SPCD_ROLE: 'release', SPCD_DATA_DIR: '/nowhere' });
    expect(status).toBe(2);
    expect(stderr).toContain('spcd release');
  });

  it('says in one line that a database cannot be reached, without its password', () => {
    const { status, stderr } = spcd(['keys', 'list'], {
      DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none',
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^It could not be done: .+\n$/);
    expect(stderr).not.toContain('secret');
  });
});
