import { parseArgs } from 'node:util';
import { withdrawRelease } from '../release/withdraw-release.ts';
import {
  RELEASE_WITHDRAWAL_REASONS,
  type ReleaseWithdrawalReason,
} from '../standard/release-withdrawal-reasons.ts';
import type { Language, Text } from '../standard/text.ts';
import type { AuditEntry } from '../store/audit-log.ts';
import { actingUser } from './acting-user.ts';
import { DONE, type TextSink, UsageError } from './database-command.ts';
import { oneRelease } from './publish-release.ts';
import { runReleaseCommand } from './release-usage.ts';

export interface WithdrawReleaseContext {
  readonly stdout: TextSink;
  readonly stderr: TextSink;
  readonly language: Language;
  readonly archiveDir: string;
  readonly now: Date;
  /** Writes to the audit log; null where this process has no database. */
  readonly record: ((entry: AuditEntry) => Promise<void>) | null;
}

/**
 * `spcd release withdraw`: takes a published release back. It needs the archive alone: a database that is away keeps
 * nobody from withdrawing, and is told of afterwards.
 *
 * @returns The exit code: 0 done, 1 no such release is published, 2 a command line that cannot be followed.
 */
export async function withdrawReleaseCommand(
  argv: readonly string[],
  context: WithdrawReleaseContext,
): Promise<number> {
  return runReleaseCommand(context, async () => {
    const { stdout, stderr, language, archiveDir, now, record } = context;
    const { positionals, values } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { reason: { type: 'string' } },
    });
    const release = oneRelease(positionals);
    const reason = readReason(values.reason);
    const notice = await withdrawRelease(archiveDir, release, reason, now);
    stdout.write(`${notice.text[language]}\n`);
    try {
      await record?.({ at: now, actor: actingUser(), action: 'release_withdrawn', subject: release });
    } catch (error) {
      stderr.write(`${notRecorded(release, error)[language]}\n`);
    }
    return DONE;
  });
}

function readReason(given: string | undefined): ReleaseWithdrawalReason {
  const known = RELEASE_WITHDRAWAL_REASONS.find(({ code }) => code === given);
  if (known) return known.code;
  const choices = RELEASE_WITHDRAWAL_REASONS.map(({ code }) => code).join(', ');
  throw new UsageError({
    en: `--reason takes one of: ${choices}.`,
    cy: `Mae --reason yn cymryd un o: ${choices}.`,
  });
}

function notRecorded(release: string, error: unknown): Text {
  const why = error instanceof Error ? error.message : String(error);
  return {
    en: `${release} is withdrawn, but that could not be written to the audit log: ${why}`,
    cy: `Mae ${release} wedi'i dynnu'n ôl, ond ni ellid ysgrifennu hynny yn y cofnod archwilio: ${why}`,
  };
}
