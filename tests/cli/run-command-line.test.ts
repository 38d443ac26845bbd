import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { wordsOfProgress } from '../../src/cli/build-progress.ts';
import type { Command } from '../../src/cli/command.ts';
import { COMMANDS } from '../../src/cli/commands.ts';
import { PORTABLE_COMMANDS } from '../../src/cli/portable-commands.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { isMisuse, wordsOfMisuse } from '../../src/cli/words-of-misuse.ts';
import type { Language } from '../../src/standard/text.ts';

async function run(
  argv: readonly string[],
  language: Language,
  commands: Readonly<Record<string, Command>> = {},
  environment: Terminal['environment'] = {},
) {
  const said = { stdout: '', stderr: '' };
  const terminal: Terminal = {
    stdin: (async function* () {})(),
    stdout: { write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
    environment,
    workingFolder: '/',
    language,
  };
  const exitCode = await runCommandLine(commands, argv, terminal, String);
  return { exitCode, ...said };
}

it('gives the version of the standard, with its name in either language', async () => {
  expect(await run(['--version'], 'en')).toEqual({
    exitCode: 0,
    stdout: 'spcd, Social Prescribing Core Dataset 1.0\n',
    stderr: '',
  });
  expect((await run(['--version'], 'cy')).stdout).toBe(
    'spcd, Set Ddata Craidd Presgripsiynu Cymdeithasol 1.0\n',
  );
});

it('says how far a release is in words', () => {
  expect(wordsOfProgress(3, 14, 'rows', 'en')).toBe('Tables read and keyed: 3 of 14');
  expect(wordsOfProgress(2, 4, 'periods', 'cy')).toBe("Cyfnodau wedi'u diogelu: 2 o 4");
});

it.each([
  [['--help', '--lang', 'cy'], 0, 'stdout'],
  [['--lang=cy', '--help'], 0, 'stdout'],
  [['--lang', 'cy'], 2, 'stderr'],
  [['nosuch', '--lang', 'cy'], 2, 'stderr'],
] as const)('%j speaks Welsh', async (argv, exitCode, stream) => {
  const said = await run(argv, 'en');
  expect(said.exitCode).toBe(exitCode);
  expect(said[stream]).toContain('Defnydd: spcd GORCHYMYN');
  expect(said.stdout + said.stderr).not.toContain('--lang.');
});

describe('a command line that Node cannot read is told in our own words', () => {
  const options = { out: { type: 'string' }, help: { type: 'boolean' } } as const;
  it.each([
    [['--bogus'], 'There is no option --bogus.', 'Nid oes opsiwn --bogus.'],
    [['x'], 'x is one word too many', 'x yn un gair yn ormod'],
    [['--help=1'], '--help takes no value.', 'Nid yw --help yn cymryd gwerth.'],
    [['--out'], '--out needs a value', 'angen gwerth ar ôl --out'],
    [['--out', '--help'], '--out needs a value', 'angen gwerth ar ôl --out'],
  ])('%j', (args, en, cy) => {
    const failure = (() => {
      try {
        return parseArgs({ args, options });
      } catch (error) {
        return error;
      }
    })();
    if (!isMisuse(failure)) throw new Error('Node could read it');
    expect(wordsOfMisuse(failure)).toEqual({
      en: expect.stringContaining(en),
      cy: expect.stringContaining(cy),
    });
  });
});

it('says in words, in the language asked for, which file is not there', async () => {
  const read: Command = {
    summary: { en: 'Read', cy: 'Darllen' },
    run: async () => Number(await readFile('/nonexistent/x.json', 'utf8')),
  };
  expect(await run(['read', '--lang', 'cy'], 'en', { read })).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'Nid oes ffeil na ffolder /nonexistent/x.json.\n',
  });
});

describe('--help of a command of the service is answered before a setting is read or a database opened', () => {
  const ofService = Object.keys(COMMANDS).filter((name) => !Object.hasOwn(PORTABLE_COMMANDS, name));
  const unusable = { SPCD_PORT: 'none', DATABASE_URL: 'none' };

  it.each(ofService)('spcd %s', async (name) => {
    const [en, cy] = ['Usage:', 'Defnydd:'].map((heading) =>
      expect.stringMatching(new RegExp(`^${heading}\\s+spcd ${name}\\b`)),
    );
    expect(await run([name, '--help'], 'en', COMMANDS, unusable)).toEqual({
      exitCode: 0,
      stdout: en,
      stderr: '',
    });
    const later = [name, 'list', '--help', '--lang', 'cy'];
    expect(await run(later, 'en', COMMANDS, unusable)).toEqual({ exitCode: 0, stdout: cy, stderr: '' });
  });

  it('is a name like another after --', async () => {
    const said = await run(['keys', 'revoke', '--', '--help'], 'en', COMMANDS, unusable);
    expect(said).toMatchObject({ exitCode: 2, stdout: '' });
  });
});
