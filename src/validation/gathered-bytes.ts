/** Pieces of bytes that are gathered until there are enough of them to be worth handing on. */
export class GatheredBytes {
  #pieces: Uint8Array[] = [];
  #byteLength = 0;

  /** How many bytes wait to be taken. */
  get byteLength(): number {
    return this.#byteLength;
  }

  add(bytes: Uint8Array): void {
    this.#pieces.push(bytes);
    this.#byteLength += bytes.byteLength;
  }

  /** All that was gathered, in memory that nobody else has; nothing waits afterwards. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = new Uint8Array(this.#byteLength);
    let at = 0;
    for (const piece of this.#pieces) {
      taken.set(piece, at);
      at += piece.byteLength;
    }
    this.#pieces = [];
    this.#byteLength = 0;
    return taken;
  }
}
