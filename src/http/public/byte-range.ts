/** First and last byte of a part of a file, both inclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The one part of a file that a `Range` header asks for, cut to the file's end.
 *
 * @param size - Bytes of the whole file.
 * @returns Undefined where the whole file is to be sent: no header, several parts at once, a part that is not
 *   in the file, or text that is no range. RFC 9110 (14.2) lets a server pass over any of these.
 * @example
 * byteRangeOf('bytes=0-99', 1000); // { start: 0, end: 99 }
 * byteRangeOf('bytes=-100', 1000); // { start: 900, end: 999 }
 */
export function byteRangeOf(header: string | undefined, size: number): ByteRange | undefined {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (first === undefined || last === undefined) return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length > 0 ? { start: size - length, end: size - 1 } : undefined;
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return start <= end ? { start, end } : undefined;
}
