/** How the bytes of a text begin. */
export interface TextStart {
  readonly encoding: 'utf-8' | 'utf-16';
  /** Length of the byte-order mark, which is no part of the text. */
  readonly markLength: number;
}

/**
 * What the first bytes of a file say of its encoding. UTF-16 and UTF-32 show by their mark, or by the zero
 * byte beside the first character, which is an ASCII letter or bracket in every return.
 */
export function textStartOf(bytes: Uint8Array): TextStart {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', markLength: 3 };
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { encoding: 'utf-16', markLength: 2 };
  }
  return { encoding: first === 0 || second === 0 ? 'utf-16' : 'utf-8', markLength: 0 };
}
