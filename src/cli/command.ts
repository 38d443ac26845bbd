import type { Text } from '../standard/text.ts';
import type { Terminal } from './terminal.ts';

export interface Command {
  readonly summary: Text;
  /** What `--help` shows, wherever it stands, before a setting is read or a database opened. Without it, `run` answers. */
  usage?(): Promise<Text>;
  /** @returns The exit code. */
  run(argv: readonly string[], terminal: Terminal): Promise<number>;
}
