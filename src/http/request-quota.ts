import { LRUCache } from 'lru-cache';

/** Over which the requests of a caller are counted. */
export const WINDOW_SECONDS = 60;

/** How many callers are remembered; the one that asked longest ago is forgotten first. */
const REMEMBERED = 10_000;

/** What is left for a caller. */
export interface Quota {
  readonly remaining: number;
  /** Until it is whole again. */
  readonly seconds: number;
  readonly isExceeded: boolean;
}

/** Counts the requests of each caller, from the first one on for a minute, in the memory of this process. */
export interface RequestQuota {
  /** What is left; exceeded where the next request would be too many. */
  look(caller: string): Quota;
  /** Counts a request; exceeded where it was too many. */
  take(caller: string): Quota;
}

/**
 * Opens a count of requests.
 *
 * @param requestsPerMinute - Of one caller.
 * @param now - Milliseconds on a clock that is never put back.
 */
export function openRequestQuota(
  requestsPerMinute: number,
  now: () => number = () => performance.now(),
): RequestQuota {
  const callers = new LRUCache<string, { used: number; readonly since: number }>({ max: REMEMBERED });
  const countOf = (caller: string, at: number) => {
    const count = callers.get(caller);
    return count !== undefined && at < count.since + WINDOW_SECONDS * 1000 ? count : undefined;
  };
  const quotaAt = (at: number, used: number, since: number, isExceeded: boolean): Quota => ({
    remaining: Math.max(0, requestsPerMinute - used),
    seconds: Math.max(1, Math.ceil(WINDOW_SECONDS - (at - since) / 1000)),
    isExceeded,
  });
  return {
    look(caller) {
      const at = now();
      const { used, since } = countOf(caller, at) ?? { used: 0, since: at };
      return quotaAt(at, used, since, used >= requestsPerMinute);
    },
    take(caller) {
      const at = now();
      let count = countOf(caller, at);
      if (count === undefined) {
        count = { used: 0, since: at };
        callers.set(caller, count);
      }
      count.used += 1;
      return quotaAt(at, count.used, count.since, count.used > requestsPerMinute);
    },
  };
}
