import { decodeWindows1252 } from './windows-1252.ts';

/** How a file writes letters, as a mapping may say it. */
export type ExportEncoding = 'utf-8' | 'windows-1252' | 'utf-16le';

/** A piece of text, and whether it ends at bytes that its encoding does not have. */
export interface Decoded {
  readonly text: string;
  readonly isDamaged: boolean;
}

export interface ExportDecoder {
  decode(bytes: Uint8Array, isLast: boolean): Decoded;
}

const LONGEST_HELD = 1_000_000;
const NOTHING = new Uint8Array();

/**
 * Turns the bytes of an export into text as they come.
 *
 * A byte-order mark says more than the mapping. Where neither says anything, UTF-8 is read until bytes come that are
 * none; then the file is taken for Windows-1252, in which Excel saves its plain CSV, and `recognised` is told. It is
 * damaged where letters of both stand in it, or characters that Windows-1252 does not have.
 */
export function exportDecoder(
  first: Uint8Array,
  said: ExportEncoding | undefined,
  recognised: (encoding: ExportEncoding) => void,
): ExportDecoder {
  if (first[0] === 0xfe && first[1] === 0xff) return streamOf('utf-16be');
  if (first[0] === 0xff && first[1] === 0xfe) return streamOf('utf-16le');
  if (first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf) return streamOf('utf-8');
  if (said === 'windows-1252') return { decode: windowsText };
  if (said !== undefined) return streamOf(said);
  if (first[0] !== 0 && first[1] === 0) {
    recognised('utf-16le');
    return streamOf('utf-16le');
  }
  return recognising(recognised);
}

function streamOf(encoding: string): ExportDecoder {
  const decoder = new TextDecoder(encoding);
  return {
    decode(bytes, isLast) {
      const text = decoder.decode(bytes, { stream: !isLast });
      const at = text.indexOf('\uFFFD');
      return at === -1 ? { text, isDamaged: false } : { text: text.slice(0, at), isDamaged: true };
    },
  };
}

/** Letters beyond ASCII that UTF-8 gave, and characters of Windows-1252 that no keyboard writes. */
const BEYOND_ASCII = /[\u0080-\uFFFC]/;
const NEVER_TYPED = /[\u0080-\u009F]/;

function recognising(recognised: (encoding: ExportEncoding) => void): ExportDecoder {
  let held: Uint8Array = NOTHING;
  let isWindows = false;
  let isUtf8 = false;
  return {
    decode(bytes, isLast) {
      const all = held.length === 0 ? bytes : joined(held, bytes);
      // A letter may be cut in two: what follows the last ASCII character waits for the next piece.
      const end = isLast ? all.length : endOfAscii(all);
      held = all.slice(end);
      if (held.length > LONGEST_HELD) return { text: '', isDamaged: true };
      const piece = all.subarray(0, end);
      const text = new TextDecoder('utf-8').decode(piece);
      const at = text.indexOf('\uFFFD');
      isUtf8 ||= BEYOND_ASCII.test(text);
      if (at !== -1 && !isWindows && !isUtf8) {
        isWindows = true;
        recognised('windows-1252');
      }
      if (isUtf8 && (isWindows || at !== -1))
        return { text: at === -1 ? '' : text.slice(0, at), isDamaged: true };
      if (!isWindows) return { text, isDamaged: false };
      return windowsText(piece);
    },
  };
}

function windowsText(bytes: Uint8Array): Decoded {
  const text = decodeWindows1252(bytes);
  const at = text.search(NEVER_TYPED);
  return at === -1 ? { text, isDamaged: false } : { text: text.slice(0, at), isDamaged: true };
}

/** Where the bytes after the last ASCII character begin. */
function endOfAscii(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] as number) >= 0x80) end -= 1;
  return end;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const all = new Uint8Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}
