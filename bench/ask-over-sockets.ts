import { connect } from 'node:net';

/** What is sent again and again. */
export interface Asked {
  readonly port: number;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Connections that are kept open, each with one request at a time. */
  readonly clients: number;
  /** Of all clients together. */
  readonly requests: number;
  /** The status that every answer has to have. */
  readonly status: number;
}

/**
 * Sends one request over and over, by bare sockets: the clients of Node take longer over an answer than a server that has it
 * in memory, so that with them every server would look alike.
 *
 * @returns Requests a second.
 * @throws {Error} Where an answer has another status, or no length.
 */
export async function askOverSockets(asked: Asked): Promise<number> {
  const each = Math.ceil(asked.requests / asked.clients);
  const begun = performance.now();
  await Promise.all(Array.from({ length: asked.clients }, () => askOver(asked, each)));
  return (each * asked.clients) / ((performance.now() - begun) / 1000);
}

/** No head is longer, and no more of a body need be text. */
const HEAD_BYTES = 16 * 1024;

/** What one read takes at most: as much as Node reads by itself, and used again, so that nothing has to be cleared away. */
const READ_BYTES = 64 * 1024;

function askOver({ port, path, headers = {}, status }: Asked, times: number): Promise<void> {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}\r\n`);
  return new Promise((resolve, reject) => {
    let left = times;
    let head = '';
    /** Bytes of the body that are still to come; undefined before its head is whole. */
    let missing: number | undefined;
    const take = (bytes: Buffer) => {
      if (missing === undefined) {
        const before = head.length;
        head += bytes.toString('latin1', 0, HEAD_BYTES);
        const end = head.indexOf('\r\n\r\n');
        if (end < 0) return;
        if (!head.startsWith(`HTTP/1.1 ${status} `)) {
          socket.destroy(new Error(`${path}: ${head.slice(0, 300)}`));
          return;
        }
        missing = status === 304 ? 0 : lengthIn(head.slice(0, end));
        missing -= before + bytes.length - end - 4;
      } else missing -= bytes.length;
      if (missing > 0) return;
      [head, missing] = ['', undefined];
      left -= 1;
      if (left > 0) socket.write(request);
      else {
        resolve();
        socket.destroy();
      }
    };
    const onread = {
      buffer: Buffer.allocUnsafe(READ_BYTES),
      callback: (length: number, buffer: Uint8Array) => {
        take(Buffer.from(buffer.buffer, buffer.byteOffset, length));
        return true;
      },
    };
    const socket = connect({ port, host: '127.0.0.1', onread }).setNoDelay(true);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`${path}: the connection was closed`)));
    socket.write(request);
  });
}

function lengthIn(head: string): number {
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length === undefined) throw new Error(`No length is told: ${head}`);
  return Number(length);
}
