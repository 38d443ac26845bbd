import { expect, it } from 'vitest';
import { beginTurn, nextTurn } from '../../src/query/give-way.ts';

it('gives one turn in each round of the event loop, first come first served', async () => {
  const told: string[] = [];
  const rounds = (async () => {
    for (let round = 1; round <= 3; round += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      told.push(`round ${round}`);
    }
  })();
  const turns = ['first', 'second', 'third'].map(async (name) => {
    await nextTurn();
    told.push(name);
  });
  await Promise.all([rounds, ...turns]);
  expect(told).toEqual(['round 1', 'first', 'round 2', 'second', 'round 3', 'third']);
});

it('goes on after a time in which nobody waited', async () => {
  await nextTurn();
  await new Promise((resolve) => setImmediate(resolve));
  await nextTurn();
});

it('gives way only where a turn is over', async () => {
  const giveWay = await beginTurn();
  expect(giveWay()).toBeUndefined();
  const until = performance.now() + 10;
  while (performance.now() < until);
  const waiting = giveWay();
  expect(waiting).toBeInstanceOf(Promise);
  await waiting;
});
