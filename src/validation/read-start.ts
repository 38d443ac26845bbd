/** The start of a body that was read, and what is still to come. */
export interface ReadStart {
  readonly start: readonly Uint8Array[];
  /** Null when that was all of it. */
  readonly rest: AsyncIterator<Uint8Array> | null;
}

/** Reads a body until more than so many bytes have come, or to its end. */
export async function readStart(body: AsyncIterable<Uint8Array>, bytes: number): Promise<ReadStart> {
  const rest = body[Symbol.asyncIterator]();
  const start: Uint8Array[] = [];
  let read = 0;
  while (read <= bytes) {
    const next = await rest.next();
    if (next.done === true) return { start, rest: null };
    start.push(next.value);
    read += next.value.byteLength;
  }
  return { start, rest };
}
