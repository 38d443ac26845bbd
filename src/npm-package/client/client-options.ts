import type { Language } from '../../standard/text.ts';
import type { RepeatNotice, RepeatOptions } from './repeat.ts';
import type { Fetch } from './send-request.ts';

/** What a client is made with. Give one of `key`, `token` and `getToken`, or none to read what is published. */
export interface ClientOptions {
  /** Where the service is, such as `https://data.example.wales`. */
  readonly baseUrl: string | URL;
  /** The key of an organisation, as the publisher gave it out. */
  readonly key?: string | undefined;
  /** An access token of an OAuth 2.0 issuer that the service trusts. */
  readonly token?: string | undefined;
  /** Gives a token that is valid now; asked before every attempt. */
  readonly getToken?: (() => string | Promise<string>) | undefined;
  /** In place of the platform's own `fetch`. */
  readonly fetch?: Fetch | undefined;
  /** The language in which problems are told. */
  readonly language?: Language | undefined;
  readonly repeat?: RepeatOptions | undefined;
  /** Told of each attempt that failed and will be made again. */
  readonly onRepeat?: ((notice: RepeatNotice) => void) | undefined;
  /** How long one attempt may take, in milliseconds; 300,000 unless given. */
  readonly timeoutMs?: number | undefined;
  /** Sends the key without encryption to another machine too. */
  readonly allowPlainHttp?: boolean | undefined;
}

/** What may be said with every call. */
export interface CallOptions {
  /** Gives the call up, with its repetitions and waiting. */
  readonly signal?: AbortSignal | undefined;
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * The address of the service, once it is sure that the key may be sent there.
 *
 * @throws {Error} If it is no address, or a key would go over a network unencrypted.
 */
export function addressOf({ baseUrl, allowPlainHttp = false, ...options }: ClientOptions): URL {
  const address = new URL(baseUrl);
  if (address.protocol !== 'https:' && address.protocol !== 'http:') {
    throw new Error(`The address of a service begins with https:// or http://, not ${address.protocol}`);
  }
  const hasSecret = hasCredential(options);
  const isSafe = address.protocol === 'https:' || LOOPBACK.test(address.hostname) || allowPlainHttp;
  if (hasSecret && !isSafe) {
    throw new Error(
      `The key would go to ${address.host} unencrypted, for anyone on the way to read: use https, or allowPlainHttp.`,
    );
  }
  return address;
}

function hasCredential({ key, token, getToken }: Omit<ClientOptions, 'baseUrl'>): boolean {
  const given = [key, token, getToken].filter((each) => each !== undefined);
  if (given.length > 1) throw new Error('Give one of key, token and getToken.');
  return given.length === 1;
}

/** The headers by which a request says whom it speaks for. */
export async function credentialOf({ key, token, getToken }: ClientOptions): Promise<Record<string, string>> {
  const secret = key ?? token ?? (await getToken?.());
  if (secret === undefined) return {};
  // What `fetch` says of a header that it refuses repeats the value, which must not reach a log.
  if (!/^[\x21-\x7e]+$/.test(secret))
    throw new Error('The key or token holds a character that none can have.');
  return { authorization: `Bearer ${secret}` };
}
