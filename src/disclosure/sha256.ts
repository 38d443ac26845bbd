/** Bytes that a round takes in. */
export const BLOCK_BYTES = 64;

/** What a digest begins with, as FIPS 180-4 has it: parts of the square roots of the first eight primes. */
const FIRST_STATE = partsOfRoots(8, Math.sqrt);

/** One for each step of a round: parts of the cube roots of the first 64 primes. */
const STEPS = partsOfRoots(64, Math.cbrt);

const words = new Int32Array(64);

/** The state before anything was taken in: eight words of 32 bits. */
export function firstState(): Int32Array {
  return FIRST_STATE.slice();
}

/**
 * Takes one block of 64 bytes into a state of SHA-256.
 *
 * Node's own is quicker for long texts; for texts of two or three blocks, each with a digest of its own, making its objects takes
 * most of the time.
 *
 * @see FIPS 180-4, section 6.2.2.
 */
export function takeBlock(state: Int32Array, bytes: Uint8Array, from: number): void {
  spread(bytes, from);
  let a = state[0] as number;
  let b = state[1] as number;
  let c = state[2] as number;
  let d = state[3] as number;
  let e = state[4] as number;
  let f = state[5] as number;
  let g = state[6] as number;
  let h = state[7] as number;
  for (let step = 0; step < 64; step += 1) {
    const sum1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const choice = (e & f) ^ (~e & g);
    const first = (h + sum1 + choice + (STEPS[step] as number) + (words[step] as number)) | 0;
    const sum0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const majority = (a & b) ^ (a & c) ^ (b & c);
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + sum0 + majority) | 0;
  }
  state[0] = (state[0] as number) + a;
  state[1] = (state[1] as number) + b;
  state[2] = (state[2] as number) + c;
  state[3] = (state[3] as number) + d;
  state[4] = (state[4] as number) + e;
  state[5] = (state[5] as number) + f;
  state[6] = (state[6] as number) + g;
  state[7] = (state[7] as number) + h;
}

/** Makes the 64 words of a round from the 16 of its block. */
function spread(bytes: Uint8Array, from: number): void {
  for (let index = 0; index < 16; index += 1) {
    const at = from + 4 * index;
    words[index] =
      ((bytes[at] as number) << 24) |
      ((bytes[at + 1] as number) << 16) |
      ((bytes[at + 2] as number) << 8) |
      (bytes[at + 3] as number);
  }
  for (let index = 16; index < 64; index += 1) {
    const x = words[index - 15] as number;
    const y = words[index - 2] as number;
    const sigma0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const sigma1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    words[index] = (words[index - 16] as number) + sigma0 + (words[index - 7] as number) + sigma1;
  }
}

/** The first 32 bits behind the point of the roots of the first primes. */
function partsOfRoots(count: number, root: (prime: number) => number): Int32Array {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return Int32Array.from(primes, (prime) => Math.floor((root(prime) % 1) * 2 ** 32) | 0);
}
