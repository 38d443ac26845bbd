const MEBIBYTE = 1024 * 1024;

/** Pieces from here on are worth memory of their own. */
const LARGE_BYTES = MEBIBYTE / 2;

/**
 * glibc takes pieces of more than 32 MiB from the system and gives them back when they are freed. Of smaller ones it
 * keeps, in every thread, as much as it was once given back in one piece. Pages that nobody writes to cost nothing.
 *
 * @source glibc, mallopt(3), M_MMAP_THRESHOLD.
 */
const OWN_BYTES = 33 * MEBIBYTE;

/** A buffer of zeros of so many bytes or more, of which only those that are used take memory, until it is let go. */
export function largeBuffer(bytes: number): ArrayBuffer {
  return new ArrayBuffer(bytes < LARGE_BYTES ? bytes : Math.max(bytes, OWN_BYTES));
}

/** Gives out zeroed pieces of large buffers; small ones are buffers of their own. */
export class BufferSlabs {
  #slab = new ArrayBuffer(0);
  #used = 0;

  /** A piece of so many bytes, at a place in its buffer that eight divides. */
  take(bytes: number): { readonly buffer: ArrayBuffer; readonly start: number } {
    if (bytes < LARGE_BYTES / 2) return { buffer: new ArrayBuffer(bytes), start: 0 };
    if (this.#used + bytes > this.#slab.byteLength) {
      this.#slab = new ArrayBuffer(Math.max(bytes, OWN_BYTES));
      this.#used = 0;
    }
    const start = this.#used;
    this.#used += Math.ceil(bytes / 8) * 8;
    return { buffer: this.#slab, start };
  }
}
