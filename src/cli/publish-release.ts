import { parseArgs } from 'node:util';
import { checkReleaseId } from '../release/name-release.ts';
import { publishRelease } from '../release/publish-release.ts';
import type { Text } from '../standard/text.ts';
import { recordAudit } from '../store/audit-log.ts';
import { actingUser } from './acting-user.ts';
import { DONE, UsageError } from './database-command.ts';
import type { ReleaseCommandContext } from './release.ts';

/** `spcd release publish`: makes a built release public. */
export async function publishReleaseCommand(
  argv: readonly string[],
  { db, folders, now, stdout, language }: ReleaseCommandContext,
): Promise<number> {
  const release = oneRelease(parseArgs({ args: [...argv], allowPositionals: true, options: {} }).positionals);
  const entry = { at: now, actor: actingUser(), action: 'release_published', subject: release } as const;
  await publishRelease(folders, release, now, () => recordAudit(db, entry));
  const done: Text = { en: `Published ${release}.`, cy: `Cyhoeddwyd ${release}.` };
  stdout.write(`${done[language]}\n`);
  return DONE;
}

/** @throws {UsageError} If not one release was named; ReleaseRefused, if the name can be none. */
export function oneRelease(positionals: readonly string[]): string {
  const [release, ...others] = positionals;
  if (release === undefined || others.length > 0) {
    throw new UsageError({ en: 'Name one release.', cy: 'Enwch un datganiad.' });
  }
  checkReleaseId(release);
  return release;
}
