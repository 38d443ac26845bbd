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
}

// A service as the environment sets it, which measures itself; asked over its channel, it tells what it measured since.
const service = await startService(readConfig(process.env));
const delays = monitorEventLoopDelay({ resolution: 1 });
let stats: number[] = [];
const looking = setInterval(async () => {
  const begun = performance.now();
  await stat('.');
  stats.push(performance.now() - begun);
}, 5);
delays.enable();
process.on('message', (word) => {
  if (word === 'end') {
    clearInterval(looking);
    void service.close().then(() => process.disconnect());
    return;
  }
  const sorted = stats.sort((one, other) => one - other);
  const told: Told = {
    loopP99: delays.percentile(99) / 1e6,
    statP99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
  };
  [stats] = [[]];
  delays.reset();
  process.send?.(told);
});
process.send?.({ address: service.address } satisfies Told);
