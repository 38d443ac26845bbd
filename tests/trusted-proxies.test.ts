import { expect, it } from 'vitest';
import { parseTrustedProxies } from '../src/trusted-proxies.ts';

it.each([
  ['0', 0],
  ['2', 2],
  ['10.0.0.0/8', ['10.0.0.0/8']],
  ['127.0.0.1, ::1 ,fd00::/8', ['127.0.0.1', '::1', 'fd00::/8']],
])('reads %s as a number of proxies or as their addresses', (text, proxies) => {
  expect(parseTrustedProxies(text)).toEqual(proxies);
});

it.each([
  '10',
  '-1',
  '1.5',
  'proxy.example.wales',
  '10.0.0.0/33',
  '10.0.0.0/0',
  '::1/129',
  '10.0.0.0/8/8',
  'fe80::1%eth0',
  '10.0.0.1,',
  '*',
])('takes %s for neither', (text) => {
  expect(parseTrustedProxies(text)).toBeNull();
});
