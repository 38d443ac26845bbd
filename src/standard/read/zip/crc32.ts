/** The table of the CRC-32 with the polynomial 0xEDB88320. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
});

/** What a checksum begins with. */
export const CRC32_START = 0xffffffff;

/** Takes more bytes into a checksum that began with `CRC32_START`. */
export function addToCrc32(crc: number, bytes: Uint8Array): number {
  let sum = crc;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 0xff] as number) ^ (sum >>> 8);
  return sum >>> 0;
}

/** The checksum of all bytes taken in, as a zip writes it. */
export function finishCrc32(crc: number): number {
  return (crc ^ 0xffffffff) >>> 0;
}
