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

  /**
   * All that was gathered; nothing waits afterwards.
   *
   * @param spare - Memory that nobody else has, to be used again where there is room in it.
   * @returns Memory that nobody else has, and how many bytes of it were written.
   */
  take(spare?: Uint8Array): { readonly bytes: Uint8Array; readonly length: number } {
    const length = this.#byteLength;
    const bytes = spare !== undefined && spare.byteLength >= length ? spare : new Uint8Array(length);
    let at = 0;
    for (const piece of this.#pieces) {
      bytes.set(piece, at);
      at += piece.byteLength;
    }
    this.#pieces = [];
    this.#byteLength = 0;
    return { bytes, length };
  }
}
