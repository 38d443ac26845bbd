import { addToRow, type SparseRows, sumOfRow } from './sparse-rows.ts';

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
  // Most sums are left out: those of hidden cells.
  const weighed = Int32Array.from([...precision.keys()].filter((row) => (precision[row] as number) > 0));
  const diagonal = diagonalOf(known, weighed);

  // The unknown is how far each value lies from its guess.
  const moved = new Float64Array(prior.length);
  const residual = new Float64Array(prior.length);
  for (const row of weighed) {
    const misfit = (seen[row] as number) - sumOfRow(rows, row, prior);
    addToRow(rows, row, misfit * (precision[row] as number), residual);
  }
  const next = divide(residual, diagonal, new Float64Array(prior.length));
  const direction = next.slice();
  const image = new Float64Array(prior.length);
  let size = dot(residual, next);
  const enough = size * tolerance * tolerance;
  for (let step = 0; step < mostSteps && size > enough; step++) {
    for (let index = 0; index < image.length; index++) {
      image[index] = (priorPrecision[index] as number) * (direction[index] as number);
    }
    for (const row of weighed) {
      addToRow(rows, row, sumOfRow(rows, row, direction) * (precision[row] as number), image);
    }
    const length = size / dot(direction, image);
    add(moved, length, direction);
    add(residual, -length, image);
    divide(residual, diagonal, next);
    const nextSize = dot(residual, next);
    const turn = nextSize / size;
    for (let index = 0; index < direction.length; index++) {
      direction[index] = (next[index] as number) + turn * (direction[index] as number);
    }
    size = nextSize;
  }
  add(moved, 1, prior);
  return moved;
}

/** What the guess and all sums together weigh on each value; every sum has a value once at most. */
function diagonalOf({ rows, precision, priorPrecision }: Observations, weighed: Int32Array): Float64Array {
  const diagonal = priorPrecision.slice();
  for (const row of weighed) {
    const end = rows.starts[row + 1] as number;
    for (let at = rows.starts[row] as number; at < end; at++) {
      const column = rows.entries[at] as number;
      diagonal[column] = (diagonal[column] as number) + (precision[row] as number);
    }
  }
  return diagonal;
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

function divide(left: Float64Array, right: Float64Array, into: Float64Array): Float64Array {
  for (let index = 0; index < left.length; index++) {
    into[index] = (left[index] as number) / (right[index] as number);
  }
  return into;
}
