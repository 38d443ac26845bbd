import type pg from 'pg';
import type { Owner } from './holder.ts';

/** Keeps the same request from being worked on twice at once, by any process of the service. */
export interface RequestLocks {
  /**
   * Takes the lock of an owner's request, if nobody has it.
   *
   * @returns What gives it back; null when the request is being worked on already.
   */
  take(owner: Owner, key: string): Promise<(() => Promise<void>) | null>;
  /** Gives every lock back. */
  close(): Promise<void>;
}

/**
 * Advisory locks of one connection of the pool, kept as long as any lock is held: a sender that takes an hour
 * must not keep a connection from others for it.
 *
 * When the process or the connection ends, PostgreSQL frees the locks. Nothing stored depends on them: they
 * save a second sender the trouble, and the primary key of what is kept decides between two that got past.
 */
export function createRequestLocks(pool: pg.Pool): RequestLocks {
  const held = new Set<string>();
  let line: Line | null = null;

  const drop = async (dropped: Line, isBroken: boolean): Promise<void> => {
    if (line === dropped) line = null;
    await dropped.end(isBroken);
  };
  /** Those that ask while it is being opened share its fate: none waits for the failure of another first. */
  const current = (): Line => {
    if (line !== null) return line;
    const opened: Line = openLine(pool, () => void drop(opened, true));
    line = opened;
    return opened;
  };
  const ask = async (asked: Line, statement: string, name: string): Promise<boolean> => {
    try {
      return await asked.ask(statement, name);
    } catch (error) {
      await drop(asked, true);
      throw error;
    }
  };
  const leave = async (name: string): Promise<void> => {
    held.delete(name);
    if (held.size === 0 && line !== null) await drop(line, false);
  };

  return {
    async take({ organisation, sandbox }, key) {
      const name = `${organisation} ${sandbox ? 'sandbox' : 'returns'} ${key}`;
      // The connection would give itself the same lock twice.
      if (held.has(name)) return null;
      held.add(name);
      const taken = current();
      const isMine = await ask(
        taken,
        'select pg_try_advisory_lock(hashtextextended($1, 0)) as done',
        name,
      ).catch(async (error: unknown) => {
        await leave(name);
        throw error;
      });
      if (!isMine) {
        await leave(name);
        return null;
      }
      let isGiven = false;
      return async () => {
        if (isGiven) return;
        isGiven = true;
        // When the connection is lost, so is the lock.
        if (line === taken) {
          await ask(taken, 'select pg_advisory_unlock(hashtextextended($1, 0)) as done', name).catch(
            () => {},
          );
        }
        await leave(name);
      };
    },
    async close() {
      held.clear();
      if (line !== null) await drop(line, true);
    },
  };
}

/** One connection that is asked one question after the other. */
interface Line {
  ask(statement: string, name: string): Promise<boolean>;
  /** Gives the connection back once the questions under way are answered. */
  end(isBroken: boolean): Promise<void>;
}

/** @param onLost - Told when the connection is lost while it is not asked anything. */
function openLine(pool: pg.Pool, onLost: () => void): Line {
  const opening = pool.connect().then((client) => {
    client.on('error', onLost);
    return client;
  });
  let last: Promise<unknown> = opening;
  let ended: Promise<void> | null = null;
  return {
    ask(statement, name) {
      const answer = last.then(async () => {
        const client = await opening;
        const { rows } = await client.query<{ done: boolean }>(statement, [`spcd request ${name}`]);
        return rows[0]?.done === true;
      });
      // A question that failed does not keep the next from being asked; a connection that was not made does.
      last = Promise.all([opening, answer.catch(() => {})]);
      last.catch(() => {});
      return answer;
    },
    end(isBroken) {
      ended ??= last.then(
        async () => {
          const client = await opening;
          client.release(isBroken);
          client.off('error', onLost);
        },
        // It was never made.
        () => {},
      );
      return ended;
    },
  };
}
