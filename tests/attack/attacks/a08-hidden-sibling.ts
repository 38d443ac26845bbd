import { randomFrom } from '../../support/draw-wales.ts';
import { type Attack, atLeast, atMost, headline, ownNoise, reported, unprotected } from '../attack.ts';
import { drawKey, publishMade } from '../methods/made-cells.ts';

/** A parent and the child that holds all of it but a hidden sibling of this size. */
interface Pair {
  readonly sibling: number;
  readonly parent: number;
  readonly child: number;
}

/**
 * Pairs of published cells, parent and child, that differ in truth by a sibling too small to be shown.
 *
 * @param address - What of a cell's address goes into its noise; real ones have all of it.
 */
function drawPairs(
  random: () => number,
  pairs: number,
  sibling: () => number,
  address = (text: string) => text,
): Pair[] {
  const drawn: Pair[] = [];
  for (let made = 0; drawn.length < pairs; made++) {
    const size = sibling();
    const people = 30 + Math.floor(170 * random());
    const [ofChild, ofSibling] = [drawKey(random), size === 0 ? 0 : drawKey(random)];
    const parent = publishMade({
      address: address(`made=${made}`),
      count: people,
      keySum: (ofChild + ofSibling) % 2 ** 32,
    });
    const child = publishMade({
      address: address(`made=${made};sex=female`),
      count: people - size,
      keySum: ofChild,
    });
    if (parent === null || child === null || parent < 30) continue;
    drawn.push({ sibling: size, parent, child });
  }
  return drawn;
}

/** P(a sibling exists | the two published values differ). */
function existsGivenDifference(pairs: readonly Pair[]): number {
  const differing = pairs.filter(({ parent, child }) => parent !== child);
  return differing.filter(({ sibling }) => sibling > 0).length / differing.length;
}

/** Share of sibling or none told rightly from the sums of parents less children, by the best place to cut. */
function toldRightly(looks: readonly { readonly exists: boolean; readonly difference: number }[]): number {
  const cuts = new Set(looks.map(({ difference }) => difference));
  return Math.max(
    ...[...cuts].map(
      (cut) => looks.filter(({ exists, difference }) => difference >= cut === exists).length / looks.length,
    ),
  );
}

const PAIRS = 20_000;

export const attack: Attack = {
  id: 'A8',
  title: 'A parent against its only shown child',
  tried:
    'All categories of a parent but one are hidden, and the shown one is nearly all of it. Whoever sees the two values differ says that somebody is in a hidden sibling. Half of the siblings are empty; the others hold one or two people, and parents publish 30 or more. Then four independent looks at a sibling of none or one, added up and cut at the best place, which no attacker knows. The same is tried on noise that knows the people alone and not the question: there the attack must succeed.',
  noise: ownNoise,
  async run() {
    const random = randomFrom(8);
    const few = () => (random() < 0.5 ? 0 : random() < 0.5 ? 1 : 2);
    const one = () => (random() < 0.5 ? 0 : 1);
    const pairs = drawPairs(random, PAIRS, few);
    const withoutAddress = drawPairs(random, PAIRS, few, () => '');
    const looks = Array.from({ length: PAIRS / 4 }, () => {
      const sibling = one();
      const four = drawPairs(random, 4, () => sibling);
      return {
        exists: sibling > 0,
        difference: four.reduce((sum, { parent, child }) => sum + parent - child, 0),
      };
    });
    const larger = [3, 4, 5, 6, 7].map((size) => {
      const drawn = drawPairs(random, 2000, () => (random() < 0.5 ? 0 : size));
      return reported(`the same, a sibling of ${size} or none`, existsGivenDifference(drawn));
    });
    return [
      headline(
        atMost('P(sibling exists | values differ), 0 against 1 or 2', existsGivenDifference(pairs), 0.6),
      ),
      headline(atMost('share told rightly from four looks, 0 against 1', toldRightly(looks), 0.65)),
      ...larger,
      unprotected(
        atLeast(
          'the same with noise keyed on the people alone',
          existsGivenDifference(withoutAddress),
          0.999,
        ),
      ),
      atLeast(
        'pairs whose values differ',
        pairs.filter(({ parent, child }) => parent !== child).length,
        1000,
      ),
    ];
  },
};
