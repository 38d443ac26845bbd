import { parseArgs } from 'node:util';
import type { Language, Text } from '../standard/text.ts';
import { recordAudit } from '../store/audit-log.ts';
import {
  addOauthClient,
  listOauthClients,
  type OauthClient,
  revokeOauthClient,
} from '../store/oauth-clients-repository.ts';
import { API_KEY_SCOPES } from '../store/stored-values.ts';
import { actingUser } from './acting-user.ts';
import { type DatabaseCommandContext, DONE, REFUSED, runCommand, UsageError } from './database-command.ts';
import { readOrganisation, readScopes } from './key-options.ts';

export const CLIENTS_USAGE: Text = {
  en: [
    'Usage:',
    '  spcd clients add CLIENT_ID --organisation CODE [--scopes submit,read_own] [--sandbox] [--issuer URL] [--json]',
    '  spcd clients list [--json]',
    '  spcd clients revoke CLIENT_ID [--issuer URL] [--json]',
    'The issuer is SPCD_OAUTH_ISSUER unless given.',
  ].join('\n'),
  cy: [
    'Defnydd:',
    '  spcd clients add ID_CLEIENT --organisation COD [--scopes submit,read_own] [--sandbox] [--issuer URL] [--json]',
    '  spcd clients list [--json]',
    '  spcd clients revoke ID_CLEIENT [--issuer URL] [--json]',
    "SPCD_OAUTH_ISSUER yw'r cyhoeddwr oni roddir un.",
  ].join('\n'),
};

export interface ClientsContext extends DatabaseCommandContext {
  /** The issuer of the settings; null where there is none. */
  readonly issuer: string | null;
}

/**
 * `spcd clients`: says which clients of an OAuth issuer speak for which organisation.
 *
 * @returns The exit code: 0 done, 1 no such client or one too many, 2 a command line that cannot be followed.
 */
export async function clientsCommand(argv: readonly string[], context: ClientsContext): Promise<number> {
  const [action, ...rest] = argv;
  return runCommand(context, CLIENTS_USAGE, async () => {
    if (action === 'add') return add(rest, context);
    if (action === 'list') return list(rest, context);
    if (action === 'revoke') return revoke(rest, context);
    throw new UsageError({
      en: 'Say what to do with clients.',
      cy: "Dywedwch beth i'w wneud â chleientiaid.",
    });
  });
}

async function add(argv: readonly string[], context: ClientsContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      organisation: { type: 'string' },
      scopes: { type: 'string', default: API_KEY_SCOPES.join(',') },
      sandbox: { type: 'boolean', default: false },
      issuer: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const now = new Date();
  const wanted = {
    issuer: readIssuer(values.issuer, context),
    client_id: readClientId(positionals),
    organisation: readOrganisation(values.organisation),
    scopes: readScopes(values.scopes),
    sandbox: values.sandbox,
    now,
  };
  const client = await context.db.transaction(async (transaction) => {
    const added = await addOauthClient(transaction, wanted);
    if (added) await recordAudit(transaction, { ...changeBy(now, added), action: 'client_added' });
    return added;
  });
  if (client === null) return refuse(context, ALREADY_THERE, wanted.client_id);
  return show(context, client, values.json);
}

async function list(argv: readonly string[], { db, stdout, language }: ClientsContext): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { json: { type: 'boolean', default: false } },
  });
  const clients = await listOauthClients(db);
  if (values.json) stdout.write(`${JSON.stringify(clients)}\n`);
  else if (clients.length === 0) stdout.write(`${NO_CLIENTS[language]}\n`);
  else for (const client of clients) stdout.write(`${lineOf(client, language)}\n`);
  return DONE;
}

async function revoke(argv: readonly string[], context: ClientsContext): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { issuer: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const now = new Date();
  const named = { issuer: readIssuer(values.issuer, context), client_id: readClientId(positionals) };
  const client = await context.db.transaction(async (transaction) => {
    const revoked = await revokeOauthClient(transaction, named, now);
    // Revoking again changes nothing.
    if (revoked?.revoked_at?.getTime() === now.getTime()) {
      await recordAudit(transaction, { ...changeBy(now, revoked), action: 'client_revoked' });
    }
    return revoked;
  });
  if (client === null) return refuse(context, NO_SUCH_CLIENT, named.client_id);
  return show(context, client, values.json);
}

function show({ stdout, language }: ClientsContext, client: OauthClient, isJson: boolean): number {
  stdout.write(isJson ? `${JSON.stringify(client)}\n` : `${lineOf(client, language)}\n`);
  return DONE;
}

function refuse({ stderr, language }: ClientsContext, words: Text, clientId: string): number {
  stderr.write(`${words[language]} ${clientId}\n`);
  return REFUSED;
}

function changeBy(at: Date, { client_id, organisation }: OauthClient) {
  return { at, actor: actingUser(), organisation, subject: client_id };
}

function readClientId([clientId, ...others]: readonly string[]): string {
  if (clientId !== undefined && clientId !== '' && others.length === 0) return clientId;
  throw new UsageError({ en: 'Name one client by its id.', cy: 'Enwch un cleient wrth ei id.' });
}

function readIssuer(given: string | undefined, { issuer }: ClientsContext): string {
  const chosen = given ?? issuer;
  if (chosen !== null && URL.canParse(chosen)) return chosen;
  throw new UsageError({
    en: 'Set SPCD_OAUTH_ISSUER, or name the issuer with --issuer: https://login.example.wales/realms/nhs.',
    cy: 'Gosodwch SPCD_OAUTH_ISSUER, neu enwch y cyhoeddwr â --issuer: https://login.example.wales/realms/nhs.',
  });
}

const NO_CLIENTS: Text = { en: 'There are no clients.', cy: 'Nid oes cleientiaid.' };
const NO_SUCH_CLIENT: Text = { en: 'There is no client with the id', cy: "Nid oes cleient â'r id" };
const ALREADY_THERE: Text = {
  en: 'It speaks for an organisation already; revoke it first:',
  cy: 'Mae eisoes yn siarad ar ran sefydliad; dirymwch ef yn gyntaf:',
};

/** One client on one line: id, organisation, scopes, issuer, and what has become of it. */
function lineOf(client: OauthClient, language: Language): string {
  const day = (moment: Date) => moment.toISOString().slice(0, 10);
  const facts: Text[] = [
    { en: `added ${day(client.created_at)}`, cy: `ychwanegwyd ${day(client.created_at)}` },
  ];
  if (client.sandbox) facts.push({ en: 'sandbox', cy: 'blwch tywod' });
  if (client.revoked_at) {
    facts.push({ en: `revoked ${day(client.revoked_at)}`, cy: `dirymwyd ${day(client.revoked_at)}` });
  }
  facts.push(
    client.last_used_at
      ? {
          en: `last used ${day(client.last_used_at)}`,
          cy: `defnyddiwyd ddiwethaf ${day(client.last_used_at)}`,
        }
      : { en: 'never used', cy: 'heb ei ddefnyddio' },
  );
  const words = facts.map((fact) => fact[language]).join(', ');
  return `${client.client_id}  ${client.organisation}  ${client.scopes.join(',')}  ${client.issuer}  ${words}`;
}
