import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';

/** What one process cost. */
export interface Cost {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
}

/**
 * Runs some rivals in turn, again and again, so that whatever else the machine does falls on all of them alike.
 *
 * @returns The costs of each rival, one for each round.
 */
export function inRounds<Result>(
  rounds: number,
  rivals: Readonly<Record<string, () => Result>>,
): Record<string, Result[]> {
  const results: Record<string, Result[]> = {};
  for (const name of Object.keys(rivals)) results[name] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, run] of Object.entries(rivals)) results[name]?.push(run());
  }
  return results;
}

/** Runs a script of this repository in a process of its own, in TypeScript, and reads the JSON it prints. */
export function runScript<Result>(script: string, args: readonly string[]): Result {
  const output = execFileSync(process.execPath, ['--import', 'tsx', script, ...args], { encoding: 'utf8' });
  return JSON.parse(output) as Result;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

/** The median over the rounds of how many times as much one rival cost as another of the same round. */
export function medianRatio(
  one: readonly Cost[],
  other: readonly Cost[],
  of: 'seconds' | 'cpuSeconds',
): number {
  return median(one.map((cost, round) => cost[of] / (other[round] as Cost)[of]));
}

/** One line about where the figures come from. */
export function describeMachine(): string {
  const [first] = cpus();
  const load = loadavg()[0]?.toFixed(1);
  return `${first?.model.trim()}, ${cpus().length} cores, ${process.platform}, Node ${process.version}, load ${load}`;
}
