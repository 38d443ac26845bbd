import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { digestKit, readKit } from './read-kit.mjs';
import { CannotStart, runCase } from './run-case.mjs';

const USAGE = `Usage: node run.mjs [options] -- COMMAND [ARGUMENTS]

Runs every case of the conformance kit through an implementation, and writes down which passed. README.md says
what the command is given and what it must print.

  --name NAME        the implementation's name, for the result file
  --version VERSION  its version
  --only ID,ID       these cases only; the result then says that it is not complete
  --jobs N           how many commands run at once (4)
  --timeout SECONDS  after how long a command is stopped (60)
  --out FILE         the result file (conformance-result.json)

Ends with 0 when every case passed, 1 when one failed, 2 when the kit could not be run.`;

const PASSED = 0;
const FAILED = 1;
const COULD_NOT_RUN = 2;

/** Runs what the command line asks for, and gives the exit code. */
async function main(argv) {
  const options = readOptions(argv);
  if (options === null) {
    console.error(USAGE);
    return COULD_NOT_RUN;
  }
  const kit = await readKit();
  const unknown = options.only.filter((id) => !kit.cases.some((each) => each.id === id));
  if (unknown.length > 0) {
    console.error(`There is no case ${unknown.join(', ')}`);
    return COULD_NOT_RUN;
  }
  const cases = kit.cases.filter(({ id }) => options.only.length === 0 || options.only.includes(id));
  const outcomes = await runAll(cases, options);
  const failed = outcomes.filter(({ differences }) => differences.length > 0);
  const result = {
    standard: kit.standard,
    schema_version: kit.schema_version,
    kit_digest: await digestKit(),
    implementation: { name: options.name, version: options.version },
    complete: cases.length === kit.cases.length,
    cases: cases.length,
    passed: cases.length - failed.length,
    failed: failed.length,
    failed_ids: failed.map(({ id }) => id),
  };
  await writeFile(options.out, `${JSON.stringify(result, null, 2)}\n`);
  show(cases, failed, result, options.out);
  return failed.length === 0 ? PASSED : FAILED;
}

function readOptions(argv) {
  const end = argv.indexOf('--');
  const command = end === -1 ? [] : argv.slice(end + 1);
  const text = { type: 'string' };
  try {
    const { values } = parseArgs({
      args: end === -1 ? argv : argv.slice(0, end),
      options: {
        name: { ...text, default: 'unnamed' },
        version: { ...text, default: 'unknown' },
        only: { ...text, default: '' },
        jobs: { ...text, default: '4' },
        timeout: { ...text, default: '60' },
        out: { ...text, default: 'conformance-result.json' },
      },
    });
    const jobs = Number(values.jobs);
    const timeout_ms = Number(values.timeout) * 1000;
    if (command.length === 0 || !(jobs >= 1) || !(timeout_ms > 0)) return null;
    return { ...values, jobs, timeout_ms, command, only: values.only.split(',').filter((id) => id !== '') };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`${error.message}\n`);
    return null;
  }
}

/** Runs the cases, a few at once, and gives what each came to in the order of the list. */
async function runAll(cases, { command, jobs, timeout_ms }) {
  const outcomes = [];
  let next = 0;
  const work = async () => {
    while (next < cases.length) {
      const index = next;
      next += 1;
      const differences = await runCase(cases[index], command, timeout_ms);
      outcomes[index] = { id: cases[index].id, differences };
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, cases.length) }, work));
  return outcomes;
}

function show(cases, failed, result, out) {
  for (const { id, differences } of failed) {
    console.log(`FAILED  ${id}`);
    for (const difference of differences) console.log(`        ${difference}`);
  }
  const rows = new Map();
  for (const { id, format } of cases) {
    const row = rows.get(format) ?? { cases: 0, failed: 0 };
    row.cases += 1;
    if (failed.some((each) => each.id === id)) row.failed += 1;
    rows.set(format, row);
  }
  console.log('form      cases  passed  failed');
  for (const [format, row] of [...rows, ['all', { cases: result.cases, failed: result.failed }]]) {
    const numbers = [row.cases, row.cases - row.failed, row.failed];
    console.log(`${format.padEnd(8)} ${numbers.map((number) => String(number).padStart(6)).join('  ')}`);
  }
  console.log(`kit ${result.kit_digest}\nresult in ${out}`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = COULD_NOT_RUN;
}
