/** Bytes by which a sender shows that it is there. */
const SIGN_OF_LIFE_BYTES = 64 * 1024;

/** Measures how long a sender has kept us waiting; the time in which it waited for us is its own. */
export class SenderPace {
  #waitedMs = 0;
  #bytes = 0;
  #waitingSince: number | null = null;

  /** We are ready for its next bytes. */
  wait(now: number): void {
    this.#waitingSince = now;
  }

  /** They are here. */
  arrive(bytes: number, now: number): void {
    this.#waitedMs = this.waitedMs(now);
    this.#waitingSince = null;
    this.#bytes += bytes;
    if (this.#bytes < SIGN_OF_LIFE_BYTES) return;
    this.#bytes = 0;
    this.#waitedMs = 0;
  }

  /** Milliseconds that we have waited since it last sent 64 kB. */
  waitedMs(now: number): number {
    return this.#waitedMs + (this.#waitingSince === null ? 0 : now - this.#waitingSince);
  }
}
