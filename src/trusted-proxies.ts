import { isIP } from 'node:net';

/** How many proxies stand before the service, or the addresses and networks they have; 0 for none. */
export type TrustedProxies = number | readonly string[];

const MOST_PROXIES = 9;

/**
 * Which proxies may say in `X-Forwarded-For` for whom they ask.
 *
 * @param text - A number from 0 to 9, or addresses and networks separated by commas.
 * @returns Null if it is neither.
 * @example
 * parseTrustedProxies('1'); // 1
 * parseTrustedProxies('10.0.0.0/8, fd00::1'); // ['10.0.0.0/8', 'fd00::1']
 */
export function parseTrustedProxies(text: string): TrustedProxies | null {
  if (/^\d$/.test(text) && Number(text) <= MOST_PROXIES) return Number(text);
  const networks = text.split(',').map((network) => network.trim());
  return networks.every(isNetwork) ? networks : null;
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || address.includes('%') || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
