import { gatherRows, rowSums, type SparseRows } from './sparse-rows.ts';

/** What is known of the unknown counts: sums of them seen with an error, and a guess at each beforehand. */
export interface Observations {
  readonly rows: SparseRows;
  readonly seen: Float64Array;
  /** 1 ÷ the variance of each sum's error; 0 leaves the sum out. */
  readonly precision: Float64Array;
  readonly prior: Float64Array;
  /** 1 ÷ the variance of each guess; above 0. */
  readonly priorPrecision: Float64Array;
}

/**
 * The values that fit sums and guesses best, each weighed by its precision (generalised least squares with a ridge):
 * the minimum of Σ wᵢ(Aᵢx − sᵢ)² + Σ dⱼ(xⱼ − mⱼ)².
 *
 * Conjugate gradients with a diagonal preconditioner, from the guesses onwards.
 *
 * @param tolerance - Stops when the residual is this share of what it was.
 */
export function leastSquares(known: Observations, tolerance = 1e-6, mostSteps = 400): Float64Array {
  const { rows, seen, precision, prior, priorPrecision } = known;
  const normal = (x: Float64Array): Float64Array => {
    const sums = rowSums(rows, x);
    const product = gatherRows(
      rows,
      sums.map((sum, index) => sum * (precision[index] as number)),
    );
    return product.map((value, index) => value + (priorPrecision[index] as number) * (x[index] as number));
  };
  const diagonal = gatherRows({ ...rows, signs: rows.signs.map(Math.abs) }, precision).map(
    (value, index) => value + (priorPrecision[index] as number),
  );

  // The unknown is how far each value lies from its guess.
  const moved = new Float64Array(prior.length);
  const misfit = rowSums(rows, prior).map(
    (sum, index) => ((seen[index] as number) - sum) * (precision[index] as number),
  );
  const residual = gatherRows(rows, misfit);
  const scaled = divide(residual, diagonal);
  const direction = scaled.slice();
  let size = dot(residual, scaled);
  const enough = size * tolerance * tolerance;
  for (let step = 0; step < mostSteps && size > enough; step++) {
    const image = normal(direction);
    const length = size / dot(direction, image);
    add(moved, length, direction);
    add(residual, -length, image);
    const next = divide(residual, diagonal);
    const nextSize = dot(residual, next);
    const turn = nextSize / size;
    for (let index = 0; index < direction.length; index++) {
      direction[index] = (next[index] as number) + turn * (direction[index] as number);
    }
    size = nextSize;
  }
  return moved.map((value, index) => value + (prior[index] as number));
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < left.length; index++) sum += (left[index] as number) * (right[index] as number);
  return sum;
}

function add(target: Float64Array, times: number, source: Float64Array): void {
  for (let index = 0; index < target.length; index++) {
    target[index] = (target[index] as number) + times * (source[index] as number);
  }
}

function divide(left: Float64Array, right: Float64Array): Float64Array {
  return left.map((value, index) => value / (right[index] as number));
}
