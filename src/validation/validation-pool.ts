import type { Finding } from '../standard/finding.ts';
import type { ReturnSource } from '../standard/validate-return.ts';
import type {
  ArrivingReturn,
  HeldReturn,
  ReturnValidation,
  Sender,
  StoredComparison,
  StoredTable,
} from './held-return.ts';
import { Place } from './place.ts';
import {
  mayHaveOneMore,
  PACKED_SHARE,
  PLACES_PER_WORKER,
  SMALL_BYTES,
  shareOf,
  WAITING_AT_MOST,
} from './pool-room.ts';
import { readStart } from './read-start.ts';
import { closing, senderGone, tooManyOfOwner, tooManyReturns, tooSlow } from './refusals.ts';
import { tablesBeside } from './rules-beside.ts';
import { IN_PROCESS, STORED } from './validate-in-process.ts';
import { WaitingRoom } from './waiting-room.ts';
import { WorkerLink } from './worker-link.ts';

const LOOK_FOR_SLOW_SENDERS_MS = 1_000;
/** Stored rows that are compared in the service's own thread, which takes milliseconds. */
const FEW_ROWS = 2_000;

export interface PoolOptions {
  /** How many worker threads at most. They are started as they are needed. */
  readonly workers: number;
  /** How many returns a worker holds at once. How many of all places one owner has: see `mayHaveOneMore`. */
  readonly placesPerWorker?: number;
  /** How many returns may wait for a place; of one owner: see `mayHaveOneMore`. */
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

class Pool implements ValidationPool {
  readonly #options: Required<PoolOptions>;
  readonly #links = new Set<WorkerLink>();
  /** And whose they are. */
  readonly #places = new Map<Place, Sender>();
  readonly #waiting = new WaitingRoom();
  #watch: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(options: PoolOptions) {
    this.#options = {
      placesPerWorker: PLACES_PER_WORKER,
      waitingAtMost: WAITING_AT_MOST,
      patienceMs: 10_000,
      smallBytes: SMALL_BYTES,
      log: () => {},
      ...options,
    };
  }

  get load(): ValidationPool['load'] {
    return { workers: this.#links.size, held: this.#places.size, waiting: this.#waiting.size };
  }

  async receive({ body, ...whose }: ArrivingReturn): Promise<HeldReturn> {
    // Read before there is a place for it: whoever sends a few bytes and stops holds nothing but those.
    const begun = await readStart(body, this.#smallBytes(whose.source));
    if (begun.rest === null) return IN_PROCESS.receive({ ...whose, body: inPieces(begun.start) });
    const { rest } = begun;
    try {
      const place = await this.#findPlace(whose);
      return await place.receive(begun, whose);
    } catch (error) {
      // Not waited for: it ends when the sender next sends something, or goes away.
      rest
        .return?.()
        .catch((cause: unknown) => this.#options.log(new Error('a body did not end', { cause })));
      throw error;
    }
  }

  async compareStored(comparison: StoredComparison): Promise<readonly Finding[]> {
    if (rowsCompared(comparison) <= FEW_ROWS) return IN_PROCESS.compareStored(comparison);
    const place = await this.#findPlace({ ...comparison, source: STORED });
    return place.compareStored(comparison);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#waiting.refuseAll(closing());
    this.#endWatch();
    const links = [...this.#links];
    this.#links.clear();
    await Promise.all(links.map((link) => link.end(closing())));
  }

  #smallBytes({ format }: ReturnSource): number {
    const { smallBytes } = this.#options;
    return format === 'zip' || format === 'xlsx' ? smallBytes * PACKED_SHARE : smallBytes;
  }

  #findPlace(whose: Omit<ArrivingReturn, 'body'>): Promise<Place> {
    const { source, gone } = whose;
    if (this.#isClosed) return Promise.reject(closing());
    if (gone?.aborted) return Promise.reject(senderGone());
    // If there is room, none of those that wait may have it: each place that is left is given on at once.
    const link = this.#mayHold(whose) ? this.#chooseLink() : null;
    if (link !== null) return Promise.resolve(this.#openPlace(link, source, whose));
    const waiting = this.#waiting.senders();
    if (!hasRoom(whose, waiting, this.#options.waitingAtMost)) {
      return Promise.reject(waiting.some(isOf(whose)) ? tooManyOfOwner() : tooManyReturns());
    }
    this.#watch ??= setInterval(() => this.#evictSlowSenders(), LOOK_FOR_SLOW_SENDERS_MS);
    return this.#waiting.wait(whose);
  }

  get #allPlaces(): number {
    return this.#options.workers * this.#options.placesPerWorker;
  }

  #mayHold(sender: Sender): boolean {
    return hasRoom(sender, [...this.#places.values()], this.#allPlaces);
  }

  /** Whether a sender that waits could have the place of another. */
  #mayTakeFrom(waiting: Sender, other: Sender): boolean {
    const holders = [...this.#places.values()];
    const share = shareOf(this.#allPlaces);
    const isBelowShare = holders.filter(isOf(waiting)).length < share;
    // Whoever has its share waits for places of its own; where it has one with others, for one of theirs.
    if (!isBelowShare) return isOf(waiting)(other);
    return holders.filter(isAmong(waiting)).length < share || isAmong(waiting)(other);
  }

  #heldBy(sender: Sender): number {
    return [...this.#places.values()].filter(isOf(sender)).length;
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

  #openPlace(link: WorkerLink, source: ReturnSource, { owner, among }: Sender): Place {
    const place: Place = new Place(link, source, () => {
      this.#places.delete(place);
      this.#admitWaiting();
    });
    this.#places.set(place, { owner, ...(among !== undefined && { among }) });
    return place;
  }

  #admitWaiting(): void {
    const mayHold = (sender: Sender) => this.#mayHold(sender);
    while (this.#waiting.senders().some(mayHold)) {
      const link = this.#chooseLink();
      const next = link && this.#waiting.takeNext(mayHold);
      if (link === null || next === null) break;
      next.admit(this.#openPlace(link, next.source, next.sender));
    }
    if (this.#waiting.size === 0) this.#endWatch();
  }

  /**
   * Takes places away from senders that hardly send, one for each return that waits and could have it: of those with
   * the most places first, and of these the slowest.
   */
  #evictSlowSenders(): void {
    const now = performance.now();
    const slow = [...this.#places]
      .map(([place, sender]) => ({
        place,
        sender,
        waitedMs: place.waitedMs(now),
        held: this.#heldBy(sender),
      }))
      .filter(({ waitedMs }) => waitedMs > this.#options.patienceMs)
      .sort((one, other) => other.held - one.held || other.waitedMs - one.waitedMs);
    for (const waiting of this.#waiting.senders()) {
      const next = slow.findIndex(({ sender }) => this.#mayTakeFrom(waiting, sender));
      for (const { place } of next === -1 ? [] : slow.splice(next, 1)) place.evict(tooSlow());
    }
    if (this.#waiting.size === 0) this.#endWatch();
  }

  #endWatch(): void {
    if (this.#watch !== null) clearInterval(this.#watch);
    this.#watch = null;
  }
}

/** Whether a sender may have one more of what all of these have, by itself and with those among whom it is. */
function hasRoom(sender: Sender, taken: readonly Sender[], all: number): boolean {
  const mayHave = (own: readonly Sender[]) => mayHaveOneMore(own.length, taken.length, all);
  if (!mayHave(taken.filter(isOf(sender)))) return false;
  return sender.among === undefined || mayHave(taken.filter(isAmong(sender)));
}

const isOf = (sender: Sender) => (other: Sender) => other.owner === sender.owner;

/** Of one that is among no others, nobody is. */
const isAmong = (sender: Sender) => (other: Sender) =>
  sender.among !== undefined && other.among === sender.among;

/** How many rows the rules of a comparison look at. */
function rowsCompared({ own, standing }: StoredComparison): number {
  const tablesOf = (tables: readonly StoredTable[]) => tables.map(({ table }) => table);
  const needed = tablesBeside(tablesOf(own), tablesOf(standing));
  const compared = [...own, ...standing].filter(({ table }) => needed.has(table));
  return compared.reduce((sum, { rows }) => sum + rows, 0);
}

async function* inPieces(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}
