import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url));

/** What the tests of disclosure control need of the checkout. */
const NEEDED = [
  'src',
  'tests/disclosure',
  'tests/support/disclosure-vectors.json',
  'package.json',
  'tsconfig.json',
];

/** One process, no server, and an end at the first failure. */
const CONFIG = `export default {
  test: {
    include: ['tests/disclosure/**/*.test.ts'],
    setupFiles: ['fixed-seed.mjs'],
    pool: 'threads',
    isolate: false,
    maxWorkers: 1,
    bail: 1,
  },
};
`;

/** A mutant must not survive one day and be killed the next. */
const FIXED_SEED = `import fc from 'fast-check';
fc.configureGlobal({ seed: 1 });
`;

/** Tests that run longer than this under a mutation will not end. */
const TIME_LIMIT_MS = 60_000;

export type Verdict = 'passed' | 'failed' | 'out of time';

/** A copy of the checkout in a temporary folder, where sources can be broken. */
export interface Sandbox {
  write(path: string, text: string): Promise<void>;
  runTests(): Promise<Verdict>;
}

/** Makes a sandbox, which is removed when this process ends. */
export async function createSandbox(): Promise<Sandbox> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'spcd-mutation-')));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  for (const path of NEEDED) await cp(join(CHECKOUT, path), join(folder, path), { recursive: true });
  await symlink(join(CHECKOUT, 'node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'vitest.config.mjs'), CONFIG);
  await writeFile(join(folder, 'fixed-seed.mjs'), FIXED_SEED);
  return {
    write: (path, text) => writeFile(join(folder, path), text),
    runTests: () => runTests(folder),
  };
}

function runTests(folder: string): Promise<Verdict> {
  const vitest = join(CHECKOUT, 'node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--reporter=dot'], { cwd: folder, stdio: 'ignore' });
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      resolve('out of time');
    }, TIME_LIMIT_MS);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? 'passed' : 'failed');
    });
  });
}
