import { CUMULATIVE_WEIGHTS } from '../../src/disclosure/noise.ts';

/** The two keys of the scheme's vectors. For tests only. */
export const RECORD_KEY = Buffer.from('01'.padStart(64, '0'), 'hex');
export const CELL_KEY = Buffer.from('02'.padStart(64, '0'), 'hex');

/** Every noise there is, with the least and the greatest cell key that stand for it. */
export const NOISES = CUMULATIVE_WEIGHTS.map((bound, index) => ({
  noise: index - 5,
  least: CUMULATIVE_WEIGHTS[index - 1] ?? 0,
  greatest: bound - 1,
}));

/** A cell key that stands for this noise. */
export function cellKeyFor(noise: number): number {
  const found = NOISES.find((item) => item.noise === noise);
  if (!found) throw new Error(`There is no noise ${noise}`);
  return found.greatest;
}

/** A digest of 8 bytes, as far as they are read. */
export function digestOf(firstWord: number, secondWord: number): Buffer {
  const digest = Buffer.alloc(8);
  digest.writeUInt32BE(firstWord, 0);
  digest.writeUInt32BE(secondWord, 4);
  return digest;
}
