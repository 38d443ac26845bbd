import type { Language, Text } from '../standard/text.ts';

const STEPS: Readonly<Record<string, Text>> = {
  rows: { en: 'Tables read and keyed', cy: "Tablau wedi'u darllen a'u hallweddu" },
  periods: { en: 'Periods protected', cy: "Cyfnodau wedi'u diogelu" },
};

/** Milliseconds since any fixed moment. */
export type Clock = () => number;

const PAUSE_MS = 2000;

/**
 * Passes a line on at most every two seconds, so that what is done sooner says nothing.
 *
 * @param clock - The process's own unless given.
 */
export function everyTwoSeconds(
  write: (text: string) => void,
  clock: Clock = () => performance.now(),
): (text: string) => void {
  let last = clock();
  return (text) => {
    const now = clock();
    if (now - last < PAUSE_MS) return;
    last = now;
    write(text);
  };
}

/**
 * Says in words how far the building of a release is.
 *
 * @param what - The name of the step, as the builder gives it; a step without words keeps its name.
 * @example
 * wordsOfProgress(3, 14, 'rows', 'en'); // 'Tables read and keyed: 3 of 14'
 */
export function wordsOfProgress(done: number, total: number, what: string, language: Language): string {
  const of: Text = { en: 'of', cy: 'o' };
  return `${STEPS[what]?.[language] ?? what}: ${done} ${of[language]} ${total}`;
}
