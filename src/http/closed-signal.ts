import type { Socket } from 'node:net';

const CLOSED = new WeakMap<Socket, AbortSignal>();
/** Given as the reason: one made for each connection that ends would have a stack to be written. */
const CLOSED_REASON = new Error('the connection was closed');

/** Aborted when a connection is closed; one signal for all requests that come over it. */
export function closedSignalOf(socket: Socket): AbortSignal {
  const known = CLOSED.get(socket);
  if (known !== undefined) return known;
  const closing = new AbortController();
  const close = () => closing.abort(CLOSED_REASON);
  socket.once('close', close);
  if (socket.destroyed) close();
  CLOSED.set(socket, closing.signal);
  return closing.signal;
}
