import type { ArrivingReturn, HeldReturn, ReturnValidation } from './held-return.ts';
import { type AskStep, compareStored, holdReturn } from './hold-return.ts';
import { ReturnInHand } from './return-in-hand.ts';

/** The form in which a stored return is read. */
export const STORED = { format: 'ndjson' } as const;

/** Validates returns in the thread that asks: for small ones, and where nothing else waits for that thread. */
export const IN_PROCESS: ReturnValidation = {
  async receive({ source, body }: ArrivingReturn): Promise<HeldReturn> {
    const inHand = new ReturnInHand(source);
    for await (const bytes of body) inHand.write(bytes);
    return holdReturn(inHand.end(new Uint8Array(0)), askDirectly(inHand), () => {});
  },
  compareStored: (comparison) => compareStored(askDirectly(new ReturnInHand(STORED)), comparison),
};

function askDirectly(inHand: ReturnInHand): AskStep {
  return async (step, ...args) =>
    (inHand[step] as (...given: typeof args) => ReturnType<ReturnInHand[typeof step]>)(...args);
}
