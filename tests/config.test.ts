import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

function faultsOf(environment: Record<string, string>): readonly { en: string; cy: string }[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('the configuration', () => {
  it('has a default for everything', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      privateHost: '127.0.0.1',
      privatePort: 8081,
      publicUrl: 'http://127.0.0.1:8080',
      role: 'all',
      databaseUrl: null,
      mayMakeKeys: true,
      validationWorkers: availableParallelism(),
      buildMemoryMegabytes: 1500,
      logLevel: 'info',
    });
    expect(config.dataDir).toBe(join(process.cwd(), 'data'));
    expect(config.archiveDir).toBe(join(config.dataDir, 'archive'));
    expect(config.privateDir).toBe(join(config.dataDir, 'private'));
    expect(config.keyFiles.record).toBe(join(config.dataDir, 'keys', 'record.key'));
    expect(config.keyFiles.cell).toBe(join(config.dataDir, 'keys', 'cell.key'));
  });

  it('treats an empty variable as one that is not set', () => {
    expect(readConfig({ SPCD_PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}));
  });

  it('takes the public address from host and port, and drops a slash at its end', () => {
    expect(readConfig({ SPCD_HOST: '0.0.0.0', SPCD_PORT: '9000' }).publicUrl).toBe('http://localhost:9000');
    expect(readConfig({ SPCD_HOST: '::1' }).publicUrl).toBe('http://[::1]:8080');
    expect(readConfig({ SPCD_PORT: '0' }).publicUrl).toBeNull();
    expect(readConfig({ SPCD_PORT: '0', SPCD_PUBLIC_URL: 'https://a.example' }).publicUrl).toBe(
      'https://a.example',
    );
    expect(readConfig({ SPCD_PUBLIC_URL: 'https://data.example.wales/' }).publicUrl).toBe(
      'https://data.example.wales',
    );
  });

  it.each([
    ['SPCD_PORT', 'eighty'],
    ['SPCD_PORT', '65536'],
    ['SPCD_PORT', '-1'],
    ['SPCD_PRIVATE_PORT', '80.5'],
    ['SPCD_VALIDATION_WORKERS', '0'],
    ['SPCD_VALIDATION_WORKERS', 'all'],
    ['SPCD_BUILD_MEMORY_MB', '255'],
    ['SPCD_BUILD_MEMORY_MB', '2GB'],
    ['SPCD_ROLE', 'publik'],
    ['SPCD_LOG_LEVEL', 'loud'],
    ['SPCD_PUBLIC_URL', 'data.example.wales'],
    ['SPCD_PUBLIC_URL', 'ftp://data.example.wales'],
    ['SPCD_PUBLIC_URL', 'https://data.example.wales/?page=1'],
    ['DATABASE_URL', 'mysql://localhost/spcd'],
    ['SPCD_ROL', 'public'],
  ])('stops the start when %s is %s, with one line in each language', (name, value) => {
    const faults = faultsOf({ [name]: value });
    expect(faults).toHaveLength(1);
    expect(faults[0]?.en).toContain(name);
    expect(faults[0]?.cy).toContain(name);
    expect(`${faults[0]?.en}${faults[0]?.cy}`).not.toContain('\n');
  });

  it('names every fault at once', () => {
    expect(faultsOf({ SPCD_PORT: 'x', SPCD_ROLE: 'y', SPCD_LOG_LEVEL: 'z' })).toHaveLength(3);
  });

  it('never repeats a database address, which holds a password', () => {
    expect(JSON.stringify(faultsOf({ DATABASE_URL: 'secret-password@host' }))).not.toContain(
      'secret-password',
    );
  });
});

describe('what a role may hold', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'spcd-config-'));
    await mkdir(join(folder, 'full', 'keys'), { recursive: true });
    await mkdir(join(folder, 'full', 'private'), { recursive: true });
    await mkdir(join(folder, 'bare'), { recursive: true });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['DATABASE_URL', 'SPCD_PRIVATE_DIR', 'SPCD_RECORD_KEY_FILE', 'SPCD_CELL_KEY_FILE'])(
    'refuses %s in the public role',
    (name) => {
      const value = name === 'DATABASE_URL' ? 'postgres://localhost/spcd' : '/tmp/anything';
      const faults = faultsOf({ SPCD_ROLE: 'public', SPCD_DATA_DIR: join(folder, 'bare'), [name]: value });
      expect(faults.map((fault) => fault.en)).toEqual([expect.stringContaining(name)]);
    },
  );

  it('refuses a data folder with keys or private rows in the public role', () => {
    expect(faultsOf({ SPCD_ROLE: 'public', SPCD_DATA_DIR: join(folder, 'full') })).toHaveLength(2);
    expect(faultsOf({ SPCD_ROLE: 'public', SPCD_DATA_DIR: join(folder, 'bare') })).toHaveLength(0);
  });

  it('refuses keys in the submission role, which has the database only', () => {
    const database = { SPCD_ROLE: 'submission', DATABASE_URL: 'postgres://localhost/spcd' };
    expect(faultsOf(database)).toHaveLength(0);
    expect(faultsOf({ ...database, SPCD_CELL_KEY_FILE: '/tmp/cell' })).toHaveLength(1);
  });

  it.each(['all', 'release'])('wants both key files named for role %s in production', (role) => {
    const production = { NODE_ENV: 'production', SPCD_ROLE: role };
    expect(faultsOf(production)).toHaveLength(2);
    const named = { ...production, SPCD_RECORD_KEY_FILE: '/keys/record', SPCD_CELL_KEY_FILE: '/keys/cell' };
    expect(faultsOf(named)).toHaveLength(0);
    expect(readConfig(named).mayMakeKeys).toBe(false);
  });
});

describe('the publisher', () => {
  const PUBLISHER = {
    SPCD_PUBLISHER: 'An organisation',
    SPCD_PUBLISHER_CY: 'Sefydliad',
    SPCD_PUBLISHER_URL: 'https://publisher.example.wales',
  };

  it('names no publisher unless it is given in both languages with an address', () => {
    expect(readConfig({}).publisher).toBeNull();
    expect(readConfig(PUBLISHER).publisher).toEqual({
      name: { en: 'An organisation', cy: 'Sefydliad' },
      url: 'https://publisher.example.wales',
    });
    for (const wrong of [
      { SPCD_PUBLISHER_CY: '' },
      { SPCD_PUBLISHER_URL: 'publisher' },
      { SPCD_PUBLISHER: ' ' },
    ]) {
      expect(() => readConfig({ ...PUBLISHER, ...wrong })).toThrow(ConfigError);
    }
  });
});

describe('the OAuth issuer', () => {
  const OAUTH = {
    SPCD_OAUTH_ISSUER: 'https://login.example.wales/realms/nhs',
    SPCD_OAUTH_JWKS_URL: 'https://login.example.wales/realms/nhs/certs',
    SPCD_OAUTH_AUDIENCE: 'https://data.example.wales',
  };

  it('is nobody unless it is set', () => {
    expect(readConfig({}).oauth).toBeNull();
  });

  it('is read as it is written', () => {
    expect(readConfig(OAUTH).oauth).toEqual({
      issuer: OAUTH.SPCD_OAUTH_ISSUER,
      jwksUrl: OAUTH.SPCD_OAUTH_JWKS_URL,
      audience: OAUTH.SPCD_OAUTH_AUDIENCE,
    });
    const local = { ...OAUTH, SPCD_OAUTH_JWKS_URL: 'http://127.0.0.1:9000/jwks' };
    expect(readConfig(local).oauth?.jwksUrl).toBe('http://127.0.0.1:9000/jwks');
  });

  it.each([
    ['half of it', { ...OAUTH, SPCD_OAUTH_AUDIENCE: '' }],
    ['keys over plain http', { ...OAUTH, SPCD_OAUTH_JWKS_URL: 'http://login.example.wales/certs' }],
    ['an address that is none', { ...OAUTH, SPCD_OAUTH_ISSUER: 'login' }],
  ])('is refused with %s', (_, environment) => {
    expect(() => readConfig(environment)).toThrow(ConfigError);
  });
});
