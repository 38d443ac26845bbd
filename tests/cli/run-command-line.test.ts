import { expect, it } from 'vitest';
import { wordsOfProgress } from '../../src/cli/build-progress.ts';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { Language } from '../../src/standard/text.ts';

async function run(argv: readonly string[], language: Language) {
  const said = { stdout: '', stderr: '' };
  const terminal: Terminal = {
    stdin: (async function* () {})(),
    stdout: { write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
    environment: {},
    workingFolder: '/',
    language,
  };
  const exitCode = await runCommandLine({}, argv, terminal, String);
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
