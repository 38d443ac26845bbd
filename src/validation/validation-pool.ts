import type { ReturnSource } from '../standard/validate-return.ts';
import type { ArrivingReturn, HeldReturn, ReturnValidation } from './held-return.ts';
import { Place } from './place.ts';
import { readStart } from './read-start.ts';
import { closing, senderGone, tooManyReturns, tooSlow } from './refusals.ts';
import { IN_PROCESS } from './validate-in-process.ts';
import { WorkerLink } from './worker-link.ts';

const SMALL_BYTES = 64 * 1024;
/** How much less may come packed: it may unpack to two hundred times as much. */
const PACKED_SHARE = 1 / 32;

const LOOK_FOR_SLOW_SENDERS_MS = 1_000;

export interface PoolOptions {
  /** How many worker threads at most. They are started as they are needed. */
  readonly workers: number;
  /** How many returns a worker holds at once. */
  readonly placesPerWorker?: number;
  /** How many returns may wait for a place. */
  readonly waitingAtMost?: number;
  /** How long a sender may keep its place without sending 64 kB, when others wait for one. */
  readonly patienceMs?: number;
  /** Bodies of so many bytes and less are validated in the service's own thread, which takes milliseconds. */
  readonly smallBytes?: number;
  /** Told when a worker has ended by itself. */
  readonly log?: (error: Error) => void;
}

export interface ValidationPool extends ReturnValidation {
  /** How many workers run, and how many returns they hold and are waited for. */
  readonly load: { readonly workers: number; readonly held: number; readonly waiting: number };
  /** Ends all workers; what they were doing fails with UNAVAILABLE. */
  close(): Promise<void>;
}

/** Opens a pool of worker threads that validate returns, so that the thread which serves requests stays free. */
export function openValidationPool(options: PoolOptions): ValidationPool {
  return new Pool(options);
}

/** A return that waits for a place. */
interface Waiting {
  readonly source: ReturnSource;
  readonly admit: (place: Place) => void;
  readonly refuse: (reason: unknown) => void;
}

class Pool implements ValidationPool {
  readonly #options: Required<PoolOptions>;
  readonly #links = new Set<WorkerLink>();
  readonly #places = new Set<Place>();
  readonly #waiting: Waiting[] = [];
  #watch: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(options: PoolOptions) {
    this.#options = {
      placesPerWorker: 16,
      waitingAtMost: 64,
      patienceMs: 10_000,
      smallBytes: SMALL_BYTES,
      log: () => {},
      ...options,
    };
  }

  get load(): ValidationPool['load'] {
    return { workers: this.#links.size, held: this.#places.size, waiting: this.#waiting.length };
  }

  async receive({ source, body, gone }: ArrivingReturn): Promise<HeldReturn> {
    // Read before there is a place for it: whoever sends a few bytes and stops holds nothing but those.
    const begun = await readStart(body, this.#smallBytes(source));
    if (begun.rest === null) return IN_PROCESS.receive({ source, body: inPieces(begun.start) });
    const { rest } = begun;
    try {
      const place = await this.#findPlace(source, gone);
      return await place.receive(begun, gone);
    } catch (error) {
      // Not waited for: it ends when the sender next sends something, or goes away.
      rest
        .return?.()
        .catch((cause: unknown) => this.#options.log(new Error('a body did not end', { cause })));
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { refuse } of this.#waiting.splice(0)) refuse(closing());
    this.#watchSlowSenders();
    const links = [...this.#links];
    this.#links.clear();
    await Promise.all(links.map((link) => link.end(closing())));
  }

  #smallBytes({ format }: ReturnSource): number {
    const { smallBytes } = this.#options;
    return format === 'zip' || format === 'xlsx' ? smallBytes * PACKED_SHARE : smallBytes;
  }

  #findPlace(source: ReturnSource, gone: AbortSignal | undefined): Promise<Place> {
    if (this.#isClosed) return Promise.reject(closing());
    if (gone?.aborted) return Promise.reject(senderGone());
    const link = this.#waiting.length === 0 ? this.#chooseLink() : null;
    if (link !== null) return Promise.resolve(this.#openPlace(link, source));
    if (this.#waiting.length >= this.#options.waitingAtMost) return Promise.reject(tooManyReturns());
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        this.#watchSlowSenders();
        reject(senderGone());
      };
      const waiting: Waiting = {
        source,
        admit(place) {
          gone?.removeEventListener('abort', leave);
          resolve(place);
        },
        refuse(reason) {
          gone?.removeEventListener('abort', leave);
          reject(reason);
        },
      };
      gone?.addEventListener('abort', leave);
      this.#waiting.push(waiting);
      this.#watchSlowSenders();
    });
  }

  /** The worker with the most room, a new one before any holds two; null when all are full. */
  #chooseLink(): WorkerLink | null {
    const [freest] = [...this.#links].sort((one, other) => one.held - other.held);
    if (freest !== undefined && freest.held === 0) return freest;
    if (this.#links.size < this.#options.workers) return this.#startWorker();
    return freest !== undefined && freest.held < this.#options.placesPerWorker ? freest : null;
  }

  #startWorker(): WorkerLink {
    const link = new WorkerLink((ended, reason) => {
      this.#links.delete(ended);
      if (reason !== null) this.#options.log(reason);
      this.#admitWaiting();
    });
    this.#links.add(link);
    return link;
  }

  #openPlace(link: WorkerLink, source: ReturnSource): Place {
    const place: Place = new Place(link, source, () => {
      this.#places.delete(place);
      this.#admitWaiting();
    });
    this.#places.add(place);
    return place;
  }

  #admitWaiting(): void {
    while (this.#waiting.length > 0) {
      const link = this.#chooseLink();
      if (link === null) break;
      const { source, admit } = this.#waiting.shift() as Waiting;
      admit(this.#openPlace(link, source));
    }
    this.#watchSlowSenders();
  }

  /** While any return waits, takes places away from senders that hardly send. */
  #watchSlowSenders(): void {
    if (this.#waiting.length === 0) {
      if (this.#watch !== null) clearInterval(this.#watch);
      this.#watch = null;
      return;
    }
    this.#watch ??= setInterval(() => {
      const now = performance.now();
      const slow = [...this.#places].filter((place) => place.waitedMs(now) > this.#options.patienceMs);
      slow.sort((one, other) => other.waitedMs(now) - one.waitedMs(now));
      for (const place of slow.slice(0, this.#waiting.length)) place.evict(tooSlow());
    }, LOOK_FOR_SLOW_SENDERS_MS);
  }
}

async function* inPieces(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
