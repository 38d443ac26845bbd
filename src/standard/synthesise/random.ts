/** A stream of whole numbers that its key alone decides: the same on every machine, in every browser. */
export interface Random {
  /** A whole number from 0 to `limit` - 1, each equally likely. `limit` is at most 2^32. */
  below(limit: number): number;
  /** True `share` times in a thousand. */
  chance(share: number): boolean;
}

const WORDS = 0x1_0000_0000;

/**
 * Starts a stream of its own for a key, such as a seed, an organisation and a quarter.
 *
 * Streams of different keys are unrelated, so that adding a quarter changes no other quarter.
 */
export function randomOf(...key: readonly (string | number)[]): Random {
  const next = xoshiro128StarStar(stateOf(key.join('/')));
  const below = (limit: number): number => {
    // Numbers from the incomplete last round are thrown away, so that no remainder is likelier than another.
    const fair = WORDS - (WORDS % limit);
    for (;;) {
      const word = next();
      if (word < fair) return word % limit;
    }
  };
  return { below, chance: (share) => below(1000) < share };
}

/**
 * The generator xoshiro128** 1.1: 32-bit words with a period of 2^128 - 1.
 *
 * @see Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021; public domain reference code.
 */
export function xoshiro128StarStar(state: readonly [number, number, number, number]): () => number {
  let [a, b, c, d] = state;
  return () => {
    const word = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotateLeft(d, 11);
    return word;
  };
}

function rotateLeft(word: number, places: number): number {
  return (word << places) | (word >>> (32 - places));
}

/** Spreads a key over four words: FNV-1a to one word, then four steps of a 32-bit mixing counter. */
function stateOf(key: string): [number, number, number, number] {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  }
  const mixed = (step: number): number => {
    let word = (hash + Math.imul(step, 0x9e3779b9)) | 0;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return word ^ (word >>> 15);
  };
  return [mixed(1), mixed(2), mixed(3), mixed(4)];
}
