/** More than this many entries would come near the most a Set can hold. */
const MAXIMUM_SET = 8_000_000;

/**
 * Remembers keys exactly. `isNew` says whether a key was not seen before, and remembers it.
 */
export interface DistinctKeys<Key> {
  isNew(key: Key): boolean;
}

/** Keys as numbers below 2^53 where a table's codes allow it, else as text: a number takes a third of the memory. */
export function distinctKeys<Key extends number | string>(maximumSet = MAXIMUM_SET): DistinctKeys<Key> {
  const full: Set<Key>[] = [];
  let current = new Set<Key>();
  return {
    isNew(key) {
      if (current.has(key)) return false;
      for (const set of full) if (set.has(key)) return false;
      if (current.size >= maximumSet) {
        full.push(current);
        current = new Set();
      }
      current.add(key);
      return true;
    },
  };
}
