import { Agent, get } from 'node:http';
import { median } from './rounds.ts';

const EVERY_MS = 10;

export interface Health {
  readonly probes: number;
  /** Milliseconds to the answer. */
  readonly median: number;
  readonly p99: number;
  readonly most: number;
}

/** Asks whether the service is alive, over a connection of its own, again and again until it is told to stop. */
export function watchHealth(port: number): { stop(): Promise<Health> } {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const took: number[] = [];
  let isOver = false;
  const probe = () =>
    new Promise<void>((resolve, reject) => {
      const start = performance.now();
      get({ port, host: '127.0.0.1', path: '/health/live', agent }, (response) => {
        response.resume().once('end', () => {
          took.push(performance.now() - start);
          resolve();
        });
      }).on('error', reject);
    });
  const watching = (async () => {
    while (!isOver) {
      await probe();
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  return {
    async stop() {
      isOver = true;
      await watching;
      agent.destroy();
      const sorted = took.toSorted((one, other) => one - other);
      return {
        probes: took.length,
        median: median(took),
        p99: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
        most: sorted.at(-1) ?? 0,
      };
    },
  };
}
