/** More than this many entries would come near the most a Set can hold. */
const MAXIMUM_SET = 8_000_000;

/**
 * Remembers keys exactly. `isNew` says whether a key was not seen before, and remembers it.
 */
export interface DistinctKeys<Key> {
  isNew(key: Key): boolean;
}

/** Remembers keys that are texts. Where a table's codes allow it its keys are numbers: see `distinctNumbers`. */
export function distinctTexts(maximumSet = MAXIMUM_SET): DistinctKeys<string> {
  const full: Set<string>[] = [];
  let current = new Set<string>();
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
