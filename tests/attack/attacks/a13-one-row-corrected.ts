import { createHash } from 'node:crypto';
import { addressOf } from '../../../src/disclosure/addresses.ts';
import { cellDigest, firstUint32, rowKey } from '../../../src/disclosure/keys.ts';
import { publishCount } from '../../../src/disclosure/publish.ts';
import { TABLES } from '../../../src/standard/generated/tables.ts';
import type { FieldDescription } from '../../../src/standard/table-description.ts';
import { randomFrom } from '../../support/draw-wales.ts';
import { TEST_KEYS } from '../../support/test-keys.ts';
import { type Attack, atLeast, atMost, headline, ownNoise, reported, unprotected } from '../attack.ts';
import { type LeafCube, leafCube } from '../methods/leaf-cube.ts';

/** What a made board returns for a quarter: its people in Powys by age, sex and fifth. */
const CUBE: LeafCube = leafCube({
  table: 'profiles',
  selectors: { population: 'supported', deprivation_index: 'wimd_2019' },
  figure: 'people',
  period: '2026-Q1',
  within: 'W11000024',
  areas: (token) => token === 'W06000023',
  areaLevels: ['health_board'],
  dimensions: [
    { name: 'age_band', level: 'age_group' },
    { name: 'sex', level: null },
    { name: 'deprivation_quintile', level: null },
  ],
});

const PEOPLE = TABLES.profiles.fields.find(({ name }) => name === 'people') as FieldDescription;

/** The keys of the rows of one content of a return: any change gives another digest, and so every row another key. */
function keysOf(counts: readonly number[], digest: string): number[] {
  return counts.map((count, leaf) =>
    rowKey(TEST_KEYS.recordKey, {
      table: 'profiles',
      measure: 'people',
      table_digest: digest,
      fields: (CUBE.leaves[leaf] as readonly number[]).map(String),
      count,
    }),
  );
}

/** What each cell of the cube publishes, by the functions that publish real ones. */
function publish(counts: readonly number[], keys: readonly number[]): (number | null)[] {
  return CUBE.cells.map(({ at, leaves }) => {
    const rows = leaves.filter((leaf) => (counts[leaf] as number) > 0);
    const n = rows.reduce((sum, leaf) => sum + (counts[leaf] as number), 0);
    if (n < 8) return null;
    const sum = rows.reduce((total, leaf) => (total + (keys[leaf] as number)) % 2 ** 32, 0);
    const digest = cellDigest(TEST_KEYS.cellKey, 'count:people', addressOf(at.place, PEOPLE), sum);
    return publishCount(n, firstUint32(digest));
  });
}

interface Changes {
  /** Of the cells shown before, that hold the corrected row: how many there are, and how many changed. */
  readonly holding: { cells: number; changed: number };
  readonly others: { cells: number; changed: number };
}

/** @param digestOf - The digest of a content; one that never changes is what stable keys of rows would be. */
function correct(
  random: () => number,
  trials: number,
  digestOf: (counts: readonly number[]) => string,
): Changes {
  const changes: Changes = { holding: { cells: 0, changed: 0 }, others: { cells: 0, changed: 0 } };
  for (let trial = 0; trial < trials; trial++) {
    const before = CUBE.leaves.map(() => (random() < 0.4 ? Math.floor(12 * random() ** 2) : 0));
    const filled = before.flatMap((count, leaf) => (count > 0 ? [leaf] : []));
    const corrected = filled[Math.floor(random() * filled.length)] as number;
    const after = before.map((count, leaf) => (leaf === corrected ? count + 1 : count));
    const first = publish(before, keysOf(before, digestOf(before)));
    const second = publish(after, keysOf(after, digestOf(after)));
    CUBE.cells.forEach(({ leaves }, cell) => {
      if (first[cell] === null) return;
      const side = leaves.includes(corrected) ? changes.holding : changes.others;
      side.cells += 1;
      if (first[cell] !== second[cell]) side.changed += 1;
    });
  }
  return changes;
}

function shareChanged({ cells, changed }: Changes['holding']): number {
  return changed / cells;
}

function shareHolding({ holding, others }: Changes): number {
  return holding.changed / (holding.changed + others.changed);
}

export const attack: Attack = {
  id: 'A13',
  title: 'Which figures a correction changes',
  tried:
    'A board corrects one row by one person and a second release is published. The attacker looks which figures changed, to learn which row was corrected. Row keys come from the content of the whole table, so that every figure of the board may change. The same is tried with keys of rows that stay when other rows change.',
  noise: ownNoise,
  async run({ country }) {
    const random = randomFrom(13);
    const trials = country.plan.size === 'whole' ? 1500 : 300;
    const digest = (counts: readonly number[]) =>
      createHash('sha256').update(JSON.stringify(counts)).digest('hex');
    const ours = correct(random, trials, digest);
    const stable = correct(random, trials / 3, () => 'always the same');
    return [
      atLeast('figures that hold the corrected row', ours.holding.cells, 1000),
      // One person more moves a rounded figure now and then by itself; beyond that nothing may point at the row.
      headline(
        atMost(
          'share of figures changed: of those that hold the row, above those that do not',
          shareChanged(ours.holding) - shareChanged(ours.others),
          0.05,
        ),
      ),
      unprotected(
        reported(
          'the same if keys of rows stayed',
          shareChanged(stable.holding) - shareChanged(stable.others),
        ),
      ),
      atLeast('share of all other figures changed', shareChanged(ours.others), 0.3),
      reported('of the figures that changed, the share that hold the row', shareHolding(ours)),
      atLeast('the share that hold the row if keys of rows stayed', shareHolding(stable), 0.999),
    ];
  },
};
