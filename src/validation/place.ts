import type { Finding } from '../standard/finding.ts';
import type { ReturnSource } from '../standard/validate-return.ts';
import { GatheredBytes } from './gathered-bytes.ts';
import type { ArrivingReturn, CheckedReturn, HeldReturn, StoredComparison } from './held-return.ts';
import { compareStored, holdReturn } from './hold-return.ts';
import type { ReadStart } from './read-start.ts';
import { senderGone } from './refusals.ts';
import type { TakenBytes } from './return-in-hand.ts';
import { SenderPace } from './sender-pace.ts';
import type { HeldByWorker, WorkerLink } from './worker-link.ts';

/** Bytes of a body that are sent to a worker at once: waking its thread takes as long as reading tens of kilobytes. */
const SENT_AT_ONCE_BYTES = 512 * 1024;
/** Times so many bytes that a worker has been sent and has not yet taken. Until it takes them, no more is read. */
const MAXIMUM_IN_FLIGHT = 2;

/** The place of one return in a worker, from its first bytes until it is released. */
export class Place {
  readonly #held: HeldByWorker;
  readonly #pace = new SenderPace();
  readonly #onFree: () => void;
  readonly #evicted: Promise<never>;
  readonly #fail: (reason: unknown) => void;
  #isPaced = true;
  #isFree = false;

  /** @param onFree - Told once, when others may have the place. */
  constructor(link: WorkerLink, source: ReturnSource, onFree: () => void) {
    this.#onFree = onFree;
    let fail: (reason: unknown) => void = () => {};
    this.#evicted = new Promise((_, reject) => {
      fail = reject;
    });
    this.#fail = fail;
    this.#held = link.open(source, fail);
    // `receive` throws it; after that nothing is waited for that it could end.
    this.#evicted.catch(() => {});
  }

  /**
   * Sends a whole body to the worker, as fast as it is taken, and has it validated.
   *
   * @throws Whatever reading it throws, whatever it was evicted for, or the worker's failure. The place is free then.
   */
  async receive(
    body: ReadStart,
    { gone, isStored = false }: Pick<ArrivingReturn, 'gone' | 'isStored'> = {},
  ): Promise<HeldReturn> {
    this.#isPaced = !isStored;
    const leave = () => this.evict(senderGone());
    gone?.addEventListener('abort', leave);
    try {
      if (gone?.aborted) leave();
      const checked = await Promise.race([this.#send(body), this.#evicted]);
      return holdReturn(checked, this.#held.ask, () => this.#free());
    } catch (error) {
      this.#free();
      throw error;
    } finally {
      gone?.removeEventListener('abort', leave);
    }
  }

  /** Compares stored tables in the worker; see `ReturnValidation`. The place is free then. */
  async compareStored(comparison: StoredComparison): Promise<readonly Finding[]> {
    this.#isPaced = false;
    try {
      return await Promise.race([compareStored(this.#held.ask, comparison), this.#evicted]);
    } finally {
      this.#free();
    }
  }

  /** Has `receive` fail, whatever it waits for. */
  evict(reason: unknown): void {
    this.#fail(reason);
  }

  /** How long its sender has kept it waiting, in milliseconds; 0 once the body is here, or where it has none. */
  waitedMs(now: number): number {
    return this.#isPaced ? this.#pace.waitedMs(now) : 0;
  }

  async #send({ start, rest }: ReadStart): Promise<CheckedReturn> {
    const gathered = new GatheredBytes();
    const inFlight: Promise<TakenBytes>[] = [];
    // Used again: what is thrown away stays until the worker next clears its memory, which may be a hundred pieces later.
    let spare: TakenBytes | undefined;
    const write = async () => {
      const { bytes, length } = gathered.take(spare?.bytes);
      spare = undefined;
      const taken = this.#held.ask('write', bytes, length);
      // A failure is told at once, not when the sender next sends something.
      taken.catch(this.#fail);
      inFlight.push(taken);
      if (inFlight.length >= MAXIMUM_IN_FLIGHT) spare = await inFlight.shift();
    };
    for (const bytes of start) gathered.add(bytes);
    while (rest !== null) {
      if (gathered.byteLength >= SENT_AT_ONCE_BYTES) await write();
      this.#pace.wait(performance.now());
      const { value, done } = await rest.next();
      if (done === true) break;
      this.#pace.arrive(value.byteLength, performance.now());
      gathered.add(value);
    }
    this.#isPaced = false;
    const { bytes, length } = gathered.take();
    return this.#held.ask('end', bytes, length);
  }

  #free(): void {
    if (this.#isFree) return;
    this.#isFree = true;
    this.#isPaced = false;
    this.#held.release();
    this.#onFree();
  }
}
