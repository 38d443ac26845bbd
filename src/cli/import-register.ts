import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Text } from '../standard/text.ts';
import { cannotRead } from './cannot-run.ts';
import { type DatabaseCommandContext, DONE, REFUSED, UsageError } from './database-command.ts';

const NOTHING_SAVED: Text = {
  en: 'Nothing was saved:',
  cy: 'Ni chadwyd dim:',
};

/**
 * Reads the file that a command line names and saves its entries, all or none.
 *
 * @param read - What the file holds, or what is wrong with it.
 * @param save - Says how many entries changed.
 * @param saved - The words of success.
 */
export async function importRegister<Entry>(
  argv: readonly string[],
  { language, stdout, stderr }: DatabaseCommandContext,
  register: {
    read(text: string): { readonly entries: readonly Entry[]; readonly faults: readonly Text[] };
    save(entries: readonly Entry[]): Promise<number>;
    saved(count: number, changed: number): Text;
  },
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [path, ...others] = positionals;
  if (path === undefined || others.length > 0) {
    throw new UsageError({ en: 'Name one file.', cy: 'Enwch un ffeil.' });
  }
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw cannotRead(path, error);
  });
  const { entries, faults } = register.read(text);
  if (faults.length > 0) {
    const words = faults.map((fault) => `  ${fault[language]}`).join('\n');
    if (values.json) stdout.write(`${JSON.stringify({ saved: 0, faults })}\n`);
    else stderr.write(`${NOTHING_SAVED[language]}\n${words}\n`);
    return REFUSED;
  }
  const changed = await register.save(entries);
  const words = register.saved(entries.length, changed);
  stdout.write(
    values.json ? `${JSON.stringify({ saved: entries.length, changed, faults })}\n` : `${words[language]}\n`,
  );
  return DONE;
}
