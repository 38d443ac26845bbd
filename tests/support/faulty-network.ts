import type { AddressInfo } from 'node:net';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** What the network does to one connection. */
export type Fault =
  /** Breaks it once so many bytes of the request have come through. */
  | { readonly cutRequestAfter: number }
  /** Lets the whole request through and breaks it after so many bytes of the answer. */
  | { readonly cutAnswerAfter: number }
  /** Lets nothing through for a while. */
  | { readonly delayMs: number }
  /** Something on the way answers in place of the service. */
  | { readonly answer: string }
  | null;

export interface FaultyNetwork {
  readonly port: number;
  /** How many connections were made so far. */
  connections(): number;
  close(): Promise<void>;
}

/**
 * A TCP proxy in front of a service, which stands for the network between: each connection in turn meets the next
 * fault, and those after the last none.
 */
export async function openFaultyNetwork(
  targetPort: number,
  faults: readonly Fault[],
): Promise<FaultyNetwork> {
  const open = new Set<Socket>();
  let made = 0;
  const server = createServer((client) => {
    const fault = faults[made] ?? null;
    made += 1;
    track(client);
    if (fault !== null && 'answer' in fault) {
      answerInPlace(client, fault.answer);
      return;
    }
    const begin = () => join(client, track(connect(targetPort, '127.0.0.1')), fault);
    if (fault !== null && 'delayMs' in fault) setTimeout(begin, fault.delayMs);
    else begin();
  });
  const track = (socket: Socket): Socket => {
    open.add(socket);
    // A connection that breaks is what this is for.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    return socket;
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => made,
    close: () => closeAll(server, open),
  };
}

function join(client: Socket, service: Socket, fault: Fault): void {
  const cut = () => {
    client.destroy();
    service.destroy();
  };
  const { cutRequestAfter = Infinity, cutAnswerAfter = Infinity } = { ...fault } as Record<string, number>;
  carry(client, service, cutRequestAfter, cut);
  carry(service, client, cutAnswerAfter, cut);
  client.on('close', () => service.destroy());
  service.on('close', () => client.end());
}

/** Passes bytes on, to a limit. */
function carry(from: Socket, to: Socket, limit: number, cut: () => void): void {
  let passed = 0;
  from.on('data', (bytes: Buffer) => {
    const rest = limit - passed;
    passed += bytes.length;
    if (passed < limit) {
      if (!to.write(bytes)) {
        from.pause();
        to.once('drain', () => from.resume());
      }
      return;
    }
    // What is still allowed arrives, and then nothing more.
    to.write(bytes.subarray(0, rest), cut);
  });
  from.on('end', () => to.end());
}

/** Answers at the end of the headers and goes on reading, as a load balancer does. */
function answerInPlace(client: Socket, answer: string): void {
  let isAnswered = false;
  client.on('data', () => {
    if (!isAnswered) client.end(answer);
    isAnswered = true;
  });
}

function closeAll(server: Server, open: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    for (const socket of open) socket.destroy();
  });
}
