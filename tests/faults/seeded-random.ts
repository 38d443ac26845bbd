/** Whole numbers from 0 up to, but not with, the limit: the same ones for the same seed (mulberry32). */
export function seededRandom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** The seed that the environment names in FAULTS_SEED, or a new one; told, so that a failed run can be repeated. */
export function chooseSeed(): number {
  const seed = Number(process.env.FAULTS_SEED ?? Date.now() % 1_000_000);
  process.stdout.write(`FAULTS_SEED=${seed}\n`);
  return seed;
}
