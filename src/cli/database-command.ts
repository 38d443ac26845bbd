import type { Language, Text } from '../standard/text.ts';
import type { Database } from '../store/database.ts';
import { CannotRun } from './cannot-run.ts';
import { isMisuse, wordsOfMisuse } from './words-of-misuse.ts';

/** Where a command writes: `process.stdout`, or a test's list of lines. */
export interface TextSink {
  write(text: string): unknown;
}

/** What a command that works on the database is given. */
export interface DatabaseCommandContext {
  readonly db: Database;
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly language: Language;
}

/** Exit codes of every command: done, refused because of what was found, misused. */
export const DONE = 0;
export const REFUSED = 1;
export const MISUSED = 2;

/** A command line that cannot be followed; its words are shown, then the usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly text: Text;

  constructor(text: Text) {
    super(text.en);
    this.text = text;
  }
}

/**
 * Runs a command and turns a misused command line into words, the usage and exit code 2; what it cannot do, into its own
 * words and the same code.
 *
 * Every other failure is passed on: whoever started the command reports it.
 */
export async function runCommand(
  context: Pick<DatabaseCommandContext, 'stderr' | 'language'>,
  usage: Text,
  run: () => Promise<number>,
): Promise<number> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof CannotRun) {
      context.stderr.write(`${error.text[context.language]}\n`);
      return MISUSED;
    }
    const words = wordsFor(error, context.language);
    if (words === null) throw error;
    context.stderr.write(`${words}\n\n${usage[context.language]}\n`);
    return MISUSED;
  }
}

function wordsFor(error: unknown, language: Language): string | null {
  if (error instanceof UsageError) return error.text[language];
  return isMisuse(error) ? wordsOfMisuse(error)[language] : null;
}
