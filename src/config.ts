import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import {
  addressAt,
  type Environment,
  isAddress,
  unknownVariables,
  type Variable,
  wrong,
} from './settings.ts';
import type { Publisher } from './standard/about.ts';
import type { Text } from './standard/text.ts';
import { parseTrustedProxies, type TrustedProxies } from './trusted-proxies.ts';

export const ROLES = ['all', 'submission', 'release', 'public'] as const;
export type Role = (typeof ROLES)[number];

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** The table of `docs/operations.md`, read once. Others get values as arguments. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly privateHost: string;
  readonly privatePort: number;
  /** Without a slash at the end. Null where the system chooses the port: known once it has. */
  readonly publicUrl: string | null;
  /** Whom citations and catalogues name as the publisher; null for nobody. */
  readonly publisher: Publisher | null;
  readonly role: Role;
  readonly dataDir: string;
  /** Null: the service starts its own PostgreSQL in the data folder. */
  readonly databaseUrl: string | null;
  readonly archiveDir: string;
  readonly privateDir: string;
  readonly keyFiles: { readonly record: string; readonly cell: string };
  /** Whether missing keys are made; never in production. */
  readonly mayMakeKeys: boolean;
  /** Threads that validate returns. */
  readonly validationWorkers: number;
  /** What DuckDB may use of memory for all that a build of a release works out at once, in MB. */
  readonly buildMemoryMegabytes: number;
  readonly logLevel: LogLevel;
  /** Whose tokens are taken beside keys of organisations; null for nobody's. */
  readonly oauth: OauthConfig | null;
  readonly limits: LimitsConfig;
}

/** What `GET /v1/config` tells callers of, and whose word is taken for where they are. */
export interface LimitsConfig {
  /** Requests of one address in a minute; 0 for any number. */
  readonly requestsPerMinute: number;
  readonly trustedProxies: TrustedProxies;
  /** Bytes of answers that are kept in memory; 0 for none. */
  readonly answerCacheBytes: number;
  /** How many questions are looked up at once and may wait, and how long each may wait and be looked up. */
  readonly questions: { readonly atOnce: number; readonly waiting: number; readonly seconds: number };
}

export interface OauthConfig {
  readonly issuer: string;
  readonly jwksUrl: string;
  readonly audience: string;
}

/** What is wrong with the environment, one text for each fault. Stops the start. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly Text[];

  constructor(faults: readonly Text[]) {
    super(faults.map((fault) => fault.en).join('\n'));
    this.faults = faults;
  }
}

/**
 * Reads the configuration from the environment. An empty variable is one that is not set.
 *
 * @throws {ConfigError} If a value is wrong, a `SPCD_` variable is unknown, or the role may not hold what it
 *   was given; with every fault at once.
 */
export function readConfig(environment: Environment): Config {
  const faults: Text[] = unknownVariables(environment);
  const read = (name: Variable) => environment[name]?.trim() || undefined;
  const oneOf = <Value extends string>(name: Variable, choices: readonly Value[], fallback: Value): Value => {
    const value = read(name) ?? fallback;
    const choice = choices.find((candidate) => candidate === value);
    if (choice === undefined) faults.push(wrong(name, `${choices.join(', ')}`, value));
    return choice ?? fallback;
  };
  const wholeNumber = (name: Variable, fallback: number, least: number, most: number): number => {
    const value = read(name) ?? String(fallback);
    if (/^\d{1,5}$/.test(value) && Number(value) >= least && Number(value) <= most) return Number(value);
    faults.push(wrong(name, `${least}–${most}`, value));
    return fallback;
  };
  const port = (name: Variable, fallback: number) => wholeNumber(name, fallback, 0, 65_535);

  const role = oneOf('SPCD_ROLE', ROLES, 'all');
  const host = read('SPCD_HOST') ?? '127.0.0.1';
  const listenerPort = port('SPCD_PORT', 8080);
  const dataDir = resolve(read('SPCD_DATA_DIR') ?? './data');
  const isProduction = environment.NODE_ENV === 'production';
  const databaseUrl = read('DATABASE_URL') ?? null;
  if (databaseUrl !== null && !isAddress(databaseUrl, ['postgres:', 'postgresql:'])) {
    // The value holds a password, so it is not repeated.
    faults.push(wrong('DATABASE_URL', 'postgres://user:password@host:port/database', null));
  }
  const publicUrl = read('SPCD_PUBLIC_URL') ?? (listenerPort === 0 ? null : addressAt(host, listenerPort));
  if (publicUrl !== null && (!isAddress(publicUrl, ['http:', 'https:']) || /[?#]/.test(publicUrl))) {
    faults.push(wrong('SPCD_PUBLIC_URL', 'https://data.example.wales', publicUrl));
  }
  const config: Config = {
    host,
    port: listenerPort,
    privateHost: read('SPCD_PRIVATE_HOST') ?? '127.0.0.1',
    privatePort: port('SPCD_PRIVATE_PORT', 8081),
    publicUrl: publicUrl?.replace(/\/+$/, '') ?? null,
    publisher: readPublisher(read, faults),
    role,
    dataDir,
    databaseUrl,
    archiveDir: resolve(read('SPCD_ARCHIVE_DIR') ?? join(dataDir, 'archive')),
    privateDir: resolve(read('SPCD_PRIVATE_DIR') ?? join(dataDir, 'private')),
    keyFiles: {
      record: resolve(read('SPCD_RECORD_KEY_FILE') ?? join(dataDir, 'keys', 'record.key')),
      cell: resolve(read('SPCD_CELL_KEY_FILE') ?? join(dataDir, 'keys', 'cell.key')),
    },
    mayMakeKeys: !isProduction,
    validationWorkers: wholeNumber('SPCD_VALIDATION_WORKERS', availableParallelism(), 1, 256),
    buildMemoryMegabytes: wholeNumber('SPCD_BUILD_MEMORY_MB', 1500, 256, 99_999),
    logLevel: oneOf('SPCD_LOG_LEVEL', LOG_LEVELS, 'info'),
    oauth: readOauth(read, faults),
    limits: {
      requestsPerMinute: wholeNumber('SPCD_REQUESTS_PER_MINUTE', 600, 0, 99_999),
      answerCacheBytes: wholeNumber('SPCD_ANSWER_CACHE_MB', 64, 0, 16_384) * 1024 * 1024,
      trustedProxies: readProxies(read('SPCD_TRUSTED_PROXIES'), faults),
      questions: {
        atOnce: wholeNumber('SPCD_QUESTIONS_AT_ONCE', 4, 1, 64),
        waiting: wholeNumber('SPCD_QUESTIONS_WAITING', 32, 0, 1_000),
        seconds: wholeNumber('SPCD_QUESTION_SECONDS', 10, 1, 120),
      },
    },
  };
  faults.push(...roleFaults(config, { given: (name) => read(name) !== undefined, isProduction }));
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

function readProxies(value: string | undefined, faults: Text[]): TrustedProxies {
  const proxies = parseTrustedProxies(value ?? '0');
  if (proxies === null) faults.push(wrong('SPCD_TRUSTED_PROXIES', '0–9, 10.0.0.0/8', value ?? null));
  return proxies ?? 0;
}

const PUBLISHER = [
  'SPCD_PUBLISHER',
  'SPCD_PUBLISHER_CY',
  'SPCD_PUBLISHER_URL',
] as const satisfies readonly Variable[];

/** The name in both languages and an address, or none of them. */
function readPublisher(read: (name: Variable) => string | undefined, faults: Text[]): Publisher | null {
  const [en, cy, url] = PUBLISHER.map(read);
  if (en === undefined && cy === undefined && url === undefined) return null;
  faults.push(...missingBeside(PUBLISHER, read));
  if (url !== undefined && !isAddress(url, ['http:', 'https:'])) {
    faults.push(wrong('SPCD_PUBLISHER_URL', 'https://…', url));
  }
  return { name: { en: en ?? '', cy: cy ?? '' }, url: url ?? '' };
}

/** Settings that go together: those that are not given where another is. */
function missingBeside(names: readonly Variable[], read: (name: Variable) => string | undefined): Text[] {
  return names
    .filter((name) => read(name) === undefined)
    .map((name) => ({
      en: `${name} is not set, but another of ${names.join(', ')} is: they go together`,
      cy: `Nid yw ${name} wedi'i osod, ond mae un arall o ${names.join(', ')}: maent yn mynd gyda'i gilydd`,
    }));
}

const OAUTH = [
  'SPCD_OAUTH_ISSUER',
  'SPCD_OAUTH_JWKS_URL',
  'SPCD_OAUTH_AUDIENCE',
] as const satisfies readonly Variable[];

/** All three settings, or none. Whoever can change the keys on their way can make any token, hence https. */
function readOauth(read: (name: Variable) => string | undefined, faults: Text[]): OauthConfig | null {
  const [issuer, jwksUrl, audience] = OAUTH.map(read);
  if (issuer === undefined && jwksUrl === undefined && audience === undefined) return null;
  faults.push(...missingBeside(OAUTH, read));
  for (const name of ['SPCD_OAUTH_ISSUER', 'SPCD_OAUTH_JWKS_URL'] as const) {
    const value = read(name);
    if (value !== undefined && !isSafeAddress(value)) faults.push(wrong(name, 'https://…', value));
  }
  return { issuer: issuer ?? '', jwksUrl: jwksUrl ?? '', audience: audience ?? '' };
}

/** https; on this machine http will do. */
function isSafeAddress(value: string): boolean {
  if (isAddress(value, ['https:'])) return true;
  return isAddress(value, ['http:']) && ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(value).hostname);
}

const KEYS = ['SPCD_RECORD_KEY_FILE', 'SPCD_CELL_KEY_FILE'] as const satisfies readonly Variable[];

/** What each role must not be able to reach, so that whoever takes its host over cannot either. */
const FORBIDDEN: Readonly<Record<Role, readonly Variable[]>> = {
  all: [],
  release: [],
  submission: KEYS,
  public: ['DATABASE_URL', 'SPCD_PRIVATE_DIR', ...KEYS],
};

function roleFaults(
  config: Config,
  { given, isProduction }: { given: (name: Variable) => boolean; isProduction: boolean },
): Text[] {
  const { role, dataDir } = config;
  const held = FORBIDDEN[role].filter(given).map((name) => ({
    en: `${name} is set, but a process with SPCD_ROLE=${role} must not have it`,
    cy: `Mae ${name} wedi'i osod, ond ni chaiff proses â SPCD_ROLE=${role} ei ddal`,
  }));
  const folders = role === 'public' ? ['keys', 'private'].map((name) => join(dataDir, name)) : [];
  const reachable = folders
    .filter((folder) => existsSync(folder))
    .map((folder) => ({
      en: `${folder} is there, but a process with SPCD_ROLE=public must not reach it: give it a data folder of its own`,
      cy: `Mae ${folder} yno, ond ni chaiff proses â SPCD_ROLE=public ei gyrraedd: rhowch ei ffolder data ei hun iddi`,
    }));
  const needed = isProduction && (role === 'all' || role === 'release') ? KEYS : [];
  const missing = needed
    .filter((name) => !given(name))
    .map((name) => ({
      en: `${name} must name a file of 32 random bytes when NODE_ENV=production: keys are never made there`,
      cy: `Rhaid i ${name} enwi ffeil o 32 beit ar hap pan fo NODE_ENV=production: ni wneir allweddi yno byth`,
    }));
  return [...held, ...reachable, ...missing];
}
