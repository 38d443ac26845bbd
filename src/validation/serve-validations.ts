import type { MessagePort } from 'node:worker_threads';
import type { Step } from './hold-return.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { type CopyPiece, ReturnInHand } from './return-in-hand.ts';

/**
 * Holds the returns that a worker thread is sent, and answers what is asked of them, in the order in which
 * it is asked. What is asked of a return that was released meanwhile is passed over.
 */
export function serveValidations(port: MessagePort): void {
  const inHand = new Map<number, ReturnInHand>();
  /** The small return that was released last, for what was compiled for it; see `ReturnInHand`. */
  const warm: { last?: ReturnInHand } = {};
  const say = (answer: FromWorker, transferred: ArrayBuffer[] = []) => port.postMessage(answer, transferred);

  port.on('message', (message: ToWorker) => {
    const { held } = message;
    if (message.kind === 'release') {
      const released = inHand.get(held);
      if (released?.isSmall()) warm.last = released;
      inHand.delete(held);
      return;
    }
    const { question, source, step, args } = message;
    if (source !== undefined) inHand.set(held, new ReturnInHand(source));
    const asked = inHand.get(held);
    if (asked === undefined) return;
    try {
      const answer = take(asked, step, args);
      say({ question, answer }, ownedBuffers(answer));
    } catch (failure) {
      inHand.delete(held);
      say({ question, failure });
    }
  });
}

function take(asked: ReturnInHand, step: Step, args: readonly unknown[]): unknown {
  return (asked[step] as (...given: readonly unknown[]) => unknown).apply(asked, [...args]);
}

/** What an answer of bytes gives away, so that they need not be copied. */
function ownedBuffers(answer: unknown): ArrayBuffer[] {
  const { bytes } = (answer ?? {}) as Partial<CopyPiece>;
  return bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
}
