import { parseArgs } from 'node:util';
import type { Language, Text } from '../standard/text.ts';
import {
  type ApiKey,
  createApiKey,
  listApiKeys,
  revokeApiKey,
  rotateApiKey,
} from '../store/api-keys-repository.ts';
import { recordAudit } from '../store/audit-log.ts';
import { API_KEY_SCOPES } from '../store/stored-values.ts';
import { actingUser } from './acting-user.ts';
import { type DatabaseCommandContext, DONE, REFUSED, runCommand, UsageError } from './database-command.ts';
import { readDays, readExpiry, readOrganisation, readScopes } from './key-options.ts';

export const KEYS_USAGE: Text = {
  en: [
    'Usage:',
    '  spcd keys create --organisation CODE [--expires YYYY-MM-DD] [--scopes submit,read_own] [--sandbox] [--json]',
    '  spcd keys list [--json]',
    '  spcd keys rotate KEY_ID [--overlap DAYS] [--expires YYYY-MM-DD] [--json]',
    '  spcd keys revoke KEY_ID [--json]',
  ].join('\n'),
  cy: [
    'Defnydd:',
    '  spcd keys create --organisation COD [--expires BBBB-MM-DD] [--scopes submit,read_own] [--sandbox] [--json]',
    '  spcd keys list [--json]',
    '  spcd keys rotate ID_ALLWEDD [--overlap DYDDIAU] [--expires BBBB-MM-DD] [--json]',
    '  spcd keys revoke ID_ALLWEDD [--json]',
  ].join('\n'),
};

/**
 * `spcd keys`: makes, lists, replaces and revokes the keys with which organisations submit returns.
 *
 * @returns The exit code: 0 done, 1 no such key, 2 a command line that cannot be followed.
 */
export async function keysCommand(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  const [action, ...rest] = argv;
  return runCommand(context, KEYS_USAGE, async () => {
    if (action === 'create') return create(rest, context);
    if (action === 'list') return list(rest, context);
    if (action === 'rotate') return rotate(rest, context);
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
      sandbox: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const now = new Date();
  const wanted = {
    organisation: readOrganisation(values.organisation),
    scopes: readScopes(values.scopes),
    expires_at: readExpiry(values.expires, now),
    sandbox: values.sandbox,
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

async function rotate(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      overlap: { type: 'string', default: '14' },
      expires: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const now = new Date();
  const key_id = readKeyId(positionals);
  const ends_at = new Date(now.getTime() + readDays(values.overlap) * 86_400_000);
  const expires_at = readExpiry(values.expires, now);
  const rotated = await context.db.transaction(async (transaction) => {
    const made = await rotateApiKey(transaction, key_id, { ends_at, expires_at, now });
    if (made === null) return null;
    await recordAudit(
      transaction,
      { ...changeBy(now, made.old), action: 'key_rotated' },
      { ...changeBy(now, made.key), action: 'key_created' },
    );
    return made;
  });
  if (rotated === null) {
    context.stderr.write(`${NO_KEY_TO_ROTATE[context.language]} ${key_id}\n`);
    return REFUSED;
  }
  const { old, key, presented } = rotated;
  if (values.json) {
    context.stdout.write(`${JSON.stringify({ ...key, key: presented, replaces: old })}\n`);
    return DONE;
  }
  context.stdout.write(`${wordsOfNewKey(key, presented)[context.language]}\n`);
  context.stdout.write(`${wordsOfOldKey(old, now)[context.language]}\n`);
  return DONE;
}

async function revoke(argv: readonly string[], context: DatabaseCommandContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const key_id = readKeyId(positionals);
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

function readKeyId([key_id, ...others]: readonly string[]): string {
  if (key_id !== undefined && others.length === 0) return key_id;
  throw new UsageError({ en: 'Name one key by its id.', cy: 'Enwch un allwedd wrth ei id.' });
}

function changeBy(at: Date, { key_id, organisation }: ApiKey) {
  return { at, actor: actingUser(), organisation, subject: key_id };
}

const NO_KEYS: Text = { en: 'There are no keys.', cy: 'Nid oes allweddi.' };
const NO_KEY_TO_ROTATE: Text = {
  en: 'There is no key that works with the id',
  cy: "Nid oes allwedd sy'n gweithio â'r id",
};
const NO_SUCH_KEY: Text = { en: 'There is no key with the id', cy: "Nid oes allwedd â'r id" };

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

function wordsOfOldKey({ key_id, expires_at }: ApiKey, now: Date): Text {
  const end = expires_at?.toISOString();
  if (expires_at !== null && expires_at <= now) {
    return {
      en: `Key ${key_id}, which it replaces, works no more.`,
      cy: `Nid yw allwedd ${key_id}, y mae'n cymryd ei lle, yn gweithio mwyach.`,
    };
  }
  return {
    en: `Key ${key_id}, which it replaces, works until ${end}.`,
    cy: `Mae allwedd ${key_id}, y mae'n cymryd ei lle, yn gweithio tan ${end}.`,
  };
}

/** One key on one line: id, organisation, scopes, and what has become of it. */
function lineOf(key: ApiKey, language: Language): string {
  const day = (moment: Date) => moment.toISOString().slice(0, 10);
  const facts: Text[] = [{ en: `made ${day(key.created_at)}`, cy: `gwnaed ${day(key.created_at)}` }];
  if (key.sandbox) facts.unshift({ en: 'sandbox', cy: 'blwch tywod' });
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
