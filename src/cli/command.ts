import type { Text } from '../standard/text.ts';
import type { Terminal } from './terminal.ts';

export interface Command {
  readonly summary: Text;
  /** @returns The exit code. */
  run(argv: readonly string[], terminal: Terminal): Promise<number>;
}
