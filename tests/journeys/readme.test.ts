import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));
const README = readFileSync(join(REPOSITORY, 'README.md'), 'utf8');
const README_ADDRESS = '127.0.0.1:8080';

/** Installing and loading take a while on a slow machine; nothing here measures how long. */
const PATIENCE_MS = 400_000;

/** The commands of the README that follow a heading, line by line. */
function commandsOf(marker: string): string[] {
  const blocks = README.split(marker).slice(1);
  return blocks.flatMap((block) => {
    const code = /```sh\n([\s\S]*?)```/.exec(block)?.[1] ?? '';
    return code.split('\n').filter((line) => line !== '');
  });
}

const [demoCommand] = commandsOf('## See it work');
const walkthrough = commandsOf('<!-- walkthrough -->');

let clone: string;
let port: number;

beforeAll(async () => {
  clone = mkdtempSync(join(tmpdir(), 'spcd-journey-'));
  copyTree(clone);
  port = await freePort();
});

afterAll(() => rmSync(clone, { recursive: true, force: true }));

describe('a stranger on a fresh machine', () => {
  it('needs at most 25 commands, all in the README', () => {
    expect(demoCommand).toBe('npm ci && npm run demo');
    expect(README).toContain('```sh\nnpm ci && npm test\n```');
    expect(walkthrough.length + 2).toBeLessThanOrEqual(25);
  });

  it(
    'sees answers, mends a return, publishes it, asks about it, and stops everything with Ctrl-C',
    async () => {
      const first = start(demoCommand as string);
      const shown = await first.until('Ctrl-C stops everything');
      expect(shown).toContain('30 returns accepted');
      expect(shown.match(/^ {2}curl '/gm)).toHaveLength(4);
      expect(shown).toContain('(suppressed)');

      const steps = run(walkthrough);
      expect(steps.map(({ exitCode }) => exitCode)).toEqual([1, ...walkthrough.slice(1).map(() => 0)]);
      const said = (part: string) =>
        steps.filter(({ command }) => command.includes(part)).map(({ output }) => output);
      expect(said('validate examples')[0]).toContain('did you mean 16_24?');
      expect(said('validate my-return')[0]).toContain('Valid');
      const [dryRun, receipt] = said('/v1/submissions').map((output) => JSON.parse(output));
      expect(dryRun).toMatchObject({ dry_run: true, submission_id: null, state: 'accepted' });
      expect(receipt).toMatchObject({ dry_run: false, state: 'accepted', organisation: '7A7' });
      expect(receipt.tables).toMatchObject([{ table: 'profiles', outcome: 'created', rows: 84 }]);
      expect(said('release list')[0]).toContain('returns-2026-q2-1');
      const [english, welsh] = said('/v1/data/profiles');
      expect(english).toMatch(/^returns-2026-q2-1,returns,2026-Q2,.*Powys.*,female,Female,people,\d+,ok\r$/m);
      expect(welsh).toMatch(/,female,Benyw,people,\d+,ok\r$/m);

      // The shell itself dies of Ctrl-C, so what the demonstration did is read from its last words.
      await first.interrupt();
      expect(first.output()).toMatch(/Stopping …\n$/);
      expect(processesOf(clone)).toEqual([]);

      const second = start('exec node bin/spcd.cjs demo');
      const again = await second.until('Ctrl-C stops everything');
      expect(again).toContain('already here');
      expect(answersIn(again)).toBe(answersIn(shown));
      expect(await second.interrupt()).toBe(0);
    },
    PATIENCE_MS,
  );
});

/** The checkout as git would carry it, with what is not committed yet. */
function copyTree(target: string): void {
  const files = 'git ls-files -z --cached --others --exclude-standard';
  execFileSync(
    'bash',
    ['-c', `set -o pipefail; ${files} | tar -c --null -T - --ignore-failed-read | tar -x -C "$0"`, target],
    {
      cwd: REPOSITORY,
    },
  );
}

/** The environment of a plain shell: another port, and nothing of the test run's own. */
function environment(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, NODE_ENV: __, VITEST: ___, ...inherited } = process.env;
  return { ...inherited, SPCD_PORT: String(port), LANG: 'en_GB.UTF-8', LC_ALL: '' };
}

function start(command: string) {
  const child: ChildProcess = spawn('bash', ['-c', command], {
    cwd: clone,
    env: environment(),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += String(chunk);
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return {
    output: () => output,
    /** Everything said up to and with some words. */
    until: (words: string) =>
      new Promise<string>((resolve, reject) => {
        const look = () => {
          if (output.includes(words)) resolve(output);
        };
        listeners.add(look);
        look();
        void ended.then((code) => reject(new Error(`ended with ${code} before "${words}":\n${output}`)));
      }),
    /** Ctrl-C: the signal goes to every process in the foreground. */
    interrupt: () => {
      process.kill(-(child.pid as number), 'SIGINT');
      return ended;
    },
  };
}

interface Step {
  readonly command: string;
  readonly output: string;
  readonly exitCode: number;
}

/** Runs commands one after another in one shell, as a person types them. */
function run(commands: readonly string[]): Step[] {
  const mark = '@@end-of-command';
  const script = commands
    .map((command) => command.replaceAll(README_ADDRESS, `127.0.0.1:${port}`))
    .map((command) => `${command}\necho; echo "${mark} $?"`)
    .join('\n')
    .replaceAll(`echo; echo "${mark} $?"`, `code=$?; echo; echo "${mark} $code"`);
  const output = execFileSync('bash', ['-c', script], { cwd: clone, env: environment(), encoding: 'utf8' });
  return output
    .split(new RegExp(`\n${mark} `))
    .slice(0, -1)
    .map((part, index, parts) => {
      const following = index + 1 < parts.length ? parts[index + 1] : output.split(`${mark} `).at(-1);
      return {
        command: commands[index] as string,
        output: index === 0 ? part : part.replace(/^\d+\n/, ''),
        exitCode: Number(/^\d+/.exec(following ?? '')?.[0]),
      };
    });
}

/** The answers that a demonstration printed, without what it said before and after them. */
function answersIn(output: string): string {
  return output.slice(output.indexOf('People referred'), output.indexOf('Serving at'));
}

function processesOf(folder: string): string[] {
  const list = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  return list.split('\n').filter((line) => line.includes(folder));
}
