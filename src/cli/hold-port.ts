import { once } from 'node:events';
import { createServer } from 'node:net';

export interface HeldPort {
  readonly port: number;
  /** Gives it up, for whoever listens next. */
  release(): Promise<void>;
}

/**
 * Takes a port before anything can answer on it, so that the service knows its own address while it is built.
 *
 * Only port 0 is held: the system chooses a free one, and nobody else is given it until it is released. Any other
 * is known already: it is tried, so that one that is taken is told of before anything is made, and left to the listener
 * that comes.
 *
 * @throws {Error} If nothing can listen on this host.
 */
export async function holdPort(host: string, port: number): Promise<HeldPort> {
  const listener = createServer((connection) => connection.destroy()).listen(port, host);
  await once(listener, 'listening');
  if (port !== 0) {
    listener.close();
    await once(listener, 'close');
    return { port, release: async () => {} };
  }
  const address = listener.address();
  if (address === null || typeof address === 'string') throw new Error('The system gave no port');
  const released = once(listener, 'close').then(() => {});
  return {
    port: address.port,
    release() {
      listener.close();
      return released;
    },
  };
}
