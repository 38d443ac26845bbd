import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddress from '@fastify/proxy-addr';
import ipaddr from 'ipaddr.js';
import type { TrustedProxies } from '../trusted-proxies.ts';

/** Whether a proxy at an address, so many hops from us, is believed about the address it asks for. */
export type Trust = (address: string, hop: number) => boolean;

/** Whose `X-Forwarded-For` is believed; of a number of proxies the nearest count first. */
export function trustOf(proxies: TrustedProxies): Trust {
  if (typeof proxies === 'number') return (_, hop) => hop < proxies;
  return proxyAddress.compile([...proxies]);
}

/**
 * The address that a request comes from: that of its connection, or what the proxies that are trusted say.
 *
 * @returns What the last trusted proxy wrote, which need not be an address; empty when the connection is gone.
 */
export function callerAddress(request: IncomingMessage, trusts: Trust): string {
  const isForwarded = request.headers['x-forwarded-for'] !== undefined;
  const address: string | undefined = isForwarded
    ? proxyAddress(request, trusts)
    : request.socket.remoteAddress;
  return address ?? '';
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
  // What comes after the sign for a zone is the name of an interface, and may hold anything.
  const parsed = ipaddr.process(address.split('%')[0] as string);
  if (!('parts' in parsed)) return parsed.toString();
  const ofNetwork = parsed.parts.slice(0, 4);
  return ofNetwork.map((group) => group.toString(16)).join(':');
}
