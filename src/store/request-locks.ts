import type pg from 'pg';
import { leaveToTheQuery } from './transaction.ts';

/** Keeps the same request from being worked on twice at once, by any process of the service. */
export interface RequestLocks {
  /**
   * Takes the lock of an organisation's request, if nobody has it.
   *
   * @returns What gives it back; null when the request is being worked on already.
   */
  take(organisation: string, key: string): Promise<(() => Promise<void>) | null>;
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
  let connection: Promise<pg.PoolClient> | null = null;
  /** Questions to the one connection, one after the other. */
  let last: Promise<unknown> = Promise.resolve();

  const connect = async (): Promise<pg.PoolClient> => {
    const client = await pool.connect();
    client.on('error', leaveToTheQuery);
    return client;
  };
  const drop = (isBroken: boolean) => {
    const dropped = connection;
    connection = null;
    return dropped?.then(
      (client) => {
        client.off('error', leaveToTheQuery);
        client.release(isBroken);
      },
      () => {},
    );
  };
  const ask = (statement: string, name: string): Promise<boolean> => {
    const answer = last.then(async () => {
      connection ??= connect();
      try {
        const client = await connection;
        const { rows } = await client.query<{ done: boolean }>(statement, [`spcd request ${name}`]);
        return rows[0]?.done === true;
      } catch (error) {
        await drop(true);
        throw error;
      }
    });
    last = answer.catch(() => {});
    return answer;
  };

  return {
    async take(organisation, key) {
      const name = `${organisation} ${key}`;
      // The connection would give itself the same lock twice.
      if (held.has(name)) return null;
      held.add(name);
      const isMine = await ask('select pg_try_advisory_lock(hashtextextended($1, 0)) as done', name).catch(
        (error: unknown) => {
          held.delete(name);
          throw error;
        },
      );
      if (!isMine) {
        held.delete(name);
        return null;
      }
      return async () => {
        if (!held.delete(name)) return;
        // When the connection is lost, so is the lock.
        await ask('select pg_advisory_unlock(hashtextextended($1, 0)) as done', name).catch(() => {});
        if (held.size === 0) await drop(false);
      };
    },
    async close() {
      held.clear();
      await last;
      await drop(true);
    },
  };
}
