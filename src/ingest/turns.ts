import { ServiceError } from '../errors.ts';

/** Whose returns of which period: of these, one is decided on after the other. */
export interface TurnTaker {
  readonly organisation: string;
  /** Or what else is done once at a time. Null where the header could not be read: there is then nobody to wait for. */
  readonly period: string | null;
}

/** Where returns wait for each other before they take a connection to the database. */
export interface Turns {
  /**
   * Waits until it is the caller's turn.
   *
   * @param gone - When it is aborted, the caller waits no more.
   * @returns What ends the turn.
   * @throws {ServiceError} UNAVAILABLE when too many of the organisation wait already, or this one for too long. Whatever
   *   `gone` was aborted with.
   */
  take(who: TurnTaker, gone?: AbortSignal): Promise<() => void>;
}

export interface TurnLimits {
  /** Connections that may be used at once; the others of the pool are for keys, jobs and questions. */
  readonly atOnce?: number;
  /** The same of one organisation, so that none keeps the others waiting. */
  readonly ofOrganisation?: number;
  /** How many of all are kept for organisations that have none: a second one of another waits rather than take them. */
  readonly forFirst?: number;
  /** How many of one organisation may wait. */
  readonly waiting?: number;
  /** The longest that one waits, in milliseconds: something is then in the way of those before it. */
  readonly waitMs?: number;
}

/** Four of the pool's ten connections stay free: of these one holds the locks of requests under way. */
const USUAL: Required<TurnLimits> = {
  atOnce: 6,
  ofOrganisation: 3,
  forFirst: 2,
  waiting: 100,
  waitMs: 30_000,
};

interface Waiting {
  readonly who: TurnTaker;
  begin(): void;
}

/**
 * Lets returns of one organisation and period have their turn one after the other, in the order in which they come, and
 * only so many of an organisation, and of all, at once. The next turn goes to whoever has the fewest, and the last ones
 * only to organisations that have none, so that nobody waits for all that others have sent. Whoever waits holds no
 * connection.
 *
 * It is a courtesy within one process: that two returns are never decided on at once is up to the lock in PostgreSQL.
 */
export function createTurns(limits: TurnLimits = {}): Turns {
  const { atOnce, ofOrganisation, forFirst, waiting, waitMs } = { ...USUAL, ...limits };
  const running = new Set<TurnTaker>();
  const queue: Waiting[] = [];
  const isOfOrganisation = (who: TurnTaker) => (other: TurnTaker) => other.organisation === who.organisation;
  const runningOf = (who: TurnTaker) => [...running].filter(isOfOrganisation(who));
  const canBegin = (who: TurnTaker): boolean => {
    const own = runningOf(who);
    const isAlone = who.period === null || !own.some(({ period }) => period === who.period);
    const room = own.length === 0 ? atOnce : atOnce - forFirst;
    return running.size < room && own.length < ofOrganisation && isAlone;
  };
  const findNext = (): Waiting | null => {
    let next: { readonly entry: Waiting; readonly own: number } | null = null;
    for (const entry of queue) {
      if (!canBegin(entry.who)) continue;
      const own = runningOf(entry.who).length;
      if (next === null || own < next.own) next = { entry, own };
    }
    return next?.entry ?? null;
  };
  const beginNext = (): void => {
    for (let next = findNext(); next !== null; next = findNext()) {
      queue.splice(queue.indexOf(next), 1);
      next.begin();
    }
  };
  return {
    async take(who, gone) {
      gone?.throwIfAborted();
      if (queue.filter((each) => isOfOrganisation(who)(each.who)).length >= waiting)
        throw tooManyWait(waiting);
      const turn = { ...who };
      await new Promise<void>((resolve, reject) => {
        const leave = (reason: unknown) => {
          stopWaiting();
          queue.splice(queue.indexOf(entry), 1);
          reject(reason);
        };
        const leaveAsGone = () => leave(gone?.reason);
        const tooLong = setTimeout(() => leave(waitsTooLong()), waitMs);
        const stopWaiting = () => {
          clearTimeout(tooLong);
          gone?.removeEventListener('abort', leaveAsGone);
        };
        const entry: Waiting = {
          who,
          begin() {
            stopWaiting();
            running.add(turn);
            resolve();
          },
        };
        gone?.addEventListener('abort', leaveAsGone, { once: true });
        queue.push(entry);
        beginNext();
      });
      return () => {
        if (running.delete(turn)) beginNext();
      };
    },
  };
}

/** Works in the caller's turn. */
export async function inTurn<Result>(
  turns: Turns,
  who: TurnTaker,
  work: () => Promise<Result>,
  gone?: AbortSignal,
): Promise<Result> {
  const end = await turns.take(who, gone);
  try {
    return await work();
  } finally {
    end();
  }
}

function tooManyWait(waiting: number): ServiceError {
  return new ServiceError(
    'UNAVAILABLE',
    {
      en: `${waiting} returns of your organisation wait to be taken in. Send this one again later.`,
      cy: `Mae ${waiting} o ffurflenni eich sefydliad yn aros i gael eu cymryd i mewn. Anfonwch hon eto yn nes ymlaen.`,
    },
    { waiting },
    { headers: { 'retry-after': '10' } },
  );
}

function waitsTooLong(): ServiceError {
  return new ServiceError(
    'UNAVAILABLE',
    {
      en: 'Returns of your organisation before this one take longer than usual. Nothing of it was stored; send it again later.',
      cy: 'Mae ffurflenni eich sefydliad o flaen hon yn cymryd mwy o amser nag arfer. Ni storiwyd dim ohoni; anfonwch hi eto yn nes ymlaen.',
    },
    {},
    { headers: { 'retry-after': '10' } },
  );
}
