/**
 * Breaks `src/disclosure/` in one small way at a time and expects its tests to notice.
 *
 * `npm run mutation -- [--count 60] [--seed 1] [--all]`
 *
 * Works on copies in temporary folders. Ends with 1 if a mutant survives: then a test is missing, or the mutant
 * belongs in `equivalent-mutants.ts` with the reason why nothing can tell it from the source.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chooseMutants } from './choose-mutants.ts';
import { isEquivalent } from './equivalent-mutants.ts';
import { findMutants, type Mutant } from './find-mutants.ts';
import { createSandbox, type Sandbox, type Verdict } from './sandbox.ts';

const FOLDER = new URL('../../src/disclosure/', import.meta.url);
const AT_ONCE = 2;

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    all: { type: 'boolean', default: false },
  },
});

const sources = new Map(
  readdirSync(FOLDER).map((file) => [file, readFileSync(new URL(file, FOLDER), 'utf8')]),
);
const found = [...sources].flatMap(([file, source]) => findMutants(file, source));
const usable = found.filter((mutant) => !isEquivalent(mutant));
const count = options.all ? usable.length : Number(options.count);
const chosen = chooseMutants(usable, count, Number(options.seed));
print(
  `${chosen.length} of ${found.length} mutants (${found.length - usable.length} of them equivalent), seed ${options.seed}`,
);

process.once('SIGINT', () => process.exit(130));
const sandboxes = await Promise.all(Array.from({ length: AT_ONCE }, createSandbox));
if ((await sandboxes[0]?.runTests()) !== 'passed') {
  print('The tests fail without any mutation: npx vitest run tests/disclosure');
  process.exitCode = 1;
} else {
  const survivors = await runAll(chosen, sandboxes);
  print(`${chosen.length - survivors} of ${chosen.length} killed, ${survivors} survived`);
  if (survivors > 0) process.exitCode = 1;
}

/** @returns How many mutants the tests did not notice. */
async function runAll(mutants: readonly Mutant[], places: readonly Sandbox[]): Promise<number> {
  const waiting = [...mutants];
  let survivors = 0;
  const work = async (sandbox: Sandbox) => {
    for (let mutant = waiting.shift(); mutant; mutant = waiting.shift()) {
      const verdict = await tryOut(mutant, sandbox);
      if (verdict === 'passed') survivors += 1;
      report(mutant, verdict);
    }
  };
  await Promise.all(places.map(work));
  return survivors;
}

async function tryOut(mutant: Mutant, sandbox: Sandbox): Promise<Verdict> {
  const path = `src/disclosure/${mutant.file}`;
  await sandbox.write(path, mutant.text);
  const verdict = await sandbox.runTests();
  await sandbox.write(path, sources.get(mutant.file) as string);
  return verdict;
}

function report(mutant: Mutant, verdict: Verdict): void {
  const word = verdict === 'passed' ? 'SURVIVED' : verdict === 'failed' ? 'killed' : 'killed (out of time)';
  print(`${word}: ${mutant.kind}, ${mutant.file}:${mutant.line}\n  - ${mutant.before}\n  + ${mutant.after}`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
