import { networkOf } from '../caller-address.ts';

/** How many failures are let pass at once, and after how long one more is. */
const ADDRESS = { burst: 60, refillMs: 1_000 };
const KEY_ID = { burst: 10, refillMs: 3_000 };

/** How many addresses and key ids are remembered, each; the oldest are forgotten first. */
const REMEMBERED = 10_000;

interface Bucket {
  /** Failures not yet worn off, at `at`. */
  readonly level: number;
  readonly at: number;
}

/**
 * Counts requests whose key or token was no good, by address and by key id, so that guessing goes slowly.
 *
 * Only failures count, and each wears off by itself in seconds. Kept in the memory of this process, which is bounded.
 */
export class FailedAttempts {
  readonly #addresses = new Map<string, Bucket>();
  readonly #keyIds = new Map<string, Bucket>();

  /** Seconds until a failure is told as one again, at least one; 0 when it is now. */
  secondsToWait({ address, keyId, now }: Attempt): number {
    const waits = [waitMs(this.#addresses.get(networkOf(address)), ADDRESS, now)];
    if (keyId !== undefined) waits.push(waitMs(this.#keyIds.get(keyId), KEY_ID, now));
    return Math.ceil(Math.max(...waits) / 1_000);
  }

  failed({ address, keyId, now }: Attempt): void {
    count(this.#addresses, networkOf(address), ADDRESS, now);
    if (keyId !== undefined) count(this.#keyIds, keyId, KEY_ID, now);
  }

  /** How many entries are held, for the promise that there is an end to them. */
  get size(): number {
    return this.#addresses.size + this.#keyIds.size;
  }
}

export interface Attempt {
  readonly address: string;
  /** Of what looks like a key of ours. */
  readonly keyId: string | undefined;
  /** In milliseconds. */
  readonly now: number;
}

function levelAt(bucket: Bucket | undefined, refillMs: number, now: number): number {
  if (bucket === undefined) return 0;
  // A clock that was put back must not lengthen the wait.
  return Math.max(0, bucket.level - Math.max(0, now - bucket.at) / refillMs);
}

function waitMs(bucket: Bucket | undefined, { burst, refillMs }: typeof ADDRESS, now: number): number {
  const excess = levelAt(bucket, refillMs, now) + 1 - burst;
  return excess > 0 ? excess * refillMs : 0;
}

function count(buckets: Map<string, Bucket>, name: string, { burst, refillMs }: typeof ADDRESS, now: number) {
  const level = Math.min(burst, levelAt(buckets.get(name), refillMs, now) + 1);
  remember(buckets, name, { level, at: now });
}

/** Puts an entry at the young end of a map, and forgets the oldest when there are too many. */
function remember<Value>(map: Map<string, Value>, name: string, value: Value): void {
  map.delete(name);
  map.set(name, value);
  if (map.size <= REMEMBERED) return;
  const [oldest] = map.keys();
  if (oldest !== undefined) map.delete(oldest);
}
