/** The number of cell keys there are. */
const KEYS = 2 ** 32;

/**
 * The chances of the noise −deviation … deviation that give away least: of all rows with mean 0 and this
 * variance, the one of largest entropy.
 *
 * Its closed form is p(v) ∝ exp(−λ·v²). With q = exp(−λ) the variance grows from 0 at q = 0 to that of equal
 * chances at q = 1, so q is found by halving. It reproduces the symmetric rows that Destatis and Eurostat
 * publish for the R package `ptable` to 1e-7; `CUMULATIVE_WEIGHTS` is the row for deviation 5 and variance 3.
 *
 * @param deviation - The largest noise, a whole number of at least 1.
 * @returns The chances in the order of the noise; they add up to 1.
 * @throws {RangeError} If the variance is not between 0 and that of equal chances.
 * @see The disclosure control scheme, rule 3.
 */
export function maximumEntropyRow(deviation: number, variance: number): number[] {
  const equalChances = (deviation * (deviation + 1)) / 3;
  if (!(variance > 0 && variance < equalChances)) {
    throw new RangeError(`A variance lies between 0 and ${equalChances}, not ${variance}`);
  }
  let low = 0;
  let high = 1;
  for (;;) {
    const middle = (low + high) / 2;
    const row = rowOf(deviation, middle);
    // No number is left between the two bounds.
    if (middle === low || middle === high) return row;
    if (varianceOf(row) < variance) low = middle;
    else high = middle;
  }
}

/**
 * A row of chances as the bounds below which a cell key of 32 bits stands for each noise.
 *
 * Each chance is rounded to a whole number of keys; the centre takes what rounding leaves, so that the mean
 * stays exactly 0.
 */
export function cumulativeWeights(row: readonly number[]): number[] {
  const centre = (row.length - 1) / 2;
  const rounded = row.map((chance) => Math.round(chance * KEYS));
  const remainder = KEYS - rounded.reduce((sum, weight) => sum + weight);
  let total = 0;
  return rounded.map((weight, index) => {
    total += index === centre ? weight + remainder : weight;
    return total;
  });
}

function rowOf(deviation: number, q: number): number[] {
  const shares = Array.from({ length: 2 * deviation + 1 }, (_, index) => q ** ((index - deviation) ** 2));
  const sum = shares.reduce((total, share) => total + share);
  return shares.map((share) => share / sum);
}

function varianceOf(row: readonly number[]): number {
  const centre = (row.length - 1) / 2;
  return row.reduce((total, chance, index) => total + chance * (index - centre) ** 2, 0);
}
