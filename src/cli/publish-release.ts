import { parseArgs } from 'node:util';
import { publishDue } from '../archive/scheduled.ts';
import { checkReleaseId } from '../release/name-release.ts';
import { publishRelease } from '../release/publish-release.ts';
import { unscheduleRelease } from '../release/unschedule-release.ts';
import { isDay } from '../standard/period.ts';
import type { Text } from '../standard/text.ts';
import { recordAudit } from '../store/audit-log.ts';
import { actingUser } from './acting-user.ts';
import { DONE, UsageError } from './database-command.ts';
import type { ReleaseCommandContext } from './release.ts';

/** `spcd release publish`: makes a built release public, now or at its moment, or every one whose moment has come. */
export async function publishReleaseCommand(
  argv: readonly string[],
  context: ReleaseCommandContext,
): Promise<number> {
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { at: { type: 'string' }, due: { type: 'boolean', default: false } },
  });
  if (values.due) return publishAllDue(context, positionals, values.at);
  const release = oneRelease(positionals);
  const at = values.at === undefined ? undefined : readInstant(values.at);
  const { db, folders, now, stdout, language } = context;
  const action = at === undefined ? 'release_published' : 'release_scheduled';
  await publishRelease(folders, release, now, {
    at,
    beforePublic: () => recordAudit(db, { at: now, actor: actingUser(), action, subject: release }),
  });
  stdout.write(`${wordsOfDone(release, at)[language]}\n`);
  return DONE;
}

/** `spcd release unschedule`: takes a release back before its moment. */
export async function unscheduleReleaseCommand(
  argv: readonly string[],
  { db, folders, now, stdout, language }: ReleaseCommandContext,
): Promise<number> {
  const release = oneRelease(parseArgs({ args: [...argv], allowPositionals: true, options: {} }).positionals);
  await unscheduleRelease(folders, release);
  await recordAudit(db, { at: now, actor: actingUser(), action: 'release_unscheduled', subject: release });
  const done: Text = {
    en: `${release} is no longer scheduled. To publish it after all, build it again.`,
    cy: `Nid yw ${release} wedi'i amserlennu mwyach. I'w gyhoeddi wedi'r cyfan, adeiladwch ef eto.`,
  };
  stdout.write(`${done[language]}\n`);
  return DONE;
}

/** For an archive that no running service may write. */
async function publishAllDue(
  { db, folders, now, stdout, language }: ReleaseCommandContext,
  positionals: readonly string[],
  at: string | undefined,
): Promise<number> {
  if (positionals.length > 0 || at !== undefined) {
    throw new UsageError({ en: '--due goes with nothing else.', cy: 'Nid yw --due yn mynd gyda dim arall.' });
  }
  for (const release of await publishDue(folders.archiveDir, now)) {
    await recordAudit(db, { at: now, actor: actingUser(), action: 'release_published', subject: release });
    stdout.write(`${wordsOfDone(release, undefined)[language]}\n`);
  }
  return DONE;
}

function wordsOfDone(release: string, at: Date | undefined): Text {
  if (at === undefined) return { en: `Published ${release}.`, cy: `Cyhoeddwyd ${release}.` };
  return {
    en: `${release} becomes public at ${at.toISOString()}, and nobody sees anything of it before.`,
    cy: `Bydd ${release} yn gyhoeddus am ${at.toISOString()}, ac ni wêl neb ddim ohono cyn hynny.`,
  };
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/;

/** A moment with its offset from UTC, so that summer time leaves no doubt. */
function readInstant(given: string): Date {
  const [, day] = INSTANT.exec(given) ?? [];
  const at = new Date(given);
  // 30 February would otherwise be read as 2 March.
  if (day !== undefined && isDay(day) && !Number.isNaN(at.getTime())) return at;
  throw new UsageError({
    en: '--at takes a moment with its offset, such as 2026-11-24T09:30:00Z or 2026-07-01T09:30+01:00.',
    cy: "Mae --at yn cymryd eiliad gyda'i gwrthbwys, megis 2026-11-24T09:30:00Z neu 2026-07-01T09:30+01:00.",
  });
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
