import { firstUint32 } from '../../../src/disclosure/keys.ts';
import { MAXIMUM_NOISE, noiseOf } from '../../../src/disclosure/noise.ts';
import { randomFrom } from '../../support/draw-wales.ts';
import { type Attack, atLeast, atMost, headline, ownNoise, reported, unprotected } from '../attack.ts';
import { digestOf, drawKey } from '../methods/made-cells.ts';
import { NOISE_CHANCES } from '../methods/publication-rule.ts';

const TRIPLES = 30_000;

/** The noise of two parts of a cell and of the whole, whose row keys add up. */
function drawTriples(random: () => number, address: (part: string, made: number) => string): number[][] {
  return Array.from({ length: TRIPLES }, (_, made) => {
    const [left, right] = [drawKey(random), drawKey(random)];
    const noise = (part: string, keySum: number) =>
      noiseOf(firstUint32(digestOf({ address: address(part, made), count: 20, keySum })));
    return [noise('a', left), noise('b', right), noise('ab', (left + right) % 2 ** 32)];
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function correlation(left: readonly number[], right: readonly number[]): number {
  const [ofLeft, ofRight] = [mean(left), mean(right)];
  const product = mean(left.map((value, index) => (value - ofLeft) * ((right[index] as number) - ofRight)));
  const spread = (values: readonly number[], centre: number) =>
    Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
  return product / spread(left, ofLeft) / spread(right, ofRight);
}

/** Σ (seen − expected)² ÷ expected over the eleven values of the noise; ten degrees of freedom. */
function chiSquare(noise: readonly number[]): number {
  return NOISE_CHANCES.reduce((sum, chance, index) => {
    const expected = chance * noise.length;
    const seen = noise.filter((value) => value === index - MAXIMUM_NOISE).length;
    return sum + (seen - expected) ** 2 / expected;
  }, 0);
}

/** Above this, chi-square with ten degrees of freedom comes once in a thousand. */
const ONCE_IN_A_THOUSAND = 29.588;

export const attack: Attack = {
  id: 'A16',
  title: 'Weaknesses of the noise itself',
  tried:
    'The noise of ninety thousand cells is drawn through the functions that publish, and looked at for anything to hold on to: a mean other than nought, another spread or shape than stated, and noise of a whole that goes with the noise of its parts, whose row keys add up to its own. Addresses that are alike but for one letter, and row keys that count up, are among them.',
  noise: ownNoise,
  async run() {
    const random = randomFrom(16);
    const triples = drawTriples(random, (part, made) => `table=made;cell=${made};part=${part}`);
    const [left, right, whole] = [0, 1, 2].map((part) => triples.map((three) => three[part] as number)) as [
      number[],
      number[],
      number[],
    ];
    const all = triples.flat();
    const ofParts = left.map((value, index) => value + (right[index] as number));
    // Without the address and with keys one after the other: what a weak hash would give away first.
    const counted = Array.from({ length: 20_000 }, (_, keySum) =>
      noiseOf(firstUint32(digestOf({ address: 'table=made', count: 20, keySum }))),
    );
    const correlations = [
      correlation(left, right),
      correlation(left, whole),
      correlation(right, whole),
      correlation(ofParts, whole),
      correlation(counted.slice(1), counted.slice(0, -1)),
    ];
    const variance = mean(all.map((value) => value ** 2)) - mean(all) ** 2;
    return [
      atLeast('cells', all.length, 20_000),
      atMost(
        'chi-square of the shape (ten degrees of freedom; p = .001 at the gate)',
        chiSquare(all),
        ONCE_IN_A_THOUSAND,
      ),
      atMost('chi-square where row keys count up', chiSquare(counted), ONCE_IN_A_THOUSAND),
      headline(atMost('mean, either way', Math.abs(mean(all)), 0.05)),
      atLeast('variance', variance, 2.9),
      atMost('variance', variance, 3.1),
      headline(
        atMost(
          'largest correlation, either way: parts, whole, neighbours',
          Math.max(...correlations.map(Math.abs)),
          0.02,
        ),
      ),
      // The shape that a lookup by the summed key without a hash leaves, as a check that the measure sees it.
      unprotected(
        reported(
          'correlation of parts and whole if the summed key were looked up unhashed',
          unhashed(random),
        ),
      ),
    ];
  },
};

function unhashed(random: () => number): number {
  const pairs = Array.from({ length: TRIPLES }, () => {
    const [left, right] = [drawKey(random), drawKey(random)];
    const parts = noiseOf(left) + noiseOf(right);
    return { parts, gap: noiseOf((left + right) % 2 ** 32) };
  });
  return correlation(
    pairs.map(({ parts }) => Math.abs(parts)),
    pairs.map(({ gap }) => Math.abs(gap)),
  );
}
