import type { Text } from '../standard/text.ts';
import { CannotRun } from './cannot-run.ts';
import { isMisuse, wordsOfMisuse } from './words-of-misuse.ts';

/**
 * Has a command line read.
 *
 * @throws {CannotRun} When it cannot be followed: why, and then the usage.
 */
export function readCommandLine<Line>(usage: Text, read: () => Line): Line {
  try {
    return read();
  } catch (error) {
    if (!isMisuse(error)) throw error;
    const { en, cy } = wordsOfMisuse(error);
    throw new CannotRun({ en: `${en}\n\n${usage.en}`, cy: `${cy}\n\n${usage.cy}` });
  }
}
