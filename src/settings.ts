import type { Text } from './standard/text.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of the environment that say anything to us. */
export const VARIABLES = [
  'SPCD_HOST',
  'SPCD_PORT',
  'SPCD_PRIVATE_HOST',
  'SPCD_PRIVATE_PORT',
  'SPCD_PUBLIC_URL',
  'SPCD_ROLE',
  'SPCD_DATA_DIR',
  'DATABASE_URL',
  'SPCD_ARCHIVE_DIR',
  'SPCD_PRIVATE_DIR',
  'SPCD_RECORD_KEY_FILE',
  'SPCD_CELL_KEY_FILE',
  'SPCD_VALIDATION_WORKERS',
  'SPCD_BUILD_MEMORY_MB',
  'SPCD_LOG_LEVEL',
  'SPCD_OAUTH_ISSUER',
  'SPCD_OAUTH_JWKS_URL',
  'SPCD_OAUTH_AUDIENCE',
  'SPCD_REQUESTS_PER_MINUTE',
  'SPCD_QUESTIONS_AT_ONCE',
  'SPCD_QUESTIONS_WAITING',
  'SPCD_QUESTION_SECONDS',
  'SPCD_ANSWER_CACHE_MB',
  'SPCD_TRUSTED_PROXIES',
  'SPCD_PUBLISHER',
  'SPCD_PUBLISHER_CY',
  'SPCD_PUBLISHER_URL',
] as const;
export type Variable = (typeof VARIABLES)[number];

/** What `spcd submit` reads, and others leave alone: who sends returns may have set it for the whole shell. */
const OF_SENDERS: readonly string[] = ['SPCD_URL', 'SPCD_KEY'];

/** A misspelt variable would leave its default standing: for a role, that would be a leak. */
export function unknownVariables(environment: Environment): Text[] {
  return Object.keys(environment)
    .filter((name) => name.startsWith('SPCD_') && !OF_SENDERS.includes(name))
    .filter((name) => !VARIABLES.some((variable) => variable === name))
    .map((name) => ({
      en: `There is no setting ${name}; there are: ${VARIABLES.join(', ')}`,
      cy: `Nid oes gosodiad ${name}; dyma'r rhai sydd: ${VARIABLES.join(', ')}`,
    }));
}

export function wrong(name: Variable, expected: string, value: string | null): Text {
  const given = { en: value === null ? '' : `, not ${value}`, cy: value === null ? '' : `, nid ${value}` };
  return { en: `${name} must be: ${expected}${given.en}`, cy: `Rhaid i ${name} fod: ${expected}${given.cy}` };
}

export function isAddress(value: string, protocols: readonly string[]): boolean {
  return URL.canParse(value) && protocols.includes(new URL(value).protocol) && new URL(value).host !== '';
}

/** Where a caller on this machine reaches the listener. */
export function addressAt(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  return `http://${everywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`;
}
