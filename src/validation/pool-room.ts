/** Bodies of so many bytes and less are checked in the service's own thread, which takes milliseconds. */
export const SMALL_BYTES = 64 * 1024;
/** How much less may come packed: it may unpack to two hundred times as much. */
export const PACKED_SHARE = 1 / 32;
/** How many large returns one worker holds. */
export const PLACES_PER_WORKER = 16;
/** How many large returns may wait for a place. */
export const WAITING_AT_MOST = 256;

/** What one owner may have of places, and of room to wait; and what is left to those who have none yet. */
const OWNER_SHARE = 1 / 4;

/** How many of all one owner may have. */
export function shareOf(all: number): number {
  return Math.max(1, Math.floor(all * OWNER_SHARE));
}

/**
 * Whether an owner may have one more: a quarter of all, but of the last quarter only a first one, so that however many
 * others hold their share, whoever holds nothing finds room.
 *
 * @param own - How many it has.
 * @param taken - How many all have.
 */
export function mayHaveOneMore(own: number, taken: number, all: number): boolean {
  return own === 0 ? taken < all : own < shareOf(all) && taken < all - Math.floor(all * OWNER_SHARE);
}

/** How many large returns a service with so many workers checks at once, and how many may wait. */
export function roomFor(workers: number) {
  const places = workers * PLACES_PER_WORKER;
  return {
    atOnce: places,
    atOnceOfOwner: shareOf(places),
    waiting: WAITING_AT_MOST,
    waitingOfOwner: shareOf(WAITING_AT_MOST),
  };
}
