import type { Socket } from 'node:net';
import { senderGone } from '../validation/refusals.ts';

const CLOSED = new WeakMap<Socket, AbortSignal>();
/** Given as the reason, which is no fault of ours: one made for each connection that ends would have a stack to be written. */
const CLOSED_REASON = senderGone();

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
