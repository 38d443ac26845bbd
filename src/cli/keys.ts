import { parseArgs } from 'node:util';
import { CODE_LISTS } from '../standard/generated/code-lists.ts';
import type { Language, Text } from '../standard/text.ts';
import { type ApiKey, createApiKey, listApiKeys, revokeApiKey } from '../store/api-keys-repository.ts';
import { recordAudit } from '../store/audit-log.ts';
import { API_KEY_SCOPES, type ApiKeyScope } from '../store/stored-values.ts';
import { actingUser } from './acting-user.ts';
import { type DatabaseCommandContext, DONE, REFUSED, runCommand, UsageError } from './database-command.ts';

const USAGE: Text = {
  en: [
    'Usage:',
    '  spcd keys create --organisation CODE [--expires YYYY-MM-DD] [--scopes submit,read_own] [--json]',
    '  spcd keys list [--json]',
    '  spcd keys revoke KEY_ID [--json]',
  ].join('\n'),
  cy: [
    'Defnydd:',
    '  spcd keys create --organisation COD [--expires BBBB-MM-DD] [--scopes submit,read_own] [--json]',
    '  spcd keys list [--json]',
    '  spcd keys revoke ID_ALLWEDD [--json]',
  ].join('\n'),
};

/**
 * `spcd keys`: makes, lists and revokes the keys with which organisations submit returns.
 *
 * @returns The exit code: 0 done, 1 no such key, 2 a command line that cannot be followed.
 */
export async function keysCommand(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  const [action, ...rest] = argv;
  return runCommand(context, USAGE, async () => {
    if (action === 'create') return create(rest, context);
    if (action === 'list') return list(rest, context);
    if (action === 'revoke') return revoke(rest, context);
    throw new UsageError({ en: 'Say what to do with keys.', cy: "Dywedwch beth i'w wneud ag allweddi." });
  });
}

async function create(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      organisation: { type: 'string' },
      expires: { type: 'string' },
      scopes: { type: 'string', default: API_KEY_SCOPES.join(',') },
      json: { type: 'boolean', default: false },
    },
  });
  const now = new Date();
  const wanted = {
    organisation: readOrganisation(values.organisation),
    scopes: readScopes(values.scopes),
    expires_at: readExpiry(values.expires, now),
    now,
  };
  const { key, presented } = await context.db.transaction(async (transaction) => {
    const made = await createApiKey(transaction, wanted);
    await recordAudit(transaction, { ...changeBy(now, made.key), action: 'key_created' });
    return made;
  });
  if (values.json) context.stdout.write(`${JSON.stringify({ ...key, key: presented })}\n`);
  else context.stdout.write(`${wordsOfNewKey(key, presented)[context.language]}\n`);
  return DONE;
}

async function list(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { json: { type: 'boolean', default: false } },
  });
  const keys = await listApiKeys(context.db);
  if (values.json) context.stdout.write(`${JSON.stringify(keys)}\n`);
  else if (keys.length === 0) context.stdout.write(`${NO_KEYS[context.language]}\n`);
  else for (const key of keys) context.stdout.write(`${lineOf(key, context.language)}\n`);
  return DONE;
}

async function revoke(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [key_id, ...others] = positionals;
  if (key_id === undefined || others.length > 0) {
    throw new UsageError({ en: 'Name one key by its id.', cy: 'Enwch un allwedd wrth ei id.' });
  }
  const now = new Date();
  const key = await context.db.transaction(async (transaction) => {
    const revoked = await revokeApiKey(transaction, key_id, now);
    // Revoking again changes nothing.
    if (revoked?.revoked_at?.getTime() === now.getTime()) {
      await recordAudit(transaction, { ...changeBy(now, revoked), action: 'key_revoked' });
    }
    return revoked;
  });
  if (key === null) {
    context.stderr.write(`${NO_SUCH_KEY[context.language]} ${key_id}\n`);
    return REFUSED;
  }
  context.stdout.write(values.json ? `${JSON.stringify(key)}\n` : `${lineOf(key, context.language)}\n`);
  return DONE;
}

function changeBy(at: Date, { key_id, organisation }: ApiKey) {
  return { at, actor: actingUser(), organisation, subject: key_id };
}

const NO_KEYS: Text = { en: 'There are no keys.', cy: 'Nid oes allweddi.' };
const NO_SUCH_KEY: Text = { en: 'There is no key with the id', cy: "Nid oes allwedd â'r id" };

function readOrganisation(given: string | undefined): string {
  const known = CODE_LISTS.organisations.codes.map((organisation) => organisation.code);
  if (given !== undefined && known.includes(given)) return given;
  throw new UsageError({
    en: `--organisation takes one code of the list of organisations: ${known.join(', ')}.`,
    cy: `Mae --organisation yn cymryd un cod o restr y sefydliadau: ${known.join(', ')}.`,
  });
}

function readScopes(given: string): ApiKeyScope[] {
  const scopes = API_KEY_SCOPES.filter((scope) => given.split(',').includes(scope));
  if (scopes.length > 0 && scopes.length === new Set(given.split(',')).size) return scopes;
  throw new UsageError({
    en: `--scopes takes one or more of ${API_KEY_SCOPES.join(', ')}, with commas between.`,
    cy: `Mae --scopes yn cymryd un neu fwy o ${API_KEY_SCOPES.join(', ')}, gyda chomas rhyngddynt.`,
  });
}

/** The moment after the last day on which a key works, in UTC. */
function readExpiry(lastDay: string | undefined, now: Date): Date | null {
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

function wordsOfNewKey(key: ApiKey, presented: string): Text {
  const example = `curl -H 'Authorization: Bearer ${presented}' …/v1/me`;
  return {
    en: [
      `Key ${key.key_id} for ${key.organisation}. This is the only time that it is shown:`,
      '',
      `  ${presented}`,
      '',
      'Keep it as you keep a password. Send it with every request:',
      `  ${example}`,
      `To end it: spcd keys revoke ${key.key_id}`,
    ].join('\n'),
    cy: [
      `Allwedd ${key.key_id} ar gyfer ${key.organisation}. Dyma'r unig dro y caiff ei dangos:`,
      '',
      `  ${presented}`,
      '',
      'Cadwch hi fel y cadwch gyfrinair. Anfonwch hi gyda phob cais:',
      `  ${example}`,
      `I ddod â hi i ben: spcd keys revoke ${key.key_id}`,
    ].join('\n'),
  };
}

/** One key on one line: id, organisation, scopes, and what has become of it. */
function lineOf(key: ApiKey, language: Language): string {
  const day = (moment: Date) => moment.toISOString().slice(0, 10);
  const facts: Text[] = [{ en: `made ${day(key.created_at)}`, cy: `gwnaed ${day(key.created_at)}` }];
  if (key.expires_at) {
    const lastDay = day(new Date(key.expires_at.getTime() - 1));
    facts.push({ en: `last day ${lastDay}`, cy: `diwrnod olaf ${lastDay}` });
  }
  if (key.revoked_at) {
    facts.push({ en: `revoked ${day(key.revoked_at)}`, cy: `dirymwyd ${day(key.revoked_at)}` });
  }
  facts.push(
    key.last_used_at
      ? { en: `last used ${day(key.last_used_at)}`, cy: `defnyddiwyd ddiwethaf ${day(key.last_used_at)}` }
      : { en: 'never used', cy: 'heb ei defnyddio' },
  );
  const words = facts.map((fact) => fact[language]).join(', ');
  return `${key.key_id}  ${key.organisation}  ${key.scopes.join(',')}  ${words}`;
}
