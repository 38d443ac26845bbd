import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import type { TrustedProxies } from '../trusted-proxies.ts';

/** Whether a proxy at an address, so many hops from us, is believed about the address it asks for. */
export type Trust = (address: string, hop: number) => boolean;

/** Whose `X-Forwarded-For` is believed; of a number of proxies the nearest count first. */
export function trustOf(proxies: TrustedProxies): Trust {
  if (typeof proxies === 'number') return (_, hop) => hop < proxies;
  const networks = new BlockList();
  for (const proxy of proxies) {
    const [address = '', bits] = proxy.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    networks.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return (address) => isIP(address) !== 0 && networks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * The address that a request comes from: that of its connection, or what the proxies that are trusted say.
 *
 * @returns What the last trusted proxy wrote, which need not be an address.
 */
export function callerAddress(request: Pick<IncomingMessage, 'headers' | 'socket'>, trusts: Trust): string {
  let address = request.socket.remoteAddress ?? '';
  const header = request.headers['x-forwarded-for'];
  if (header === undefined) return address;
  const forwarded = String(header).split(',').reverse();
  for (const [hop, next] of forwarded.entries()) {
    if (!trusts(address, hop)) break;
    address = next.trim();
  }
  return address;
}

/** The most characters that an address has. */
const LONGEST_ADDRESS = 45;

/**
 * What is counted as one caller: an IPv4 address, or the first 64 bits of an IPv6 one, as a household or an office has
 * them. What is no address stands for itself.
 *
 * @example
 * networkOf('2001:DB8::7'); // '2001:db8:0:0'
 * networkOf('::ffff:192.0.2.1'); // '192.0.2.1'
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address.slice(0, LONGEST_ADDRESS).toLowerCase();
  const groups = groupsOf(address.split('%')[0] as string);
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.');
  }
  return groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':');
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = [], tail] = address.split('::').map(numbersOf);
  if (tail === undefined) return head;
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

function numbersOf(part: string): number[] {
  if (part === '') return [];
  return part.split(':').flatMap((group) => {
    if (!group.includes('.')) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [(a << 8) | b, (c << 8) | d];
  });
}
