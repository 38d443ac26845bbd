import { setTimeout as sleep } from 'node:timers/promises';
import type { Owner } from './embedded-owner.ts';
import type { RunningServer } from './embedded-server.ts';

/** A running server, and what the data folder says of who owns it. */
export interface OwnedProcess {
  readonly owner: Owner;
  readonly server: RunningServer;
}

/** A server that is started again whenever it ends by itself. */
export interface KeptServer {
  /** The server as it is now; while it is being started again, the one that ended. */
  current(): OwnedProcess;
  /** Lets it end for good, and gives the last one, which may have ended already. */
  letGo(): Promise<OwnedProcess>;
}

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Watches a server and starts it again when it ends by itself, as often as it takes: a disk that was full has room
 * again some time. Whoever is connected loses the connection, and finds the server where it was.
 *
 * @param startAgain - Starts it at the same address; `undefined` while another process is in the way.
 * @param log - Told of every end and of each new reason why it cannot be started.
 */
export function keepServer(
  first: OwnedProcess,
  startAgain: () => Promise<OwnedProcess | undefined>,
  log: (message: string) => void,
): KeptServer {
  const letGo = new AbortController();
  const { signal } = letGo;
  const asked = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  let current = first;
  const revive = async () => {
    let said = '';
    for (let pauseMs = FIRST_PAUSE_MS; !signal.aborted; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
      try {
        const again = await startAgain();
        if (again !== undefined) {
          current = again;
          log(`PostgreSQL runs again (process ${again.server.pid})`);
          return;
        }
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        if (reason !== said) log(`PostgreSQL cannot be started again yet: ${reason}`);
        said = reason;
      }
      await sleep(pauseMs, undefined, { signal, ref: false }).catch(() => {});
    }
  };
  const watch = async () => {
    while (!signal.aborted) {
      await Promise.race([current.server.ended, asked]);
      if (!signal.aborted) await revive();
    }
  };
  const watching = watch();
  return {
    current: () => current,
    async letGo() {
      letGo.abort();
      await watching;
      return current;
    },
  };
}
