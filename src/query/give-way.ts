import { setImmediate } from 'node:timers/promises';

/** How long work may hold the first thread before others have a turn. */
const TURN_MS = 3;

/** Gives way where the turn is over: what else waits for the first thread then goes first. */
export type GiveWay = () => Promise<void> | undefined;

/** Begins a turn of work that is done in pieces, between which it gives way. */
export function beginTurn(): GiveWay {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < TURN_MS) return undefined;
    return setImmediate().then(() => {
      begun = performance.now();
    });
  };
}
