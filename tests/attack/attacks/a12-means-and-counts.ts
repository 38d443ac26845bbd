import { perturbMean, roundMagnitude } from '../../../src/disclosure/publish.ts';
import { randomFrom } from '../../support/draw-wales.ts';
import { type Attack, atLeast, exactly, headline, ownNoise, reported, unprotected } from '../attack.ts';
import { digestOf, drawKey, publishMade } from '../methods/made-cells.ts';

const SCALE = { lower: 0, upper: 10 };

/** Counts and means of two parts and their whole, as published. */
interface Figures {
  readonly counts: readonly number[];
  readonly means: readonly number[];
}

/** How far the published may lie from the true: a count, and a mean of so many people. */
interface Errors {
  readonly ofCount: number;
  readonly ofMean: (n: number) => number;
}

/** Every pair of whole numbers of people in the two parts that agrees with all six figures. */
function solutions({ counts, means }: Figures, { ofCount, ofMean }: Errors): number[][] {
  const [first, second, whole] = counts as [number, number, number];
  const [left, right, both] = means as [number, number, number];
  const found: number[][] = [];
  for (let one = Math.max(8, first - ofCount); one <= first + ofCount; one++) {
    for (let other = Math.max(8, second - ofCount); other <= second + ofCount; other++) {
      const sum = one + other;
      const gap = Math.abs(one * left + other * right - sum * both);
      const slack = one * ofMean(one) + other * ofMean(other) + sum * ofMean(sum);
      if (Math.abs(sum - whole) <= ofCount && gap <= slack) found.push([one, other]);
    }
  }
  return found;
}

/** What an attacker knows who has read the scheme: 7 at most in a count, 5.5 × 0.35 of the range in a sum. */
const OURS: Errors = { ofCount: 7, ofMean: (n) => (5.5 * 0.35 * 10) / n + 0.05 };
const EXACT_MEANS: Errors = { ofCount: 7, ofMean: () => 1e-9 };

const COUNTRIES = 2000;

export const attack: Attack = {
  id: 'A12',
  title: 'Whole numbers that agree with counts and means',
  tried:
    'Counts and means of two parts and of their whole tie each other down: the sums of scores must add up, and people are whole. The attacker lists every pair of counts that agrees with the six published figures, knowing how far each can be off. Where the means are exact, as in the Handbook on Statistical Disclosure Control, few pairs or one are left.',
  noise: ownNoise,
  async run() {
    const random = randomFrom(12);
    const ours: number[][][] = [];
    const exact: number[][][] = [];
    let wrong = 0;
    for (let made = 0; made < COUNTRIES; made++) {
      const people = [30, 30].map((least) => least + Math.floor(40 * random()));
      const whole = [...people, (people[0] as number) + (people[1] as number)];
      const sums = people.map((n) =>
        Array.from({ length: n }, () => Math.floor(11 * random() ** 0.7)).reduce((a, b) => a + b),
      );
      const scores = [...sums, (sums[0] as number) + (sums[1] as number)];
      const cells = whole.map((count, part) => ({
        address: `made=${made};part=${part}`,
        count,
        keySum: drawKey(random),
      }));
      const counts = cells.map((cell) => publishMade(cell) as number);
      const perturbed = cells.map((cell, part) =>
        roundMagnitude(
          perturbMean(cell.count, scores[part] as number, SCALE, digestOf(cell, 'mean:made:baseline')),
        ),
      );
      const means = scores.map((score, part) => score / (whole[part] as number));
      const found = solutions({ counts, means: perturbed }, OURS);
      if (!found.some(([one, other]) => one === people[0] && other === people[1])) wrong += 1;
      ours.push(found);
      exact.push(solutions({ counts, means }, EXACT_MEANS));
    }
    const unique = (of: readonly number[][][]) => of.filter((found) => found.length === 1).length;
    return [
      headline(exactly('wholes of two parts with one solution', unique(ours), 0)),
      exactly('wholes whose true counts are not among the solutions', wrong, 0),
      atLeast('fewest solutions of a whole', Math.min(...ours.map((found) => found.length)), 2),
      reported(
        'solutions of a whole, on average',
        ours.reduce((sum, found) => sum + found.length, 0) / COUNTRIES,
      ),
      unprotected(
        atLeast('share with one solution where the means are exact', unique(exact) / COUNTRIES, 0.3),
      ),
    ];
  },
};
