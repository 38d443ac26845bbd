/** How long one answer may hold the first thread before others have a turn. */
const TURN_MS = 3;

/** Those who wait for their turn, first come first served: the first thread is one, so they are of the whole process. */
const waiting: (() => void)[] = [];

/**
 * Waits until everything that had come in was looked at, and whoever waited before had a turn: one answer in each round
 * of the event loop, so that a round never takes longer for there being more of them.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(giveTurn);
  });
}

function giveTurn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(giveTurn);
}

/** Gives way where the turn is over. */
export type GiveWay = () => Promise<void> | undefined;

/** Begins a turn of work that is done in pieces, between which it gives way. */
export async function beginTurn(): Promise<GiveWay> {
  await nextTurn();
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < TURN_MS) return undefined;
    return nextTurn().then(() => {
      begun = performance.now();
    });
  };
}
