import { deflateSync } from 'fflate';
import { addToCrc32, CRC32_START, finishCrc32 } from '../../standard/read/zip/crc32.ts';

/** One file of a zip made by hand, with whatever it says of itself. */
export interface MadeEntry {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** Packed bytes, where they are not the content's own. */
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  /** What the file's own heading says, where that differs from the directory. */
  readonly heading?: { readonly name?: string; readonly size?: number; readonly method?: number };
  /** Where the directory says the file begins, if not where it does. */
  readonly offset?: number;
}

const encode = (text: string) => new TextEncoder().encode(text);

/** A zip as it is told to be, right or wrong. */
export function makeZip(
  entries: readonly MadeEntry[],
  { before = '', after = '' }: { before?: string; after?: string } = {},
): Uint8Array {
  const files: Uint8Array[] = [encode(before)];
  const directory: Uint8Array[] = [];
  let offset = before.length;
  for (const entry of entries) {
    const content =
      typeof entry.content === 'string' ? encode(entry.content) : (entry.content ?? new Uint8Array());
    const method = entry.method ?? 8;
    const packed = entry.packed ?? (method === 8 ? deflateSync(content) : content);
    const described = {
      flags: entry.flags ?? 0x800,
      method,
      crc: entry.crc ?? finishCrc32(addToCrc32(CRC32_START, content)),
      packed: packed.length,
      size: entry.size ?? content.length,
    };
    const heading = { ...described, ...entry.heading };
    const localName = encode(entry.heading?.name ?? entry.name);
    const name = encode(entry.name);
    files.push(
      fields(0x04034b50, [2, 20], ...common(heading), [2, localName.length], [2, 0]),
      localName,
      packed,
    );
    directory.push(
      fields(
        0x02014b50,
        [2, 20],
        [2, 20],
        ...common(described),
        [2, name.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, entry.offset ?? offset],
      ),
      name,
    );
    offset += 30 + localName.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count: [number, number] = [2, entries.length];
  const end = fields(0x06054b50, [2, 0], [2, 0], count, count, [4, size], [4, offset], [2, 0]);
  return new Uint8Array(Buffer.concat([...files, ...directory, end, encode(after)]));
}

type Field = readonly [bytes: number, value: number];

function common(entry: {
  flags: number;
  method: number;
  crc: number;
  packed: number;
  size: number;
}): Field[] {
  return [
    [2, entry.flags],
    [2, entry.method],
    [2, 0],
    [2, 0x21],
    [4, entry.crc],
    [4, entry.packed],
    [4, entry.size],
  ];
}

function fields(signature: number, ...values: readonly Field[]): Uint8Array {
  const bytes = [[4, signature] as Field, ...values].flatMap(([length, value]) =>
    Array.from({ length }, (_, index) => (value >>> (8 * index)) & 0xff),
  );
  return new Uint8Array(bytes);
}
