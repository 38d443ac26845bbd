import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openPlaces } from '../../src/archive/places.ts';

/** A task that ends when it is told to. */
function heldTask() {
  let end = () => {};
  const isOver = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { task: () => isOver, end };
}

const LONG = 3_600_000;

it('begins what waits in the order in which it came, as places come free', async () => {
  const take = openPlaces({ places: 2, waiting: 10, waitMs: LONG });
  const begun: number[] = [];
  const held = Array.from({ length: 5 }, heldTask);
  const taken = held.map(({ task }, number) =>
    take(() => {
      begun.push(number);
      return task();
    }),
  );
  await turn();
  expect(begun).toEqual([0, 1]);
  held[1]?.end();
  await turn();
  expect(begun).toEqual([0, 1, 2]);
  for (const { end } of held) end();
  await Promise.all(taken);
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

it('refuses what comes when as many wait as may, and does not begin it', async () => {
  const take = openPlaces({ places: 1, waiting: 1, waitMs: LONG });
  const held = [heldTask(), heldTask()] as const;
  const taken = held.map(({ task }) => take(task));
  let isBegun = false;
  const refused = take(async () => {
    isBegun = true;
  });
  await expect(refused).rejects.toMatchObject({ code: 'UNAVAILABLE', headers: { 'retry-after': '2' } });
  for (const { end } of held) end();
  await Promise.all(taken);
  expect(isBegun).toBe(false);
  await expect(take(async () => 'again')).resolves.toBe('again');
});

it('lets nothing wait without end, and loses no place by it', async () => {
  const take = openPlaces({ places: 1, waiting: 5, waitMs: 10 });
  const first = heldTask();
  const taken = take(first.task);
  await expect(take(async () => 'late')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  first.end();
  await taken;
  await expect(Promise.all([take(async () => 1), take(async () => 2)])).resolves.toEqual([1, 2]);
});

it('frees the place of a task that fails', async () => {
  const take = openPlaces({ places: 1, waiting: 0, waitMs: LONG });
  for (let time = 0; time < 3; time += 1) {
    await expect(take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  }
  await expect(take(async () => 'whole')).resolves.toBe('whole');
});
