import { perturbDeviation, perturbMean, roundMagnitude } from '../../../src/disclosure/publish.ts';
import { randomFrom } from '../../support/draw-wales.ts';
import { type Attack, atLeast, atMost, headline, ownNoise, reported, unprotected } from '../attack.ts';
import { digestOf, drawKey } from '../methods/made-cells.ts';

/** A life-satisfaction score: 0 to 10. */
const SCALE = { lower: 0, upper: 10 };
const SCORES = Array.from({ length: 11 }, (_, score) => score);

/** Chances of the scores, as the attacker knows them too: a hump at 6. */
const PRIOR = normalise(SCORES.map((score) => Math.exp(-((score - 6) ** 2) / (2 * 2.5 ** 2))));

/** Variance of the noise of a sum of scores: 0.35 of the range, times that of the noise. */
const SUM_VARIANCE = (0.35 * 10) ** 2 * (3 + 1 / 12);
/** The same of a sum of squares, whose unit is half of the range squared. */
const SQUARES_VARIANCE = (0.35 * 25) ** 2 * (3 + 1 / 12);

/** What is published of a group: its mean and deviation. The attacker knows how many people it is. */
interface Group {
  readonly n: number;
  readonly mean: number;
  readonly deviation: number;
}

/** How a group is published, and how far off that can be (variances of the sum and of the sum of squares). */
interface Publication {
  publish(scores: readonly number[], address: string): Group;
  readonly sumVariance: (n: number) => number;
  readonly squaresVariance: (n: number, deviation: number) => number;
}

const ours = (random: () => number): Publication => ({
  publish(scores, address) {
    const { n, sum, squares } = sumsOf(scores);
    const cell = { address, count: n, keySum: drawKey(random) };
    return {
      n,
      mean: roundMagnitude(perturbMean(n, sum, SCALE, digestOf(cell, 'mean:made:baseline'))),
      deviation: roundMagnitude(perturbDeviation(n, squares, SCALE, digestOf(cell, 'sd:made:baseline'))),
    };
  },
  sumVariance: (n) => SUM_VARIANCE + roundingOfSum(n),
  squaresVariance: (n, deviation) => SQUARES_VARIANCE + roundingOfSquares(n, deviation),
});

/** Means with so many decimals and no noise. */
const roundedTo = (decimals: number): Publication => ({
  publish(scores) {
    const { n, sum, squares } = sumsOf(scores);
    return {
      n,
      mean: roundMagnitude(sum / n, decimals),
      deviation: roundMagnitude(Math.sqrt(squares / (n - 1)), decimals),
    };
  },
  sumVariance: (n) => roundingOfSum(n) * 10 ** (2 - 2 * decimals),
  squaresVariance: (n, deviation) => roundingOfSquares(n, deviation) * 10 ** (2 - 2 * decimals),
});

/** Variance that rounding to one decimal leaves in a sum, and in a sum of squares. */
function roundingOfSum(n: number): number {
  return (n * 0.1) ** 2 / 12;
}

function roundingOfSquares(n: number, deviation: number): number {
  return (2 * n * deviation * 0.1) ** 2 / 12;
}

function sumsOf(scores: readonly number[]) {
  const n = scores.length;
  const sum = scores.reduce((total, score) => total + score, 0);
  const squares = scores.reduce((total, score) => total + (score - sum / n) ** 2, 0);
  return { n, sum, squares };
}

/**
 * The likeliest score of the one person by whom two groups differ: from the difference of their sums of scores, and
 * of their sums of squares, by Bayes' rule with the right prior.
 */
function likeliestScore(without: Group, within: Group, rule: Publication): number {
  const difference = within.mean * within.n - without.mean * without.n;
  const ofSums = rule.sumVariance(within.n) + rule.sumVariance(without.n);
  const squaresOf = ({ n, deviation }: Group) => (n - 1) * deviation ** 2;
  const grown = squaresOf(within) - squaresOf(without);
  const ofSquares =
    rule.squaresVariance(within.n, within.deviation) + rule.squaresVariance(without.n, without.deviation);
  const fits = SCORES.map((score) => {
    const expected = ((score - without.mean) ** 2 * without.n) / within.n;
    const misfit = (difference - score) ** 2 / ofSums + (grown - expected) ** 2 / ofSquares;
    return Math.log(PRIOR[score] as number) - misfit / 2;
  });
  return fits.indexOf(Math.max(...fits));
}

function normalise(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function drawScore(random: () => number): number {
  let rest = random();
  return (
    SCORES.find((score) => {
      rest -= PRIOR[score] as number;
      return rest < 0;
    }) ?? 10
  );
}

/** Share of people whose score is named. */
function shareNamed(random: () => number, rule: Publication, groups: number): number {
  let named = 0;
  for (let made = 0; made < groups; made++) {
    const others = Array.from({ length: 30 + Math.floor(30 * random()) }, () => drawScore(random));
    const score = drawScore(random);
    const without = rule.publish(others, `made=${made};sex=female`);
    const within = rule.publish([...others, score], `made=${made}`);
    if (likeliestScore(without, within, rule) === score) named += 1;
  }
  return named / groups;
}

export const attack: Attack = {
  id: 'A11',
  title: "One person's score from two means",
  tried:
    'Two groups of 30 to 60 people differ by one person. The attacker knows exactly how many people each holds and how scores are spread, reads both published means and standard deviations, and names the likeliest score of that one person by Bayes’ rule. The same is tried on means that are exact to nine decimals, and on means merely rounded to one.',
  noise: ownNoise,
  async run() {
    const random = randomFrom(11);
    const blind = Math.max(...PRIOR);
    return [
      headline(
        atMost(
          'share of scores named, above naming the commonest',
          shareNamed(random, ours(random), 8000) - blind,
          0.03,
        ),
      ),
      reported('share named by the commonest score alone', blind),
      reported(
        'share named where means are merely rounded to one decimal',
        shareNamed(random, roundedTo(1), 4000),
      ),
      unprotected(atLeast('share named where means are exact', shareNamed(random, roundedTo(9), 2000), 0.99)),
    ];
  },
};
