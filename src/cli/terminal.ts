import type { Language } from '../standard/text.ts';

/** What a command is started with: the streams, the environment and the folder of whoever typed it. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workingFolder: string;
  readonly language: Language;
}

/** The terminal of this process. Node opens a stream when it is first asked for, so those that may not be used wait. */
export function processTerminal(): Terminal {
  const { stdout, env } = process;
  const stdin = { [Symbol.asyncIterator]: () => process.stdin[Symbol.asyncIterator]() };
  const stderr = { write: (text: string) => process.stderr.write(text) };
  // Whoever read our words has gone, as `head` does when it has enough: that is no failure of ours.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
  return { stdin, stdout, stderr, environment: env, workingFolder: process.cwd(), language: languageIn(env) };
}

/** Welsh where the system is set to Welsh, in the order that POSIX gives its variables; else English. */
function languageIn(environment: Terminal['environment']): Language {
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return locale.toLowerCase().startsWith('cy') ? 'cy' : 'en';
}
