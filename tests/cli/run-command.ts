import type { DatabaseCommandContext } from '../../src/cli/database-command.ts';
import type { Language } from '../../src/standard/text.ts';
import type { Database } from '../../src/store/database.ts';

type Command = (argv: readonly string[], context: DatabaseCommandContext) => Promise<number>;

/** Runs a command as `main.ts` does and collects what it writes. */
export async function run(
  command: Command,
  db: Database,
  argv: readonly string[],
  language: Language = 'en',
) {
  const written = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const exitCode = await command(argv, { db, stdout: sink('stdout'), stderr: sink('stderr'), language });
  return { exitCode, ...written };
}
