import { type IncomingHttpHeaders, request as send } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Sends a body of many bytes piece by piece, without ever holding it, and reads the answer whenever it comes. */
export async function sendLarge(
  port: number,
  path: string,
  options: { headers: Record<string, string>; megabytes: number; withLength: boolean },
): Promise<RawAnswer & { readonly sentMegabytes: number }> {
  const piece = Buffer.alloc(1024 * 1024, ' ');
  const length = { 'content-length': String(options.megabytes * piece.length) };
  let sentMegabytes = 0;
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const request = send(
      {
        port,
        host: '127.0.0.1',
        path,
        method: 'POST',
        headers: { ...options.headers, ...(options.withLength ? length : {}) },
      },
      (response) => {
        isAnswered = true;
        text(response)
          .then((body) =>
            resolve({ status: response.statusCode ?? 0, headers: response.headers, body, sentMegabytes }),
          )
          .catch(reject)
          .finally(() => request.destroy());
      },
    );
    // After the answer the rest is neither wanted nor sent, so a cut line is no failure then.
    request.on('error', (error) => {
      if (!isAnswered) reject(error);
    });
    const write = () => {
      while (sentMegabytes < options.megabytes && !isAnswered) {
        sentMegabytes += 1;
        if (!request.write(piece)) {
          request.once('drain', write);
          return;
        }
      }
      if (!isAnswered) request.end();
    };
    write();
  });
}

/** Writes bytes to the socket as they are, and gives whatever comes back until it is closed. */
export async function sendBytes(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}
