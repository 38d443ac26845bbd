/** The largest noise a count can carry, before the contribution cap multiplies it. */
export const MAXIMUM_NOISE = 5;

/** Variance of the noise. */
export const NOISE_VARIANCE = 3;

/**
 * Cumulative weights of the noise −5 … 5, out of 2³².
 *
 * The symmetric maximum-entropy row for deviation 5 and variance 3: p(v) ∝ exp(−0.163999921461·v²), the centre
 * taking the remainder of rounding, so that the mean is exactly 0.
 */
export const CUMULATIVE_WEIGHTS: readonly number[] = [
  16285916, 87543410, 312138560, 822081612, 1656136173, 2638831123, 3472885684, 3982828736, 4207423886,
  4278681380, 4294967296,
];

/**
 * The noise that a cell key stands for.
 *
 * @param cellKey - A whole number from 0 to 2³² − 1.
 * @returns A whole number from −5 to 5.
 * @throws {RangeError} If the key is outside its range.
 */
export function noiseOf(cellKey: number): number {
  const index = CUMULATIVE_WEIGHTS.findIndex((bound) => cellKey < bound);
  if (index === -1 || cellKey < 0) throw new RangeError(`A cell key lies in 0 to 2³² − 1, not ${cellKey}`);
  return index - MAXIMUM_NOISE;
}

/**
 * The continuous noise of a magnitude: the whole-number noise of the first four bytes plus a uniform part of
 * the next four, in −5.5 … 5.5.
 */
export function magnitudeNoiseOf(digest: Buffer): number {
  return noiseOf(digest.readUInt32BE(0)) + digest.readUInt32BE(4) / 2 ** 32 - 0.5;
}

/**
 * Variance of `magnitudeNoiseOf`: that of the whole number plus one twelfth for the uniform part.
 */
export const MAGNITUDE_NOISE_VARIANCE = NOISE_VARIANCE + 1 / 12;
