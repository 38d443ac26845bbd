import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { callerAddress, networkOf, trustOf } from '../../src/http/caller-address.ts';
import type { TrustedProxies } from '../../src/trusted-proxies.ts';

function addressFrom(proxies: TrustedProxies, remoteAddress: string | undefined, forwarded?: string): string {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return callerAddress(
    { headers, socket: { remoteAddress } } as unknown as IncomingMessage,
    trustOf(proxies),
  );
}

it.each<[string, TrustedProxies, string | undefined, string | undefined, string]>([
  ['nobody where none is trusted', 0, '10.0.0.1', '192.0.2.1', '10.0.0.1'],
  ['the nearest of one proxy', 1, '10.0.0.1', '198.51.100.9, 192.0.2.1', '192.0.2.1'],
  ['two of two proxies', 2, '10.0.0.1', '198.51.100.9, 192.0.2.1', '198.51.100.9'],
  ['no more proxies than wrote', 9, '10.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['the connection where no proxy wrote', 1, '10.0.0.1', undefined, '10.0.0.1'],
  ['a network', ['10.0.0.0/8'], '10.0.0.1', '198.51.100.9, 192.0.2.1', '192.0.2.1'],
  ['a network through proxies of it', ['10.0.0.0/8'], '10.0.0.1', '192.0.2.1, 10.9.9.9', '192.0.2.1'],
  ['one address', ['10.0.0.1'], '10.0.0.2', '192.0.2.1', '10.0.0.2'],
  ['IPv4 written as IPv6', ['10.0.0.0/8'], '::ffff:10.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['a network of IPv6', ['fd00::/8'], 'fd00::1', '2001:db8::7', '2001:db8::7'],
  ['nothing of a connection that is gone', 0, undefined, undefined, ''],
  ['no network of a connection that is gone', ['10.0.0.0/8'], undefined, '192.0.2.1', ''],
  ['no word as an address', ['10.0.0.0/8'], 'unknown', '192.0.2.1', 'unknown'],
])('believes %s', (_, proxies, remote, forwarded, expected) => {
  expect(addressFrom(proxies, remote, forwarded)).toBe(expected);
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:201', '192.0.2.1'],
  ['2001:DB8::7', '2001:db8:0:0'],
  ['2001:db8:0:0:ffff:ffff:ffff:ffff', '2001:db8:0:0'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['fe80::1%eth0.10', 'fe80:0:0:0'],
  ['fe80::1%br-lan', 'fe80:0:0:0'],
  ['::ffff:192.0.2.1%-', '192.0.2.1'],
  ['::1', '0:0:0:0'],
  ['UNKNOWN', 'unknown'],
  ['', ''],
  ['::::', '::::'],
  ['x'.repeat(10_000), 'x'.repeat(45)],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
