import type { StructuralRuleId } from '../../structural-rules.ts';

/** A file of a zip, as its directory and the file's own heading agree. */
export interface ZipEntry {
  readonly name: string;
  readonly isStored: boolean;
  readonly crc: number;
  /** Bytes it should unpack to; what it does unpack to is counted. */
  readonly size: number;
  /** Where its packed bytes begin and end. */
  readonly start: number;
  readonly end: number;
}

export interface ZipFault {
  readonly rule: StructuralRuleId;
  /** The file it is about; null for the zip as a whole. */
  readonly name: string | null;
}

/** A zip's files in the order of its directory, or the first thing wrong with it. */
export type ZipDirectory =
  | { readonly entries: readonly ZipEntry[]; readonly fault: null }
  | { readonly entries: null; readonly fault: ZipFault };

const MAXIMUM_ENTRIES = 1_000;

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const DIRECTORY_SIGNATURE = 0x02014b50;
const DIRECTORY_BYTES = 46;
const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_BYTES = 30;
const MAXIMUM_COMMENT = 65_535;
const BEYOND_32_BITS = 0xffffffff;
const BEYOND_16_BITS = 0xffff;
/** Encrypted, strongly encrypted, directory encrypted. */
const ENCRYPTED = 0x1 | 0x40 | 0x2000;
/** Checksum and sizes stand after the file, not in its heading. */
const SIZES_FOLLOW = 0x8;
const STORED = 0;
const DEFLATED = 8;

class NotRead extends Error {
  readonly fault: ZipFault;

  constructor(rule: StructuralRuleId, name: string | null = null) {
    super(rule);
    this.fault = { rule, name };
  }
}

/**
 * Reads the directory of a zip and holds every file's own heading against it, so that whoever reads the zip from
 * its front and whoever reads it from its end see the same files.
 *
 * Refused are: anything before the first file or after the end, several disks, zip64, encryption, packing other
 * than deflate, two files of one name (capitals aside) or in the same bytes, names that lead out of the zip.
 *
 * @source APPNOTE.TXT, .ZIP File Format Specification 6.3.10.
 */
export function readDirectory(bytes: Uint8Array): ZipDirectory {
  try {
    const entries = entriesOf(bytes);
    refuseSharing(entries);
    return { entries, fault: null };
  } catch (error) {
    if (error instanceof NotRead) return { entries: null, fault: error.fault };
    throw error;
  }
}

function entriesOf(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const isOneDisk = view.getUint32(end + 4, true) === 0 && view.getUint16(end + 8, true) === count;
  if (
    count === BEYOND_16_BITS ||
    start === BEYOND_32_BITS ||
    size === BEYOND_32_BITS ||
    count > MAXIMUM_ENTRIES
  ) {
    throw new NotRead('zip-not-too-large');
  }
  if (!isOneDisk || start + size !== end) throw new NotRead('zip-well-formed');
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + DIRECTORY_BYTES > end || view.getUint32(at, true) !== DIRECTORY_SIGNATURE) {
      throw new NotRead('zip-well-formed');
    }
    const length =
      DIRECTORY_BYTES +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
    if (at + length > end) throw new NotRead('zip-well-formed');
    entries.push(readEntry(bytes, view, at, start));
    at += length;
  }
  const isFirstAtStart = count === 0 ? start === 0 : view.getUint32(0, true) === LOCAL_SIGNATURE;
  if (at !== end || !isFirstAtStart) throw new NotRead('zip-well-formed');
  return entries;
}

/** Where the end record begins: the one whose comment fills the file to its last byte. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= 0 && at >= last - MAXIMUM_COMMENT; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE && at + view.getUint16(at + 20, true) === last) return at;
  }
  throw new NotRead('zip-well-formed');
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, directoryStart: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  const nameBytes = bytes.subarray(
    at + DIRECTORY_BYTES,
    at + DIRECTORY_BYTES + view.getUint16(at + 28, true),
  );
  const name = new TextDecoder().decode(nameBytes);
  if (!isPlain(name)) throw new NotRead('zip-names-plain', name);
  if ([packed, size, local].includes(BEYOND_32_BITS)) throw new NotRead('zip-not-too-large', name);
  if ((flags & ENCRYPTED) !== 0 || (method !== STORED && method !== DEFLATED)) {
    throw new NotRead('zip-files-readable', name);
  }
  if (local + LOCAL_BYTES > directoryStart || view.getUint32(local, true) !== LOCAL_SIGNATURE) {
    throw new NotRead('zip-well-formed', name);
  }
  const nameStart = local + LOCAL_BYTES;
  const nameEnd = nameStart + view.getUint16(local + 26, true);
  const start = nameEnd + view.getUint16(local + 28, true);
  const end = start + packed;
  const saysSame =
    view.getUint16(local + 6, true) === flags &&
    view.getUint16(local + 8, true) === method &&
    equal(bytes.subarray(nameStart, nameEnd), nameBytes) &&
    agrees(view.getUint32(local + 14, true), crc, flags) &&
    agrees(view.getUint32(local + 18, true), packed, flags) &&
    agrees(view.getUint32(local + 22, true), size, flags);
  if (!saysSame || end > directoryStart || (method === STORED && packed !== size)) {
    throw new NotRead('zip-well-formed', name);
  }
  return { name, isStored: method === STORED, crc, size, start, end };
}

/** Whether a heading says what the directory says; it may say nothing where what it says follows the file. */
function agrees(inHeading: number, inDirectory: number, flags: number): boolean {
  if (inHeading === inDirectory) return true;
  return (flags & SIZES_FOLLOW) !== 0 && (inHeading === 0 || inHeading === BEYOND_32_BITS);
}

function equal(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

/** Whether a name stays below the folder it is unpacked into, on every system. */
function isPlain(name: string): boolean {
  const parts = name.replace(/\/$/, '').split('/');
  return (
    !/[\\\p{Cc}]|^[a-z]:/iu.test(name) && parts.every((part) => part !== '' && part !== '.' && part !== '..')
  );
}

function refuseSharing(entries: readonly ZipEntry[]): void {
  const names = new Set<string>();
  for (const { name } of entries) {
    const folded = name.normalize('NFC').toLowerCase();
    if (names.has(folded)) throw new NotRead('zip-files-apart', name);
    names.add(folded);
  }
  const byPlace = [...entries].sort((left, right) => left.start - right.start || left.end - right.end);
  for (const [index, { name, start }] of byPlace.entries()) {
    const before = byPlace[index - 1];
    // At least the heading of a file stands between it and the one before.
    if (before !== undefined && before.end + LOCAL_BYTES + name.length > start) {
      throw new NotRead('zip-files-apart', name);
    }
  }
}
