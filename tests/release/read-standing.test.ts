import { afterAll, beforeAll, expect, it } from 'vitest';
import { readStanding } from '../../src/release/read-standing.ts';
import { drawWales } from '../support/draw-wales.ts';
import { openReleaseHouse, type ReleaseHouse } from '../support/published-wales.ts';

let house: ReleaseHouse;

beforeAll(async () => {
  house = await openReleaseHouse();
  await house.accept(drawWales({}).slice(0, 1));
}, 120_000);
afterAll(() => house?.close());

it('reads all collections as they were at one moment, however often tables move between them', async () => {
  const { pool, db } = house.open;
  const standing = await readStanding(db, 'returns');
  expect(standing.accepted.length).toBeGreaterThan(0);

  let isReading = true;
  let moves = 0;
  const move = async () => {
    while (isReading) {
      await pool.query(
        `update standing_tables set collection = case collection when 'returns' then 'returns_gp_codes' else 'returns' end`,
      );
      moves += 1;
    }
  };
  const moving = move();
  const seen = new Set<number>();
  for (let time = 0; time < 300; time += 1) {
    const { accepted, elsewhere } = await readStanding(db, 'returns');
    seen.add(accepted.length + elsewhere.length);
  }
  isReading = false;
  await moving;
  expect(moves).toBeGreaterThan(20);
  expect([...seen]).toEqual([standing.accepted.length]);
});
