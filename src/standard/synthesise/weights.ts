import type { Random } from './random.ts';

/** Codes to draw from, with the running total of their whole-number weights. */
export interface Weights<Code extends string> {
  readonly codes: readonly Code[];
  readonly running: readonly number[];
}

/**
 * Prepares weights for drawing. A weight of 0 means never.
 *
 * @throws {RangeError} If a weight is not a whole number of 0 or more, or all are 0.
 */
export function weightsOf<Code extends string>(
  shares: Readonly<Partial<Record<Code, number>>>,
): Weights<Code> {
  const codes: Code[] = [];
  const running: number[] = [];
  let total = 0;
  for (const [code, share] of Object.entries(shares) as [Code, number][]) {
    if (!Number.isSafeInteger(share) || share < 0) {
      throw new RangeError(`The weight of ${code} is a whole number, not ${share}`);
    }
    if (share === 0) continue;
    total += share;
    codes.push(code);
    running.push(total);
  }
  if (total === 0) throw new RangeError('At least one weight is above 0');
  return { codes, running };
}

/** Draws one code, as often as its weight says. */
export function draw<Code extends string>(weights: Weights<Code>, random: Random): Code {
  const { codes, running } = weights;
  const mark = random.below(running.at(-1) as number);
  return codes[running.findIndex((total) => mark < total)] as Code;
}

/** Multiplies figures by weights, code by code; a code without a weight keeps its figure a hundredfold. */
export function weighted<Code extends string>(
  figures: Readonly<Record<Code, number>>,
  percent: Readonly<Partial<Record<Code, number>>>,
): Record<Code, number> {
  const entries = Object.entries(figures) as [Code, number][];
  return Object.fromEntries(
    entries.map(([code, figure]) => [code, figure * (percent[code] ?? 100)]),
  ) as Record<Code, number>;
}
