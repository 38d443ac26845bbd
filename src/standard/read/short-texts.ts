const PLACES = 1_024;
const LONGEST = 48;

/**
 * Decodes UTF-8, and remembers short texts of ASCII by their bytes: a return is the same few names and codes over and
 * over, and looking one up costs a tenth of decoding it.
 *
 * Of two texts that fall on one place the later stays, so the memory is bounded whatever comes.
 */
export class ShortTexts {
  // A byte order mark is a character like any other here.
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  readonly #known = new Array<string>(PLACES).fill('');

  /** @throws TypeError when the bytes are not UTF-8. */
  decode(bytes: Uint8Array, start: number, end: number): string {
    if (end - start > LONGEST) return this.#decoder.decode(bytes.subarray(start, end));
    const place = placeOf(bytes, start, end);
    const known = this.#known[place] as string;
    if (isWrittenAs(known, bytes, start, end)) return known;
    const text = this.#decoder.decode(bytes.subarray(start, end));
    // Each character of ASCII is one byte; all others take more bytes than they have UTF-16 units.
    if (text.length === end - start) this.#known[place] = text;
    return text;
  }
}

/** By the length and a few of the bytes, the last ones above all: in them codes of one list differ. */
function placeOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  hash = Math.imul(hash, 31) + (bytes[start] as number);
  hash = Math.imul(hash, 31) + (bytes[(start + end) >> 1] as number);
  for (let at = end - 3; at < end; at += 1) hash = Math.imul(hash, 31) + (bytes[at] ?? 0);
  return (hash ^ (hash >>> 10)) & (PLACES - 1);
}

function isWrittenAs(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) !== bytes[start + index]) return false;
  }
  return true;
}
