import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startService } from '../src/cli/start-service.ts';
import { readConfig } from '../src/config.ts';

/** What a service says of itself over the channel to its parent. */
export interface Told {
  readonly address?: string;
  /** Milliseconds: 99 in 100 delays of the event loop, and calls of `fs.stat`, were no longer. */
  readonly loopP99?: number;
  readonly statP99?: number;
  /**
   * The same of the processor time that the first thread used between one millisecond's tick and the next: the delay it
   * would have been on a machine that does nothing else.
   */
  readonly turnP99?: number;
  /** Processor time of the whole process since its start, in milliseconds. */
  readonly processorMs?: number;
}

/** How long the first thread has run, in milliseconds, as Linux counts it. */
function ranFor(): number {
  return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6;
}

const p99 = (times: readonly number[]) =>
  [...times].sort((one, other) => one - other)[Math.floor(times.length * 0.99)] ?? 0;

// A service as the environment sets it, which measures itself; asked over its channel, it tells what it measured since.
const service = await startService(readConfig(process.env));
const delays = monitorEventLoopDelay({ resolution: 1 });
let stats: number[] = [];
let turns: number[] = [];
const looking = setInterval(async () => {
  const begun = performance.now();
  await stat('.');
  stats.push(performance.now() - begun);
}, 5);
let ran = ranFor();
const ticking = setInterval(() => {
  const now = ranFor();
  turns.push(now - ran);
  ran = now;
}, 1);
delays.enable();
process.on('message', (word) => {
  if (word === 'end') {
    clearInterval(looking);
    clearInterval(ticking);
    void service.close().then(() => process.disconnect());
    return;
  }
  const { user, system } = process.cpuUsage();
  const told: Told = {
    loopP99: delays.percentile(99) / 1e6,
    statP99: p99(stats),
    turnP99: p99(turns),
    processorMs: (user + system) / 1000,
  };
  [stats, turns] = [[], []];
  delays.reset();
  process.send?.(told);
});
process.send?.({ address: service.address } satisfies Told);
