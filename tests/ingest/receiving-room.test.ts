import { expect, it } from 'vitest';
import { createReceivingRoom } from '../../src/ingest/receiving-room.ts';
import { SMALL_BYTES } from '../../src/validation/pool-room.ts';

it('counts the bytes of all that arrive, and of one owner by themselves, until they end', () => {
  const room = createReceivingRoom();
  const [one, other, stranger] = [room.begin('1', 'a'), room.begin('2', 'a'), room.begin('3', 'b')];
  for (const [bytes, arrival] of [one, other, stranger].entries()) arrival.add(bytes + 1);
  expect([room.bytes(), one.ownBytes(), stranger.ownBytes()]).toEqual([6, 3, 3]);
  other.end();
  expect([room.bytes(), one.ownBytes()]).toEqual([4, 1]);
});

it('names those that came before of the same owner, once they take room on the disk', () => {
  const room = createReceivingRoom();
  const first = room.begin('1', 'a');
  const stranger = room.begin('2', 'b');
  const last = room.begin('3', 'a');
  for (const arrival of [first, stranger]) arrival.add(SMALL_BYTES);
  expect(last.earlier()).toEqual([]);
  for (const arrival of [first, stranger, last]) arrival.add(SMALL_BYTES);
  expect(last.earlier()).toEqual(['1']);
  expect(first.earlier()).toEqual([]);
  first.end();
  expect(last.earlier()).toEqual([]);
});
