import { Inflate } from 'fflate';
import type { StructuralRuleId } from '../../structural-rules.ts';
import { addToCrc32, CRC32_START, finishCrc32 } from './crc32.ts';
import type { ZipEntry } from './read-directory.ts';

/** Bytes that all files of one zip may unpack to. */
export const MAXIMUM_UNPACKED_BYTES = 256 * 1024 * 1024;
/** How many times its packed size a file may unpack to, once it is past `RATIO_COUNTS_FROM`. */
export const MAXIMUM_RATIO = 200;
const RATIO_COUNTS_FROM = 1024 * 1024;

/** A byte unpacks to at most 1,032, so that one piece stays below 9 MB. */
const PIECE_BYTES = 8_192;
/** A block that gives nothing is shorter; beyond it, the file has ended and something follows. */
const MAXIMUM_FRUITLESS_BYTES = 131_072;

/** How many bytes may still be unpacked. */
export interface UnpackingBudget {
  remaining: number;
}

/**
 * Unpacks one file of a zip and hands its bytes on as they come. What the zip says of the file's size is not
 * believed but held against what came.
 *
 * @param take - Takes the bytes, which it may keep; returns false when it needs no more.
 * @returns The fault, or null when the file is what the zip says, or was not read to its end.
 */
export function inflateEntry(
  archive: Uint8Array,
  entry: ZipEntry,
  budget: UnpackingBudget,
  take: (bytes: Uint8Array) => boolean,
): StructuralRuleId | null {
  const packed = entry.end - entry.start;
  let crc = CRC32_START;
  let size = 0;
  let fruitless = 0;
  let isEnough = false;
  let fault: StructuralRuleId | null = null;

  const receive = (bytes: Uint8Array) => {
    if (bytes.length === 0 || fault !== null || isEnough) return;
    fruitless = 0;
    size += bytes.length;
    budget.remaining -= bytes.length;
    if (budget.remaining < 0 || (size > RATIO_COUNTS_FROM && size > packed * MAXIMUM_RATIO)) {
      fault = 'zip-unpacks-to-a-bounded-size';
    } else if (size > entry.size) fault = 'zip-file-intact';
    else {
      crc = addToCrc32(crc, bytes);
      isEnough = !take(bytes);
    }
  };
  const inflater = entry.isStored ? null : new Inflate(receive);

  for (let at = entry.start; at < entry.end && fault === null && !isEnough; at += PIECE_BYTES) {
    const piece = archive.subarray(at, Math.min(at + PIECE_BYTES, entry.end));
    fruitless += piece.length;
    if (inflater === null) receive(piece);
    else if (!push(inflater, piece, at + PIECE_BYTES >= entry.end)) fault ??= 'zip-file-intact';
    if (fruitless > MAXIMUM_FRUITLESS_BYTES) fault ??= 'zip-file-intact';
  }
  if (fault !== null || isEnough) return fault;
  return size === entry.size && finishCrc32(crc) === entry.crc ? null : 'zip-file-intact';
}

/** False when the bytes are not what deflate writes. */
function push(inflater: Inflate, piece: Uint8Array, isLast: boolean): boolean {
  try {
    inflater.push(piece, isLast);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') return false;
    throw error;
  }
}
