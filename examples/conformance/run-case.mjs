import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compareReport } from './compare-report.mjs';
import { CASES } from './read-kit.mjs';

/** The command could not be started at all. */
export class CannotStart extends Error {}

/**
 * Runs the command on the file of one case and compares what it prints.
 *
 * @param {object} listed - The case, as `cases.json` lists it.
 * @param {readonly string[]} command - The command and its arguments, in which placeholders are filled in.
 * @param {number} timeout_ms - After how long the command is stopped; the case has then failed.
 * @returns {Promise<string[]>} One line for each difference; none when the case has passed.
 * @throws {CannotStart} If there is no such command.
 */
export async function runCase(listed, command, timeout_ms) {
  const bytes = await readFile(new URL(listed.file, CASES));
  const values = valuesOf(listed);
  const [program, ...parameters] = fillIn(command, values);
  const { output, fault } = await start(program, parameters, environmentOf(values), bytes, timeout_ms);
  if (fault !== null) return [fault];
  let report;
  try {
    report = JSON.parse(output);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [`what was printed is not JSON: ${JSON.stringify(output.slice(0, 80))}`];
  }
  return compareReport(listed.expected, report);
}

/** What the placeholders and the environment say of a case; what it has not is undefined. */
function valuesOf({ format, table, header, labels }) {
  return {
    format,
    table,
    header: header === undefined ? undefined : fileURLToPath(new URL(header, CASES)),
    labels: labels === true ? 'labels' : undefined,
  };
}

/** The command with its placeholders filled in; an argument whose placeholder has no value is left out. */
export function fillIn(command, values) {
  return command.flatMap((argument) => {
    const names = [...argument.matchAll(/\{(format|table|header|labels)\}/g)].map(([, name]) => name);
    if (names.some((name) => values[name] === undefined)) return [];
    return [names.reduce((text, name) => text.replace(`{${name}}`, () => values[name]), argument)];
  });
}

function environmentOf(values) {
  const environment = { ...process.env };
  for (const [name, value] of Object.entries(values)) {
    const key = `SPCD_CASE_${name.toUpperCase()}`;
    delete environment[key];
    if (value !== undefined) environment[key] = value;
  }
  return environment;
}

function start(program, parameters, env, bytes, timeout_ms) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, { env, stdio: ['pipe', 'pipe', 'ignore'] });
    const pieces = [];
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, timeout_ms);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(new CannotStart(`${program} cannot be started: ${error.message}`));
    });
    child.stdout.on('data', (piece) => pieces.push(piece));
    child.once('close', () => {
      clearTimeout(timer);
      const fault = isLate ? `no report within ${timeout_ms / 1000} seconds` : null;
      resolve({ output: Buffer.concat(pieces).toString('utf8'), fault });
    });
    // A command may stop reading a file that it has seen enough of; what it printed is judged all the same.
    child.stdin.on('error', () => {});
    child.stdin.end(bytes);
  });
}
