import { ServiceError } from '../errors.ts';

/** How much may be done at once, and how much may wait for it. */
export interface PlaceLimits {
  readonly places: number;
  /** How many tasks may wait; the next is refused. */
  readonly waiting: number;
  /** How long one may wait, in milliseconds. */
  readonly waitMs: number;
}

/** Runs a task when a place is free, first come first served. */
export interface Places {
  <Result>(task: () => Promise<Result>): Promise<Result>;
  /** Whether a task would have to wait now. */
  isFull(): boolean;
}

const RETRY_AFTER_SECONDS = 2;

/**
 * A bounded number of places, and a bounded queue before them: what comes first goes first, so nothing that waits
 * is passed by, and nothing waits without end.
 *
 * A task that is refused throws UNAVAILABLE with `Retry-After`, and was not begun.
 */
export function openPlaces({ places, waiting, waitMs }: PlaceLimits): Places {
  let free = places;
  const queue = new Set<() => void>();

  const leave = () => {
    const [next] = queue;
    if (next === undefined) {
      free += 1;
      return;
    }
    queue.delete(next);
    next();
  };
  const enter = async (): Promise<void> => {
    if (free > 0) {
      free -= 1;
      return;
    }
    if (queue.size >= waiting) throw tooBusy();
    await new Promise<void>((resolve, reject) => {
      const goOn = () => {
        clearTimeout(impatient);
        resolve();
      };
      const impatient = setTimeout(() => {
        queue.delete(goOn);
        reject(tooBusy());
      }, waitMs);
      queue.add(goOn);
    });
  };
  const run = async <Result>(task: () => Promise<Result>): Promise<Result> => {
    await enter();
    try {
      return await task();
    } finally {
      leave();
    }
  };
  return Object.assign(run, { isFull: () => free === 0 });
}

function tooBusy(): ServiceError {
  return new ServiceError(
    'UNAVAILABLE',
    {
      en: `More questions are being answered than we can at once. Ask again in ${RETRY_AFTER_SECONDS} seconds.`,
      cy: `Mae mwy o gwestiynau'n cael eu hateb nag y gallwn ar unwaith. Gofynnwch eto ymhen ${RETRY_AFTER_SECONDS} eiliad.`,
    },
    { seconds: RETRY_AFTER_SECONDS },
    { headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } },
  );
}
