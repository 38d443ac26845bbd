import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose';
import request from 'supertest';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createApiKey } from '../../src/store/api-keys-repository.ts';
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts';
import {
  addOauthClient,
  listOauthClients,
  revokeOauthClient,
} from '../../src/store/oauth-clients-repository.ts';
import type { ApiKeyScope } from '../../src/store/stored-values.ts';
import { createMigratedDatabase, type TestDatabase } from '../support/database.ts';
import { expectProblem } from './expect-problem.ts';
import { startApp, type TestApp } from './start-app.ts';

const AUDIENCE = 'https://data.example.wales';
const CLIENT = 'powys-case-system';
/** Short, so that a test need not wait for minutes. */
const TIMES = { cooldownMs: 0, retryMs: 50, patienceMs: 500 };

/** An issuer on this machine, with keys of its own; what it answers can be changed. */
const issuer = {
  keys: [] as JWK[],
  mode: 'answers' as 'answers' | 'fails' | 'hangs',
  asked: 0,
  url: '',
};
let server: Server;
let database: TestDatabase;
let store: OpenDatabase;
let asService: OpenDatabase;
let service: TestApp;

beforeAll(async () => {
  server = createServer((_, response) => {
    issuer.asked++;
    if (issuer.mode === 'hangs') return;
    response.statusCode = issuer.mode === 'fails' ? 500 : 200;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: issuer.keys }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  database = await createMigratedDatabase();
  store = openDatabase(database.connectionString);
  asService = openDatabase(database.connectionString, { role: 'spcd_submit' });
  const oauth = { issuer: issuer.url, jwksUrl: `${issuer.url}/jwks`, audience: AUDIENCE, times: TIMES };
  service = await startApp({ submitter: { ...asService, oauth } });
  await addClient(CLIENT);
});

afterEach(() => {
  issuer.mode = 'answers';
});

afterAll(async () => {
  await service?.close();
  await asService?.close();
  await store?.close();
  await database?.drop();
  server?.closeAllConnections();
  server?.close();
});

function addClient(client_id: string, scopes: ApiKeyScope[] = ['submit', 'read_own']) {
  const now = new Date();
  return addOauthClient(store.db, {
    ...{ issuer: issuer.url, client_id, organisation: '7A7', scopes, sandbox: false, now },
  });
}

interface Signer {
  readonly alg: 'RS256' | 'ES256' | 'PS256';
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** A new key of the issuer. */
async function newSigner(kid: string, alg: Signer['alg'] = 'RS256', isPublished = true): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  if (isPublished) issuer.keys.push({ ...(await exportJWK(publicKey)), kid, alg, use: 'sig' });
  return { alg, kid, privateKey, publicKey };
}

function sign({ alg, kid, privateKey }: Signer, claims: Record<string, unknown> = {}): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  const payload = {
    ...{ iss: issuer.url, aud: AUDIENCE, exp: now + 300, client_id: CLIENT, scope: 'submit read_own' },
    ...claims,
  };
  return new SignJWT(payload).setProtectedHeader({ alg, kid, typ: 'at+jwt' }).sign(privateKey);
}

const ask = (token: string, path = '/v1/me', language = 'en') =>
  request(service.app.server)
    .get(path)
    .set('authorization', `Bearer ${token}`)
    .set('accept-language', language);

/** In both languages, and never as a failure of ours. */
async function expectRefused(token: string): Promise<void> {
  const english = await ask(token);
  expect(expectProblem(english, 'UNAUTHENTICATED').detail).toBe('The request came without a valid key.');
  expect(english.headers['www-authenticate']).toBe('Bearer realm="spcd", error="invalid_token"');
  const welsh = expectProblem(await ask(token, '/v1/me', 'cy'), 'UNAUTHENTICATED');
  expect(welsh.detail).toBe('Daeth y cais heb allwedd ddilys.');
}

it.each(['RS256', 'ES256'] as const)('lets a client in with a token signed with %s', async (alg) => {
  const answer = await ask(await sign(await newSigner(`good-${alg}`, alg)));
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ organisation: '7A7', key_id: CLIENT, scopes: ['submit', 'read_own'] });
  const [client] = await listOauthClients(store.db);
  expect(client?.last_used_at).toBeInstanceOf(Date);
});

it('gives a token the scopes that it and the register both name, and no other', async () => {
  const signer = await newSigner('scopes');
  await addClient('reader', ['read_own']);
  const { body } = await ask(await sign(signer, { client_id: 'reader', scope: 'submit read_own admin' }));
  expect(body.scopes).toEqual(['read_own']);
  const job = '/v1/submission-jobs/0b6f2a52-5a4e-4c1c-9d53-2f0f8f3f9c11';
  for (const scope of ['submit', 'read_own']) {
    expectProblem(await ask(await sign(signer, { scope }), job), 'JOB_NOT_FOUND');
  }
  const without = await sign(signer, { scope: 'openid' });
  const refused = await ask(without, job);
  expect(expectProblem(refused, 'FORBIDDEN').detail).toBe('The key lacks the scope submit or read_own.');
  expect(refused.headers['www-authenticate']).toContain('error="insufficient_scope", scope="submit"');
  expectProblem(await ask(without, '/v1/submissions'), 'FORBIDDEN');
  expect((await ask(await sign(signer, { scope: undefined }))).body.scopes).toEqual([]);
});

it('takes the client from azp or sub where the token has no client_id', async () => {
  const signer = await newSigner('claims');
  for (const claims of [{ azp: CLIENT }, { sub: CLIENT }]) {
    expect((await ask(await sign(signer, { client_id: undefined, ...claims }))).status).toBe(200);
  }
});

const seconds = (from: number) => Math.floor(Date.now() / 1_000) + from;

it.each([
  ['for another audience', () => ({ aud: 'https://elsewhere.example' })],
  ['for no audience', () => ({ aud: undefined })],
  ['of another issuer', () => ({ iss: 'https://elsewhere.example' })],
  ['that has expired', () => ({ exp: seconds(-120) })],
  ['that never expires', () => ({ exp: undefined })],
  ['that is not valid yet', () => ({ nbf: seconds(120) })],
  ['of an unknown client', () => ({ client_id: 'nobody' })],
  ['of a client that PostgreSQL cannot spell', () => ({ client_id: 'no\0body' })],
  ['whose client is no text', () => ({ client_id: { $ne: null } })],
  ['of no client', () => ({ client_id: undefined })],
])('refuses a token %s', async (_, claims) => {
  const signer = await newSigner(`refused-${issuer.keys.length}`);
  await expectRefused(await sign(signer, claims()));
});

it('allows clocks to differ by some seconds', async () => {
  const signer = await newSigner('clocks');
  expect((await ask(await sign(signer, { exp: seconds(-5), nbf: seconds(5) }))).status).toBe(200);
});

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

it('refuses a token without a signature, or with one made with what is public', async () => {
  const signer = await newSigner('confused');
  const [, payload] = (await sign(signer)).split('.');
  await expectRefused(`${encode({ alg: 'none', kid: 'confused' })}.${payload}.`);
  const head = `${encode({ alg: 'HS256', kid: 'confused', typ: 'JWT' })}.${payload}`;
  for (const secret of [
    await exportSPKI(signer.publicKey),
    JSON.stringify(await exportJWK(signer.publicKey)),
  ]) {
    await expectRefused(`${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`);
  }
});

it('refuses an algorithm that is not named, even with a key of the issuer', async () => {
  await expectRefused(await sign(await newSigner('pss', 'PS256')));
});

it('refuses a token signed by a stranger under a name that the issuer uses', async () => {
  await newSigner('borrowed');
  await expectRefused(await sign(await newSigner('borrowed', 'RS256', false)));
});

it.each([
  ['a token that is no token', 'a.b.c'],
  ['a token of JSON that is none', `${Buffer.from('{').toString('base64url')}.e30.e30`],
  ['a head with a hostile key', `${encode(JSON.parse('{"__proto__":{"alg":"RS256"}}'))}.e30.e30`],
  ['a demand that cannot be met', `${encode({ alg: 'RS256', crit: ['b64'], b64: false })}.e30.e30`],
  ['a huge token', `${'e'.repeat(9_000)}.e30.e30`],
])('refuses %s', async (_, token) => {
  await expectRefused(token);
});

it('follows the issuer to a new key, and gives up the old one with it', async () => {
  const old = await newSigner('old');
  expect((await ask(await sign(old))).status).toBe(200);
  issuer.keys = issuer.keys.filter(({ kid }) => kid !== 'old');
  const fresh = await newSigner('new');
  expect((await ask(await sign(fresh))).status).toBe(200);
  await expectRefused(await sign(old));
});

it.each(['fails', 'hangs'] as const)(
  'says to come back when the issuer %s, and lets keys and known tokens in',
  async (mode) => {
    const known = await newSigner(`known-${mode}`);
    expect((await ask(await sign(known))).status).toBe(200);
    const unknown = await newSigner(`unknown-${mode}`);
    issuer.mode = mode;
    const answer = await ask(await sign(unknown));
    expectProblem(answer, 'UNAVAILABLE');
    expect(answer.headers['retry-after']).toBe('1');
    const welsh = expectProblem(await ask(await sign(unknown), '/v1/me', 'cy'), 'UNAVAILABLE');
    expect(welsh.detail).toContain('Nid yw cyhoeddwr y tocyn yn ateb');
    expect((await ask(await sign(known))).status).toBe(200);
    const { presented } = await createApiKey(store.db, {
      ...{ organisation: '7A7', scopes: ['read_own'], expires_at: null, now: new Date() },
    });
    expect((await ask(presented)).status).toBe(200);
    issuer.mode = 'answers';
    await expect.poll(async () => (await ask(await sign(unknown))).status).toBe(200);
  },
);

it('refuses a good token at once when its client is revoked, until it is added again', async () => {
  const signer = await newSigner('revoking');
  await addClient('leaving');
  const token = await sign(signer, { client_id: 'leaving' });
  expect((await ask(token)).status).toBe(200);
  await revokeOauthClient(store.db, { issuer: issuer.url, client_id: 'leaving' }, new Date());
  await expectRefused(token);
  expect(await addClient('leaving')).toMatchObject({ revoked_at: null });
  expect(await addClient('leaving')).toBeNull();
  expect((await ask(token)).status).toBe(200);
});
