/** A key of 31 zero bytes and one more: for tests only. */
export function testKey(last: number): Buffer {
  const key = Buffer.alloc(32);
  key[31] = last;
  return key;
}

export const TEST_KEYS = { recordKey: testKey(1), cellKey: testKey(2) };

/** A day after every period of the small Wales. */
export const NOW = new Date('2026-08-01T09:00:00Z');
