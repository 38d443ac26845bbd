/** First and last byte of a part of a file, both inclusive. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The one part of a file that a `Range` header asks for, cut to the file's end.
 *
 * @param size - Bytes of the whole file.
 * @returns Undefined where the whole file is to be sent: no header, several parts at once, or text that is no
 *   range, all of which RFC 9110 (14.2) lets a server pass over. `outside` where no byte of the file is asked for.
 * @example
 * byteRangeOf('bytes=0-99', 1000); // { start: 0, end: 99 }
 * byteRangeOf('bytes=-100', 1000); // { start: 900, end: 999 }
 * byteRangeOf('bytes=1000-', 1000); // 'outside'
 */
export function byteRangeOf(header: string | undefined, size: number): ByteRange | 'outside' | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length > 0 ? { start: size - length, end: size - 1 } : 'outside';
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return undefined;
  if (start >= size) return 'outside';
  return { start, end: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
