import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import papaparse from 'papaparse/package.json' with { type: 'json' };
import { buildPackage } from '../src/npm-package/build-package.ts';
import { codedFile, HEADER } from './coded-rows.ts';
import { describeMachine, inRounds, median } from './rounds.ts';

const ROWS = 10_000;
const ROUNDS = Number(process.argv[2] ?? 9);

/** Starts Node on a script and waits for its end; gives the seconds. */
function start(...args: readonly string[]): number {
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args[0]} ended with ${status}: ${stderr}`);
  return (performance.now() - begun) / 1000;
}

const folder = await mkdtemp(join(tmpdir(), 'spcd-cli-'));
const file = await codedFile('connections', ROWS);
const published = join(folder, 'cli/spcd.cjs');
await buildPackage(folder);
const sets = Object.entries(HEADER).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
const command = ['validate', file, '--table', 'connections', ...sets];
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const runs = inRounds(ROUNDS, {
  'node, papaparse': () => start(path('parse-file.cjs'), file),
  'spcd, published package': () => start(published, ...command),
  'spcd, from source (tsx)': () => start(path('../bin/spcd.cjs'), ...command),
});
await rm(folder, { recursive: true });

console.log(`${describeMachine()}, papaparse ${papaparse.version}; ${ROWS} rows, ${ROUNDS} rounds.`);
const reference = runs['node, papaparse'] ?? [];
for (const [name, seconds] of Object.entries(runs)) {
  const times = median(seconds.map((each, round) => each / (reference[round] as number))).toFixed(2);
  console.log(`${name.padEnd(24)} ${median(seconds).toFixed(3)} s, ${times} times the reference`);
}
