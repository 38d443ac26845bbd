import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import { API_KEY_SCOPES, type ApiKeyScope } from '../store/stored-values.ts';
import { UsageError } from './database-command.ts';

/** A code of the list of organisations. */
export function readOrganisation(given: string | undefined): string {
  const known = CODE_LISTS.organisations.codes.map((organisation) => organisation.code);
  if (given !== undefined && known.includes(given)) return given;
  throw new UsageError({
    en: `--organisation takes one code of the list of organisations: ${known.join(', ')}.`,
    cy: `Mae --organisation yn cymryd un cod o restr y sefydliadau: ${known.join(', ')}.`,
  });
}

/** Scopes with commas between. */
export function readScopes(given: string): ApiKeyScope[] {
  const scopes = API_KEY_SCOPES.filter((scope) => given.split(',').includes(scope));
  if (scopes.length > 0 && scopes.length === new Set(given.split(',')).size) return scopes;
  throw new UsageError({
    en: `--scopes takes one or more of ${API_KEY_SCOPES.join(', ')}, with commas between.`,
    cy: `Mae --scopes yn cymryd un neu fwy o ${API_KEY_SCOPES.join(', ')}, gyda chomas rhyngddynt.`,
  });
}

/** The moment after the last day on which a key works, in UTC. */
export function readExpiry(lastDay: string | undefined, now: Date): Date | null {
  if (lastDay === undefined) return null;
  const end = /^\d{4}-\d{2}-\d{2}$/.test(lastDay) ? new Date(`${lastDay}T00:00:00Z`) : new Date(Number.NaN);
  // 30 February would otherwise be read as 2 March.
  const isDay = !Number.isNaN(end.getTime()) && end.toISOString().startsWith(lastDay);
  end.setUTCDate(end.getUTCDate() + 1);
  if (isDay && end > now) return end;
  throw new UsageError({
    en: '--expires takes the last day on which the key works, today or later: 2027-03-31.',
    cy: "Mae --expires yn cymryd y diwrnod olaf y mae'r allwedd yn gweithio, heddiw neu'n hwyrach: 2027-03-31.",
  });
}

/** A number of whole days, up to a year. */
export function readDays(given: string): number {
  if (/^\d{1,3}$/.test(given) && Number(given) <= 366) return Number(given);
  throw new UsageError({
    en: '--overlap takes whole days, from 0 to 366.',
    cy: 'Mae --overlap yn cymryd diwrnodau cyfan, o 0 i 366.',
  });
}
